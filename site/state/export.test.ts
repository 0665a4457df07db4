import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clientRoutes } from '../../scripts/build/client-routes.ts'
import { deskWith } from '../../tests/browser/desk.ts'
import { client } from '../api.ts'
import { settle } from '../locale.ts'
import { exportCsv } from './export.ts'

const exporting = suite('the file with all entries')
exporting.before.each(() => settle('en-IE'))

/** A server that gives the file in these parts; `tests/api/import.test.ts` has the real one. */
const desk = (...parts: readonly string[]) => {
  const asked: string[] = []
  const { desk } = deskWith(() => [200, { items: [] }])
  const csv = client(clientRoutes, {
    base: 'https://example.org/',
    now: () => 0,
    ended: () => {},
    fetch: async (url) => {
      asked.push(String(url).replace('https://example.org/v1/ledgers/default/', ''))
      const next = parts[asked.length]
      return new Response(parts[asked.length - 1], {
        headers: { 'content-type': 'text/csv', ...(next && { 'x-next-cursor': `part${asked.length}` }) },
      })
    },
  })
  return { desk: { ...desk, client: csv }, asked }
}

exporting('comes part by part, with the names of its columns once', async () => {
  const note = '"so\nto ""say"""'
  const { desk: at, asked } = desk(`day,note\n2026-11-20,${note}\n`, '2026-11-19,b\n2026-11-18,c\n')
  let file = ''
  await exportCsv(at, { text: 'tea' }, (text) => {
    file = text
  })

  assert.is(file, `day,note\n2026-11-20,${note}\n2026-11-19,b\n2026-11-18,c\n`)
  assert.equal(asked, ['transactions/export.csv?text=tea', 'transactions/export.csv?text=tea&cursor=part1'])
  assert.is(at.state.get().said?.words, 'The file is ready: 3 lines.')
})

exporting('says what went wrong, and saves no half of it', async () => {
  const { desk } = deskWith(() => [503, { code: 'store-unavailable', requestId: 'r' }])
  let isSaved = false
  await exportCsv(desk, {}, () => {
    isSaved = true
  })

  assert.not.ok(isSaved)
  assert.ok(desk.state.get().said?.words)
})

exporting.run()
