import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { failure } from '../../../tests/support/failure.ts'
import { type HttpFront, type Mood, startHttpFront } from '../../../tests/support/http-front.ts'
import { type S3Server, startS3rver } from '../../../tests/support/s3.ts'
import { startTcpProxy } from '../../../tests/support/tcp-proxy.ts'
import type { ObjectKey, Objects } from '../../ports/objects.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { cosObjects } from './cos.ts'
import type { CosSettings } from './settings.ts'

let store: S3Server
let front: HttpFront
/** A client that is soon out of patience, and asks through the front. */
let objects: Objects

const patience = { tries: 3, connectMs: 300, silenceMs: 300, wholeMs: 1_500 }
const key = 'a/b/report.pdf' as ObjectKey
const body = new TextEncoder().encode('what was put there')

const faults = suite('an object store that fails')

faults.before(async () => {
  store = await startS3rver()
  await (await cosObjects(store.settings)).put(key, body, 'application/pdf')
})
faults.before.each(async () => {
  front = await startHttpFront(store.settings.endpoint)
  objects = await through({})
})
faults.after.each(() => front.close())
faults.after(() => store.stop())

const through = (settings: Partial<CosSettings>) =>
  cosObjects({ ...store.settings, endpoint: front.url, ...settings }, patience)
const xml = (status: number, code: string): Mood => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>not today</Message></Error>`,
})
const failing = { 500: xml(500, 'InternalError'), 503: xml(503, 'SlowDown'), html: { status: 502, body: '<html>' } }

for (const [name, mood] of Object.entries(failing)) {
  faults(`with ${name} is asked again, and no more than three times`, async () => {
    front.next(mood, mood)
    assert.equal(text(await objects.get(key)), 'what was put there')
    assert.is(front.heard.length, 3)

    front.always(mood)
    for (const does of everything(objects)) {
      front.heard.length = 0
      assert.ok((await failure(does())) instanceof Unavailable)
      assert.is(front.heard.length, 3)
    }
    front.always('pass')
    assert.equal(text(await objects.get(key)), 'what was put there')
  })
}

faults('by never answering is given up, and is asked anew by the next who comes', async () => {
  front.always('never')
  for (const does of everything(objects)) assert.ok((await failure(does())) instanceof Unavailable)
  front.always('pass')

  assert.equal(text(await objects.get(key)), 'what was put there')
})

faults('by answering a byte at a time is given up as well', async () => {
  front.always('trickle')

  assert.ok((await failure(objects.get(key))) instanceof Unavailable)
})

faults('in the middle of a file does not pass for one that has sent it', async () => {
  front.always('cut')
  assert.ok((await failure(objects.get(key))) instanceof Unavailable)

  front.always('pass')
  front.next('cut', 'cut')
  assert.equal(text(await objects.get(key)), 'what was put there')
})

faults('by not being there is named so, and used again when it is', async () => {
  const line = await startTcpProxy({ port: Number(new URL(store.settings.endpoint).port) })
  const behind = await through({ endpoint: `http://${line.host}:${line.port}` })
  await line.refuse()
  const gone = await failure(behind.get(key))
  await line.heal()
  const lost = line.loseAnswerTo((bytes) => bytes.includes('PUT '))
  await behind.put(key, body, 'application/pdf')
  await lost

  assert.ok(gone instanceof Unavailable)
  assert.equal(text(await behind.get(key)), 'what was put there')
  await line.close()
})

faults('because of the settings is one sentence with the store’s word for it, and no secret', async () => {
  for (const body of ['<html>', '<html></html>', '']) {
    front.always({ status: 404, body })
    const trouble = String(await failure(objects.put(key, new Uint8Array(), 'application/pdf')))
    assert.match(trouble, /^Sentence: The object store refuses what the settings of OUTLAY_OBJECTS say \(\w+\)\.$/)
  }
  front.always('pass')
  const wrong = {
    SignatureDoesNotMatch: { secret: 'hush-hush' },
    InvalidAccessKeyId: { key: 'hush-hush' },
    NoSuchBucket: { bucket: 'elsewhere' },
  }
  for (const [code, settings] of Object.entries(wrong)) {
    const trouble = await failure((await through(settings)).put(key, body, 'application/pdf'))
    assert.is(String(trouble), `Sentence: The object store refuses what the settings of OUTLAY_OBJECTS say (${code}).`)
    assert.not.match(Reflect.ownKeys(Object(trouble)).join(), /cause/)
  }
})

faults('is told how to encrypt where that is set, and what bytes to expect', async () => {
  await (await through({ sse: 'AES256' })).put(key, body, 'application/pdf')
  await objects.put(key, body, 'application/pdf')
  const [set, unset] = front.heard.map(({ headers }) => headers)

  assert.is(set?.['x-amz-server-side-encryption'], 'AES256')
  assert.is(unset?.['x-amz-server-side-encryption'], undefined)
  assert.is(set?.['content-md5'], 'nVU9fxnmPApXHKhMAtnjjw==')
})

faults.run()

/** All that asks the store. */
const everything = (of: Objects) => [
  () => of.put(key, body, 'application/pdf'),
  () => of.get(key),
  () => of.head(key),
  () => of.remove('a/b/nothing.pdf' as ObjectKey),
]

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
