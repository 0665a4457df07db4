import { CompiledQuery, type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply, digest, doneIn, lunch, nextId } from '../../../tests/support/entries.ts'
import { deskEngines, type LedgerDesk, ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import type { Filter } from '../../ports/transactions.ts'
import { sqlPayees } from './payees.ts'
import type { LedgerTables } from './schema.ts'
import { sqlTransactions } from './transactions.ts'

// What a page of entries costs is counted in rows and statements, not timed: it may not grow with the ledger.

const reading = suite('reading a page of entries')

for (const engine of deskEngines('rows read')) {
  if (engine === 'mariadb') reading('reads as many rows in a ledger eight times as large', readsNoMore)
  else reading('scans no table', scansNothing)
}

async function readsNoMore() {
  const desk = await ledgerDesk('mariadb')
  await fill(desk, 0, 1_000)
  const small = await readsOf(desk)
  await fill(desk, 1_000, 8_000)
  const large = await readsOf(desk)
  await desk.close()

  for (const [what, rows] of large) {
    const before = small.get(what) ?? 0
    assert.ok(rows <= before * 1.2 + 10, `${what}: ${before} rows in a small ledger, ${rows} in a large one`)
    assert.ok(rows <= 2_000, `${what}: ${rows} rows`)
  }
}

async function scansNothing() {
  const desk = await ledgerDesk('sqlite')
  await fill(desk, 0, 1_000)
  desk.statements.length = 0
  for (const filter of Object.values(await filtersFor(desk))) {
    await desk.transactions.list(desk.scope, filter, undefined, 50)
  }
  const [entry] = (await desk.transactions.list(desk.scope, {}, undefined, 1)).entries
  const id = entry?.id ?? nextId(desk)
  const split = { splits: [{ amount: '6' }, { amount: '6.50' }], categoryId: null, tags: ['other'], note: 'another' }
  for (const change of [
    { do: 'create' as const, id: nextId(desk), draft: lunch, bodyHash: '' },
    { do: 'patch' as const, id, patch: split },
    { do: 'delete' as const, id },
    { do: 'restore' as const, id },
  ]) {
    doneIn(await apply(desk, change))
  }
  await desk.transactions.trash(desk.scope, undefined, 9)
  await desk.payees.list(desk.scope, { prefix: 'shop', after: 'Shop 2', limit: 9 })

  const texts = new Set(desk.statements.filter((text) => /^\s*(select|update|delete)/.test(text)))
  const scans: string[] = []
  for (const text of texts) {
    for (const step of await planOf(desk.db, text)) if (tables.test(step)) scans.push(`${step}: ${text}`)
  }
  await desk.close()

  assert.ok(texts.size > 20)
  assert.equal(scans, [])
}

/** A name of a derived table may be scanned: it holds what a page holds. */
const tables = /^SCAN (?!head\b|some\b|usual\b|CONSTANT)/

async function planOf(db: Kysely<LedgerTables>, text: string): Promise<readonly string[]> {
  const values = Array((text.match(/\?/g) ?? []).length).fill(null)
  const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, values))
  return rows.map(({ detail }) => detail)
}

/** The same days, categories, payees and words whatever the size, but for one entry with a word of its own. */
async function fill(desk: LedgerDesk, from: number, to: number) {
  const { at } = desk
  for (let start = from; start < to; start += 500) {
    const changes = Array.from({ length: 500 }, (_, place) => {
      const n = start + place
      const day = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`
      const sorted = n % 10 === 0 ? {} : { categoryId: n % 2 ? at.bread : at.rent }
      const note = `common ${n % 2 ? 'odd' : 'even'} ${n === 77 ? 'zebra' : `w${n % 80}`}`
      const draft = { ...lunch, ...sorted, day, note, payee: `Shop ${n % 7}`, tags: n % 5 ? [] : ['home'] }
      return { do: 'create' as const, id: nextId(desk), draft, bodyHash: digest('') }
    })
    doneIn(await apply(desk, ...changes))
  }
}

async function filtersFor({ at, payees, scope }: LedgerDesk): Promise<Record<string, Filter>> {
  const [payee] = await payees.list(scope, { prefix: 'shop', limit: 1 })
  return {
    everything: {},
    category: { categoryId: at.food },
    'no category': { categoryId: 'none' },
    account: { accountId: at.wallet },
    tag: { tag: 'home' },
    kind: { kind: 'expense', min: '1', max: '100', currency: 'EUR' },
    'a rare word': { text: 'zebra' },
    'a common word': { text: 'common' },
    'a word that nobody wrote': { text: 'xylophone' },
    'two common words': { text: 'shop common' },
    'a rare word among common ones': { text: 'common zebra' },
    'two common words that never meet': { text: 'even odd' },
    'beginnings that never meet': { text: 'eve od' },
    'a letter': { text: 'w' },
    'a common word in a category': { text: 'common', categoryId: at.bread },
    ...(payee && { payee: { payeeId: payee.id } }),
  }
}

/** Rows read for a page of each filter and the page after it, and for a write. */
async function readsOf(desk: LedgerDesk): Promise<ReadonlyMap<string, number>> {
  const filters = await filtersFor(desk)
  return desk.db.connection().execute(async (db) => {
    const transactions = sqlTransactions(db, { ids: desk.ids, mostLooked: 100 })
    const reads = new Map<string, number>()
    const counted = async (what: string, work: () => Promise<unknown>) => {
      const before = await rowsRead(db)
      await work()
      reads.set(what, (await rowsRead(db)) - before)
    }
    for (const [name, filter] of Object.entries(filters)) {
      const first = await transactions.list(desk.scope, filter, undefined, 50)
      await counted(name, () => transactions.list(desk.scope, filter, undefined, 50))
      const { next } = first
      if (next) await counted(`${name}, page two`, () => transactions.list(desk.scope, filter, next, 50))
    }
    const create = { do: 'create' as const, id: nextId(desk), draft: lunch, bodyHash: '' }
    await counted('payees', () => sqlPayees(db).list(desk.scope, { prefix: '', limit: 9 }))
    await counted('a write', () => transactions.apply(desk.scope, [create], desk.clock.now()))
    return reads
  })
}

async function rowsRead(db: Kysely<LedgerTables>): Promise<number> {
  const { rows } = await sql<{ Value: string }>`show session status like 'Handler_read%'`.execute(db)
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0)
}

reading.run()
