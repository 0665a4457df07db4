import { download } from '../download.ts'
import { refusalText } from '../inside.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { here } from './book.ts'
import type { Filter } from './filter.ts'
import { queryOf } from './filter.ts'
import { say } from './screen.ts'
import type { Desk } from './state.ts'

const saveCsv = (text: string) => download('outlay.csv', 'text/csv', text)

/** All entries that a filter lets through, as one CSV file; it comes in parts, the first of which has the line of names. */
export async function exportCsv(desk: Desk, filter: Filter, save = saveCsv): Promise<void> {
  const parts: string[] = []
  let cursor: string | undefined
  do {
    const answer = await desk.client.api.transactions.exportTransactions({
      params: here,
      query: { ...queryOf(filter), cursor },
    })
    if (!answer.ok) return say(desk, refusalText(answer.error))
    const { body, headers } = answer.value
    parts.push(body)
    const next = headers?.['x-next-cursor']
    cursor = typeof next === 'string' ? next : undefined
  } while (cursor)
  const text = parts.join('')
  save(text)
  say(desk, t(lists.exported, { n: linesIn(text) - 1 }))
}

/** A note may hold ends of lines that end no line of the file: they stand between quotes. */
function linesIn(csv: string): number {
  return csv
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .filter(Boolean).length
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from '../inside.ts'
