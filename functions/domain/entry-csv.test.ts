import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { csvRecords } from '../../tests/support/csv-records.ts'
import { anyEntry } from '../../tests/support/drafts.ts'
import { listIn, unguard } from './csv.ts'
import { type CsvNames, csvHead, csvLines } from './entry-csv.ts'
import { formatAmount } from './money.ts'
import type { Split, Transaction } from './transaction.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const exporting = suite('an entry in CSV')

const typed = fc.oneof(fc.stringMatching(/^['=+\-@",;\\ a＝\n]{1,10}$/), fc.string({ unit: 'grapheme', minLength: 1 }))
const perhaps = fc.option(typed, { nil: undefined })

/** Any entry, with the worst that people type in all its texts. */
const anything = fc
  .record({ entry: anyEntry, note: perhaps, notes: fc.array(perhaps), tags: fc.uniqueArray(typed, { maxLength: 4 }) })
  .map(({ entry: { note: _, ...entry }, note, notes, tags }): Transaction => {
    const splits = entry.splits.map(({ note: _, ...split }, n): Split => {
      const own = notes[n]
      return own === undefined ? split : { ...split, note: own }
    })
    return { ...entry, ...(note !== undefined && { note }), tags, splits }
  })

exporting('can be made again from its lines', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 5 }), (entries) => {
      const text = csvHead + entries.flatMap((entry) => csvLines(entry, sameNames)).join('')
      assert.equal(entriesIn(text), entries.map(told))
    }),
    runs,
  )
})

exporting.run()

/** Every account and category is called by its id. */
const sameNames = {
  accounts: { get: (id: string) => id },
  categories: { get: (id: string) => (id ? { name: id, parent: `above ${id}` } : undefined) },
} as CsvNames
const sorted = (categoryId: string | undefined) => categoryId && [`above ${categoryId}`, categoryId]

/** All that a reader is to find again. Ids of payees are the ledger's own affair, and so are versions. */
function told({
  id,
  kind,
  day,
  amount,
  currency,
  accountId,
  to,
  categoryId,
  payee,
  note,
  tags,
  original,
  splits,
}: Transaction) {
  const told = {
    id,
    kind,
    day,
    amount: formatAmount(amount, currency),
    currency: currency.code,
    account: accountId,
    to: to && [to.accountId, formatAmount(to.amount, to.currency), to.currency.code],
    category: sorted(categoryId),
    payee: payee?.name,
    note,
    tags: [...tags],
    original: original && [formatAmount(original.amount, original.currency), original.currency.code],
    splits: splits.map((split) => [formatAmount(split.amount, currency), sorted(split.categoryId), split.note]),
  }
  return told
}

/** What a reader makes of a file, by the names of the columns alone. */
function entriesIn(text: string): unknown[] {
  const [names = [], ...lines] = csvRecords(text)
  const rows = lines.map((cells) => (column: string) => unguard(cells[names.indexOf(column)] ?? '') || undefined)
  const entries = new Map<string | undefined, ReturnType<typeof row>>()
  for (const cell of rows) {
    const entry = entries.get(cell('id')) ?? row(cell)
    entries.set(cell('id'), entry)
    if (cell('split')) entry.splits.push([cell('amount'), sortedInto(cell), cell('split note')])
  }
  return [...entries.values()].map((entry) => (entry.splits.length > 0 ? whole(entry) : entry))
}

type Cell = (column: string) => string | undefined

const sortedInto = (cell: Cell) => cell('category') && [cell('parent category'), cell('category')]

function row(cell: Cell) {
  return {
    id: cell('id'),
    kind: cell('kind'),
    day: cell('date'),
    amount: cell('amount'),
    currency: cell('currency'),
    account: cell('account'),
    to: cell('to account') && [cell('to account'), cell('to amount'), cell('to currency')],
    category: sortedInto(cell),
    payee: cell('payee'),
    note: cell('note'),
    tags: listIn(cell('tags') ?? ''),
    original: cell('original amount') && [cell('original amount'), cell('original currency')],
    splits: [] as [amount: string | undefined, ...rest: unknown[]][],
  }
}

/** The amount of a split entry is what its splits come to; it has no category itself. */
function whole(entry: ReturnType<typeof row>) {
  const digits = entry.amount?.split('.')[1]?.length ?? 0
  const units = entry.splits.reduce((sum, [amount = '']) => sum + BigInt(amount.replace('.', '')), 0n)
  const currency = { code: '', digits }
  return { ...entry, category: undefined, amount: formatAmount(units as Transaction['amount'], currency) }
}
