import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from './adapters/node/tokens.ts'
import { close, ids, ledgers, planes, publicUrl, tokens, tokenWriter, transactions } from './compose.ts'
import { Sentence } from './domain/sentence.ts'

const keys = newKeys()
const env = {
  PUBLIC_URL: 'https://outlay.example.org/',
  TOKEN_PRIVATE_KEY: keys.privateKey,
  TOKEN_PUBLIC_KEYS: keys.publicKeys,
  OUTLAY_IDENTITY: 'sqlite::memory:',
  OUTLAY_LEDGER: 'sqlite::memory:',
}
const refuses = async (start: Promise<unknown>, words: RegExp) => {
  const error = await start.catch((cause: unknown) => cause)
  assert.ok(error instanceof Sentence)
  assert.match(error.message, words)
}

const composing = suite('the composition')
composing.after.each(close)

composing('keeps what it has started', async () => {
  assert.is(await ledgers(env), await ledgers({ other: 'settings' }))
  assert.is(await ids(env), await ids(env))
})

composing('starts anew after a stop', async () => {
  const before = await transactions(env)
  await close()
  assert.is.not(await transactions(env), before)
})

composing('takes its settings as an object, as JSON, or from the process', async () => {
  assert.is(await publicUrl(env), 'https://outlay.example.org')
  await close()
  assert.is(await publicUrl(JSON.stringify({ ...env, PUBLIC_URL: 'http://localhost:8080' })), 'http://localhost:8080')
  await close()
  process.env.PUBLIC_URL = 'https://gw.example.org/outlay'
  assert.is(await publicUrl(undefined), 'https://gw.example.org/outlay')
  delete process.env.PUBLIC_URL
})

composing('names a setting that is missing, and forgets the failed start', async () => {
  await refuses(ledgers({}), /OUTLAY_LEDGER/)
  await refuses(tokens({ TOKEN_PUBLIC_KEYS: '' }), /TOKEN_PUBLIC_KEYS/)
  assert.type((await ledgers(env)).enter, 'function')
})

composing('says nothing of a setting’s text', async () => {
  await refuses(tokenWriter('{"TOKEN_PRIVATE_KEY": "c2VjcmV0'), /^The parameter env is not JSON\.$/)
  await refuses(publicUrl({ PUBLIC_URL: 'javascript:secret' }), /^PUBLIC_URL is no web address\.$/)
})

composing('says of a plane that cannot be opened that it is not up', async () => {
  const { OUTLAY_LEDGER, ...others } = env
  const both = await planes(others)
  assert.is(await both.up('identity'), true)
  assert.is(await both.up('ledger'), false)
})

composing('pairs the keys that make tokens with those that read them', async () => {
  const now = Date.UTC(2026, 10, 20)
  const id = '00000000-0000-7000-8000-000000000001'
  const [writer, reader] = [await tokenWriter(env), await tokens(env)]
  const claims = { userId: id, sessionId: id, level: 1, issuedMs: now, expiresMs: now + 600_000 }
  const token = writer.write(claims as unknown as Parameters<typeof writer.write>[0])
  assert.is(reader.read(token, now)?.userId, id)
})

composing.run()
