import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ObjectKey } from '../../ports/objects.ts'
import { folderObjects, openSigned } from './folder.ts'

const files = suite('files in a folder')

const folder = mkdtempSync(join(tmpdir(), 'outlay-objects-'))
files.after(() => rmSync(folder, { recursive: true }))

const time = { now: Date.UTC(2026, 2, 15, 12) }
const settings = {
  folder,
  publicUrl: 'http://localhost:8080',
  secret: 'of this host',
  clock: { now: () => time.now },
}
const objects = folderObjects(settings)
const key = (text: string) => text as ObjectKey
const bytes = (text: string) => new TextEncoder().encode(text)
const download = { filename: 'März “2026”.pdf', type: 'application/pdf' }

/** Opens an address as the host does. */
const opened = (address: string) => {
  const { pathname, search } = new URL(address)
  return openSigned(settings, pathname.slice('/files/'.length), search.slice(1))
}

files('are whole, and nothing is left beside them', async () => {
  await objects.put(key('a/b/report.pdf'), bytes('first'), 'application/pdf')
  await objects.put(key('a/b/report.pdf'), bytes('second'), 'application/pdf')

  assert.equal(await objects.get(key('a/b/report.pdf')), Buffer.from('second'))
  assert.equal(await objects.head(key('a/b/report.pdf')), { bytes: 6, type: 'application/pdf' })
  assert.equal(readdirSync(folder), ['a'])
  assert.equal(readdirSync(join(folder, 'a/b')), ['report.pdf'])
})

files('that are not there are nothing', async () => {
  assert.is(await objects.get(key('a/none.pdf')), undefined)
  assert.is(await objects.head(key('a/none.pdf')), undefined)
  await objects.remove(key('a/none.pdf'))
})

files('are gone once they are removed', async () => {
  await objects.put(key('a/gone.json'), bytes('{}'), 'application/json')
  await objects.remove(key('a/gone.json'))

  assert.is(await objects.get(key('a/gone.json')), undefined)
})

files('are opened by an address that was signed, until it expires', async () => {
  await objects.put(key('a/b/report.pdf'), bytes('the report'), 'application/pdf')
  const address = await objects.signedUrl(key('a/b/report.pdf'), download, 300)

  assert.equal(await opened(address), { body: Buffer.from('the report'), ...download })
  time.now += 299_999
  assert.ok(await opened(address))
  time.now += 1
  assert.is(await opened(address), undefined)
})

files('are not opened by an address that somebody has changed', async () => {
  await objects.put(key('a/b/other.pdf'), bytes('another’s'), 'application/pdf')
  const address = await objects.signedUrl(key('a/b/report.pdf'), download, 300)
  const changed = (change: (url: URL) => void) => {
    const url = new URL(address)
    change(url)
    return String(url)
  }

  assert.ok(await opened(address))
  const wrong = [
    changed((url) => url.searchParams.set('expires', '9999999999')),
    changed((url) => url.searchParams.set('type', 'text/html')),
    changed((url) => url.searchParams.set('filename', 'x.html')),
    changed((url) => url.searchParams.delete('signature')),
    changed((url) => url.searchParams.set('signature', '')),
    changed((url) => url.searchParams.append('expires', '9999999999')),
    address.replace('report.pdf', 'other.pdf'),
  ]
  for (const one of wrong) assert.is(await opened(one), undefined, one)
})

files('lie in their folder only', async () => {
  for (const bad of [
    '../up.pdf',
    'a/../../up.pdf',
    '/etc/passwd',
    'a//b',
    '.hidden',
    'a/.hidden',
    '',
    'a\\b',
    'a/b\0',
  ]) {
    assert.is(await openSigned(settings, bad, ''), undefined, bad)
    let refused: unknown
    await objects.put(key(bad), bytes('x'), 'application/pdf').catch((error: unknown) => {
      refused = error
    })
    assert.instance(refused, RangeError, bad)
  }
})

files.run()
