import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type IamStub, startIam } from '../../../tests/support/iam-stub.ts'
import { type S3Server, startS3rver } from '../../../tests/support/s3.ts'
import type { ObjectKey } from '../../ports/objects.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { cosObjects } from './cos.ts'

const tokens = suite('an object store that is asked with an API key')
const patience = { tries: 3, connectMs: 300, silenceMs: 300, wholeMs: 1_500 }
const key = 'a/b/report.pdf' as ObjectKey
const body = new TextEncoder().encode('what was put there')
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
let store: S3Server
let iam: IamStub

tokens.before(async () => {
  store = await startS3rver()
})
tokens.before.each(async () => {
  iam = await startIam({ apiKey: 'an api key', behind: store.settings.endpoint })
})
tokens.after.each(() => iam.close())
tokens.after(() => store.stop())

const through = (apiKey = 'an api key', { iam: at, store: front } = iam) =>
  cosObjects({ ...store.settings, endpoint: front.url, apiKey, iam: at }, patience)

tokens('gets one token for many calls', async () => {
  const objects = await through()
  await Promise.all([1, 2, 3].map((n) => objects.put(`a/b/${n}.pdf` as ObjectKey, body, 'application/pdf')))
  await objects.put(key, body, 'application/pdf')

  assert.equal(text(await objects.get(key)), 'what was put there')
  assert.is(iam.made(), 1)
  assert.ok(iam.store.heard.every(({ headers }) => /^Bearer token-/.test(headers.authorization ?? '')))
})

tokens('gets another one before the first has run out', async () => {
  // a quarter of a minute before its end a token counts as old
  const short = await startIam({ apiKey: 'an api key', behind: store.settings.endpoint, lifeS: 17 })
  const objects = await through('an api key', short)
  await objects.put(key, body, 'application/pdf')
  for (const since = Date.now(); short.made() < 2 && Date.now() - since < 10_000; ) await objects.get(key)

  assert.is(short.made(), 2)
  await short.close()
})

tokens('opens its addresses by the HMAC pair, for tokens sign nothing', async () => {
  const objects = await through()
  await objects.put(key, body, 'application/pdf')
  const address = await objects.signedUrl(key, { filename: 'a.pdf', type: 'application/pdf' }, 300)

  assert.match(address, /X-Amz-Credential=S3RVER.*X-Amz-Signature=/)
  // past the stub, which knows tokens only
  assert.is(iam.made(), 1)
})

tokens('says in a sentence that the API key is not known', async () => {
  const trouble = String(await (await through('hush-hush')).get(key).catch((error: unknown) => error))

  assert.match(trouble, /^Sentence: The object store refuses what the settings of OUTLAY_OBJECTS say \(\w+\)\.$/)
})

for (const mood of ['failing', 'silent'] as const) {
  tokens(`is not to be reached while the token service is ${mood}, and is used again after`, async () => {
    const objects = await through()
    iam.mood = mood
    const trouble = await objects.put(key, body, 'application/pdf').catch((error: unknown) => error)
    iam.mood = 'well'

    assert.ok(trouble instanceof Unavailable)
    await objects.put(key, body, 'application/pdf')
    assert.equal(text(await objects.get(key)), 'what was put there')
  })
}

tokens.run()
