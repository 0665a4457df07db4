import type { Block } from '../../domain/insight.ts'
import { type Minor, negate } from '../../domain/money.ts'
import type { ReportEntry } from '../../domain/report.ts'
import { type InOut, listing } from '../../domain/report-listing.ts'
import { light } from '../../scene/colours.ts'
import { entryDay, entryName } from '../words/report-words.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import { type Column, table } from './table.ts'

/** A line of the list: an entry, or what several come to. */
interface Row {
  readonly name: string
  readonly entry?: ReportEntry
  readonly income: Minor | undefined
  readonly expense: Minor | undefined
  readonly closing?: 'largest' | 'smaller' | 'all'
}

/**
 * The largest entries as a ledger has them, with a column for what came in and one for what went out. The last line is
 * the block's own figures.
 */
export function entryPages({ sheet, speaker, report }: Drawing, block: Block): void {
  if (block.entries === 0) return
  const { t, figure, count } = speaker
  const { currency } = block
  const { entries, largest, smaller, all } = listing(block, report.entries)
  const sum = (closing: NonNullable<Row['closing']>, { count: n, income, expense }: InOut): Row => ({
    name: t(closing, { n }),
    income,
    expense,
    closing,
  })
  const closing = smaller.count > 0 ? [sum('largest', largest), sum('smaller', smaller)] : []
  const rows: Row[] = [...entries.map((entry) => rowOf(entry, entryName(speaker, entry))), ...closing, sum('all', all)]

  const amount = (head: string, of: (row: Row) => Minor | undefined): Column<Row> => ({
    head,
    cell: (row) => {
      const value = of(row)
      return value === undefined ? '' : figure(value, currency)
    },
    align: 'right',
  })
  const soft = (head: string, cell: (entry: ReportEntry) => string, grow?: number): Column<Row> => ({
    head,
    cell: ({ entry }) => (entry ? cell(entry) : ''),
    ...(grow !== undefined && { grow }),
    colour: () => light['ink-2'],
  })
  sheet.need(150)
  const note = t('largestOf', { shown: count(entries.length), all: count(all.count) })
  heading(sheet, t('entries'), { note: smaller.count > 0 ? `${note}, ${currency.code}` : currency.code })
  sheet.y += 24
  table(
    sheet,
    [
      soft(t('day'), (entry) => entryDay(speaker, report, entry)),
      { head: t('payee'), cell: ({ name }) => name, isHead: true, grow: 2.2 },
      soft(t('category'), (entry) => entry.categories.join(', ') || t('noCategory'), 1.4),
      soft(t('account'), (entry) => entry.account, 1),
      amount(t('moneyIn'), ({ income }) => income),
      amount(t('moneyOut'), ({ expense }) => expense),
    ],
    rows,
    {
      x1: sheet.paper.left,
      x2: sheet.paper.right,
      size: 8.2,
      step: 15,
      isStrong: ({ closing }) => closing === 'largest' || closing === 'all',
      line: ({ closing }, place) => {
        if (closing === 'all') return 'final'
        if (closing === 'largest') return 'sum'
        return closing === undefined && place > 0 && place % 5 === 0 ? 'hair' : undefined
      },
      air: ({ closing }) => (closing === 'largest' || closing === 'all' ? 3 : 0),
    },
  )
  sheet.y += 34
}

function rowOf(entry: ReportEntry, name: string): Row {
  const { kind, amount } = entry
  const expense = kind === 'expense' ? amount : kind === 'refund' ? negate(amount) : undefined
  return { name, entry, income: kind === 'income' ? amount : undefined, expense }
}
