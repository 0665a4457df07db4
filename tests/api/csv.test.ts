import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { NewTransaction, TransactionView } from '../../functions/api/transactions.ts'
import { listIn, unguard } from '../../functions/domain/csv.ts'
import { csvRecords } from '../support/csv-records.ts'
import { made, unique } from '../support/examples.ts'
import { type Person, register } from '../support/people.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const exporting = suite('the export')
exporting.after(() => stage.close())

/** The beginnings that a spreadsheet takes for a formula, full-width forms included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

exporting('holds every entry, so that a reader can make all of them again', async () => {
  const asha = await register(stage.call)
  const bank = await made(asha, 'accounts', { name: 'Bank, "joint"', kind: 'bank' })
  const yen = await made(asha, 'accounts', { name: '=Yen', kind: 'bank', currency: 'JPY' })
  const food = await made(asha, 'categories', { name: unique('@Food'), kind: 'expense' })
  const entries: NewTransaction[] = [
    {
      kind: 'expense',
      day: '2026-11-20',
      amount: '12.50',
      payee: 'Mill, Lane "B"',
      note: 'two\nlines',
      tags: ['a,b', '"c"', 'd;e\\'],
    },
    { kind: 'income', day: '2026-11-01', amount: '2000', note: '=1+1' },
    { kind: 'transfer', day: '2026-11-02', amount: '50', toAccountId: bank },
    { kind: 'transfer', day: '2026-11-02', amount: '50', toAccountId: yen, toAmount: '8000' },
    {
      kind: 'refund',
      day: '2026-11-03',
      amount: '5',
      note: 'both back',
      splits: [{ amount: '2', categoryId: food, note: '-x' }, { amount: '3' }],
    },
    {
      kind: 'expense',
      day: '2026-11-04',
      amount: '1200',
      accountId: yen,
      original: { amount: '7.25', currency: 'EUR' },
    },
  ]
  const ids: string[] = []
  for (const entry of entries) ids.push(await made(asha, 'transactions', entry))

  const rows = await exported(asha, '')
  assert.is(rows.length, 7, 'one line per split')
  const views = await Promise.all(ids.map((id) => asha.ledger('GET', `/transactions/${id}`)))
  for (const { body } of views) {
    const view = body as TransactionView
    const lines = rows.filter((row) => Object.values(row).includes(view.id))
    assert.is(lines.length, view.splits?.length ?? 1, view.id)
    for (const [n, line] of lines.entries()) {
      const cells = Object.values(line)
      const amount = view.splits?.[n]?.amount ?? view.amount
      const texts = [
        view.day,
        view.kind,
        amount,
        view.currency,
        view.payee,
        view.note,
        view.toAmount,
        view.original?.amount,
      ]
      for (const text of texts) if (text !== undefined) assert.ok(cells.includes(text), `${text} in ${cells}`)
      assert.equal(listIn(line.tags ?? ''), view.tags ?? [])
      assert.is(line['split note'], view.splits?.[n]?.note ?? '')
    }
  }
  assert.ok(rows.some((row) => Object.values(row).includes('Bank, "joint"')))
})

exporting('names a merged category as everything else does', async () => {
  const asha = await register(stage.call)
  const [cafes, out] = [unique('Cafes'), unique('Coffee out')]
  const into = await made(asha, 'categories', { name: cafes, kind: 'expense' })
  const categoryId = await made(asha, 'categories', { name: out, kind: 'expense' })
  await made(asha, 'transactions', { kind: 'expense', day: '2026-11-20', amount: '3', categoryId })
  await asha.ledger('POST', `/categories/${categoryId}/merge`, { into })

  assert.equal(
    (await exported(asha, '')).map(({ category }) => category),
    [cafes],
  )
  await asha.ledger('POST', `/categories/${categoryId}/merge`, { into: null })
  assert.equal(
    (await exported(asha, '')).map(({ category }) => category),
    [out],
  )
})

exporting('tells categories of one name apart by what they are below', async () => {
  const asha = await register(stage.call)
  const [home, travel] = [unique('Home'), unique('Travel')]
  const parts = []
  for (const name of [home, travel]) {
    const parentId = await made(asha, 'categories', { name, kind: 'expense' })
    const below = await made(asha, 'categories', { name: 'Other things', kind: 'expense', parentId })
    parts.push({ amount: '1', categoryId: below }, { amount: '2', categoryId: parentId })
  }
  await made(asha, 'transactions', { kind: 'expense', day: '2026-11-20', amount: '6', splits: parts })

  assert.equal(
    (await exported(asha, '')).map((row) => [row['parent category'], row.category]),
    [
      [home, 'Other things'],
      ['', home],
      [travel, 'Other things'],
      ['', travel],
    ],
  )
})

exporting('gives back every text a person can type, and none that a spreadsheet would run', async () => {
  const asha = await register(stage.call)
  const nasty = fc.stringMatching(/^['=+\-@",; a＝\n]{1,12}$/)
  const texts = fc.sample(fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })), {
    numRuns: 200,
    seed: Number(process.env.SEED ?? 1),
  })
  const changes = texts.map((note) => ({
    op: 'create',
    transaction: { kind: 'expense', day: '2026-11-20', amount: '1', note },
  }))
  const taken = await asha.ledger('POST', '/transactions/batch', { changes })
  assert.is(taken.status, 200, JSON.stringify(taken.body))

  const raw = await asha.ledger('GET', '/transactions/export.csv')
  const records = csvRecords(String(raw.body).replace(/^\ufeff/, '')).slice(1)
  for (const cell of records.flat()) assert.not.match(cell, formula)
  const notes = new Set(records.flat().map(unguard))
  for (const note of texts) assert.ok(notes.has(note), JSON.stringify(note))
})

exporting('takes the filters of the list, and goes on part by part', async () => {
  const asha = await register(stage.call)
  const note = 'x'.repeat(900)
  for (let part = 0; part < 3; part += 1) {
    const transaction = { kind: 'expense', day: `2026-0${part + 1}-01`, amount: '1', note }
    const changes = Array.from({ length: 400 }, () => ({ op: 'create', transaction }))
    assert.is((await asha.ledger('POST', '/transactions/batch', { changes })).status, 200)
  }
  assert.is((await exported(asha, '?from=2026-02-01&to=2026-02-28')).length, 400)
  assert.is((await exported(asha, '?kind=income')).length, 0)
  const all = await exported(asha, '')
  assert.is(all.length, 1200)
  assert.is(new Set(all.map((row) => row.id)).size, 1200)
})

exporting('is a download in UTF-8 that no browser takes for a page', async () => {
  const asha = await register(stage.call)
  const { headers } = await asha.ledger('GET', '/transactions/export.csv')
  assert.match(headers['content-type'] ?? '', /^text\/csv; charset=utf-8$/i)
  assert.match(headers['content-disposition'] ?? '', /^attachment/)
  assert.is(headers['x-content-type-options'], 'nosniff')
})

exporting.run()

type Row = { readonly [column: string]: string }

/** Its parts put together are one file; with the guards taken off. */
async function exported(person: Person, query: string): Promise<readonly Row[]> {
  const records: string[][] = []
  let cursor: string | undefined
  do {
    const more = cursor ? `${query ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : ''
    const { status, headers, body } = await person.ledger('GET', `/transactions/export.csv${query}${more}`)
    assert.is(status, 200, String(body))
    assert.ok(Buffer.byteLength(String(body)) < 1_000_000)
    records.push(...csvRecords(String(body).replace(/^\ufeff/, '')))
    cursor = headers['x-next-cursor']
  } while (cursor)
  const [names = [], ...rows] = records
  return rows.map((cells) => Object.fromEntries(names.map((name, n) => [name, unguard(cells[n] ?? '')])))
}
