import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from './adapters/node/tokens.ts'
import {
  close,
  ids,
  ledgers,
  mailEvents,
  mailer,
  objects,
  planes,
  publicUrl,
  tokens,
  tokenWriter,
  transactions,
} from './compose.ts'
import { Sentence } from './domain/sentence.ts'
import type { ObjectKey } from './ports/objects.ts'

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
  await refuses(publicUrl({ PUBLIC_URL: 'javascript:secret' }), /^PUBLIC_URL: This is no web address\.$/)
})

composing('says of a plane that cannot be opened that it is not up', async () => {
  const { OUTLAY_LEDGER, ...others } = env
  const both = await planes(others)
  assert.is(await both.up('identity'), true)
  assert.is(await both.up('ledger'), false)
})

composing('chooses who keeps files by a setting alone, and asks nobody yet', async () => {
  for (const OUTLAY_OBJECTS of ['folder:/nowhere', 'cos://key:hush@s3.example.org/outlay']) {
    const one = await objects({ ...env, OUTLAY_OBJECTS, FILES_SECRET: 'hush' })
    const at = await one.signedUrl('a/b/c.pdf' as ObjectKey, { filename: 'c.pdf', type: 'application/pdf' }, 300)
    assert.match(
      at,
      OUTLAY_OBJECTS.startsWith('folder') ? /^https:\/\/outlay\.example\.org\/files\/a/ : /^https:\/\/outlay\.s3\./,
    )
    await close()
  }
  await refuses(
    objects({ ...env, OUTLAY_OBJECTS: 's3://key:hush@s3.example.org/outlay' }),
    /object storage settings must begin/,
  )
  await refuses(objects({ ...env, OUTLAY_OBJECTS: 'folder:/nowhere' }), /FILES_SECRET is missing/)
})

composing('chooses who brings mails by a setting alone, and asks nobody yet', async () => {
  const ways = { 'outbox:/nowhere': true, 'sendgrid:SG.hush': false, 'smtps://asha:hush@mail.example.org': false }
  for (const [OUTLAY_MAIL, repeatable] of Object.entries(ways)) {
    const one = await mailer({ ...env, OUTLAY_MAIL, MAIL_FROM: 'Outlay <reports@example.org>' })
    assert.is(one.repeatable, repeatable, OUTLAY_MAIL)
    await close()
  }
  await refuses(mailer({ ...env, OUTLAY_MAIL: 'pigeon:hush' }), /^OUTLAY_MAIL: The address in the mail settings/)
  await refuses(mailer({ ...env, OUTLAY_MAIL: 'sendgrid:SG.hush' }), /MAIL_FROM is missing/)
  await refuses(mailer({ ...env, OUTLAY_MAIL: 'sendgrid:SG.hush', MAIL_FROM: 'hush' }), /^MAIL_FROM is neither/)
})

composing('believes what is told of mails where somebody signs it, and nowhere else', async () => {
  const nothing = { headers: {}, body: Buffer.from('[]') }
  for (const OUTLAY_MAIL of ['outbox:/nowhere', 'sendgrid:SG.hush', 'smtps://mail.example.org']) {
    assert.is((await mailEvents({ ...env, OUTLAY_MAIL })).read(nothing, 0), undefined)
    await close()
  }
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
