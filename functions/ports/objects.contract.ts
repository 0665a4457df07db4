import { randomUUID } from 'node:crypto'
import * as assert from 'uvu/assert'
import type { ObjectKey, Objects } from './objects.ts'

export interface ObjectsDesk {
  readonly objects: Objects
  /** Opens an address as a browser does that has nothing but it. */
  open(address: string): Promise<Response>
  /**
   * A stand-in gets two things wrong that stores get right: it reads an apostrophe in a signed address in another way, and
   * opens files to those who have no signature at all.
   */
  readonly isLax?: true
}

type Says = (sentence: string, show: (desk: ObjectsDesk) => Promise<void>) => void

/** Holds for every store of files. */
export function objectsContract(says: Says): void {
  keeping(says)
  opening(says)
}

const key = (name = 'report.pdf') => `${randomUUID()}/${randomUUID()}/${name}` as ObjectKey
const pdf = 'application/pdf'
const plain = 'outlay-2026-03.pdf'
const asItIs = /^attachment; .*filename\*=UTF-8''M%C3%A4rz%20%E2%80%9C2026%E2%80%9D\.pdf$/
const download = { filename: 'März “2026”.pdf', type: pdf }
const bytes = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 31) & 255)
const text = (words: string) => new TextEncoder().encode(words)

function keeping(says: Says): void {
  says('keeps every byte, and says how many and of what type', async ({ objects }) => {
    for (const length of [0, 1, 256, 300_000]) {
      const [at, body] = [key(), bytes(length)]
      await objects.put(at, body, pdf)

      assert.equal(new Uint8Array((await objects.get(at)) ?? []), body)
      assert.equal(await objects.head(at), { bytes: length, type: pdf })
    }
    const figures = key('figures.json')
    await objects.put(figures, text('{}'), 'application/json')
    assert.equal(await objects.head(figures), { bytes: 2, type: 'application/json' })
  })

  says('keeps a part of a larger piece of memory, and only that', async ({ objects }) => {
    const at = key()
    await objects.put(at, text('a secret, a report, a secret').subarray(10, 18), pdf)

    assert.equal(new Uint8Array((await objects.get(at)) ?? []), text('a report'))
  })

  says('keeps what was put last', async ({ objects }) => {
    const at = key()
    await objects.put(at, text('the first edition'), pdf)
    await objects.put(at, text('the second'), pdf)

    assert.equal(new Uint8Array((await objects.get(at)) ?? []), text('the second'))
    assert.equal(await objects.head(at), { bytes: 10, type: pdf })
  })

  says('knows nothing of what is not there, or is gone', async ({ objects }) => {
    const [never, gone] = [key(), key()]
    await objects.put(gone, text('gone'), pdf)
    await objects.remove(gone)
    await objects.remove(gone)

    for (const at of [never, gone]) {
      assert.is(await objects.get(at), undefined)
      assert.is(await objects.head(at), undefined)
    }
  })

  says('serves many at once', async ({ objects }) => {
    const all = Array.from({ length: 16 }, (_, n) => [key(), bytes(1_000 + n)] as const)
    await Promise.all(all.map(([at, body]) => objects.put(at, body, pdf)))
    const found = await Promise.all(all.map(([at]) => objects.get(at)))

    assert.equal(
      found.map((body) => new Uint8Array(body ?? [])),
      all.map(([, body]) => body),
    )
  })
}

function opening(says: Says): void {
  says('opens one file by its address, to be saved under a name and kept by no cache', async (desk) => {
    const { objects, open, isLax } = desk
    const at = key()
    await objects.put(at, bytes(70_000), pdf)
    const filename = isLax ? plain : download.filename
    const answer = await open(await objects.signedUrl(at, { ...download, filename }, 300))

    assert.is(answer.status, 200)
    assert.is(answer.headers.get('content-type'), pdf)
    assert.match(answer.headers.get('content-disposition') ?? '', isLax ? `attachment; filename="${plain}"` : asItIs)
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
    assert.equal(new Uint8Array(await answer.arrayBuffer()), bytes(70_000))
  })

  says('opens nothing by an address that somebody has changed', async ({ objects, open, isLax }) => {
    const [ours, theirs] = [key(), key()]
    await objects.put(ours, text('ours'), pdf)
    await objects.put(theirs, text('theirs'), pdf)
    const address = await objects.signedUrl(ours, { filename: plain, type: pdf }, 300)
    const lifetime = /\b((?:X-Amz-)?Expires)=(\d+)/i

    const changed = [
      address.replace(ours, theirs),
      address.replace(lifetime, (_, name, seconds) => `${name}=${Number(seconds) + 1}`),
      address.replace('2026', '2027'),
      address.replace('=application%2Fpdf', '=text%2Fhtml'),
      address.replace(/(signature=)./i, '$1'),
      ...(isLax ? [] : [address.replace(/\?.*/, '')]),
    ]
    assert.is(new Set([address, ...changed]).size, changed.length + 1, 'each is another address')
    for (const one of changed) {
      const answer = await open(one)
      assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${one}`)
      assert.not.match(await answer.text(), /^(ours|theirs)$/)
    }
    assert.is(await (await open(address)).text(), 'ours')
  })

  says('opens nothing once the time is over', async ({ objects, open }) => {
    const at = key()
    await objects.put(at, text('for a moment'), pdf)
    const address = await objects.signedUrl(at, download, 1)

    let answer = await open(address)
    for (const since = Date.now(); answer.status === 200 && Date.now() - since < 5_000; ) answer = await open(address)
    assert.is(answer.status, 403)
  })

  says('opens nothing of what is gone', async ({ objects, open }) => {
    const at = key()
    await objects.put(at, text('gone'), pdf)
    const address = await objects.signedUrl(at, download, 300)
    await objects.remove(at)

    assert.ok([403, 404].includes((await open(address)).status))
  })
}
