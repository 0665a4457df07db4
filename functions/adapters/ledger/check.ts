import { type Kysely, sql, type Transaction as Trx } from 'kysely'
import { contributions, type Delta } from '../../domain/contributions.ts'
import type { LedgerId } from '../../domain/ids.ts'
import { sum } from '../../domain/money.ts'
import type { Transaction } from '../../domain/transaction.ts'
import { lineRows } from './entry-rows.ts'
import { type EntryRow, entryColumns, entryFrom, entryJoins, type SplitRow, splitsFrom } from './rows.ts'
import type { LedgerTables } from './schema.ts'

type Db = Trx<LedgerTables>
type WholeRead = bigint | number | string

/**
 * Law 11: totals are what the entries come to. Streams entries with their lines, sums up what they contribute and
 * compares that with totals and balances, and the lines with what their entries say; memory holds sums only.
 * Returns a sentence for each thing that is not so.
 */
export async function checkLedger(db: Kysely<LedgerTables>, ledgerId: LedgerId): Promise<readonly string[]> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return snapshot.execute(async (trx) => {
    const sums = new Map<string, Sum>()
    const faults: string[] = await lostLines(trx, ledgerId)
    for await (const rows of entriesOf(trx, ledgerId)) {
      const entry = entryFrom(rows[0], splitsOf(rows))
      for (const delta of contributions(entry)) add(sums, delta)
      if (!isWhole(ledgerId, entry, rows)) faults.push(`The lines of entry ${entry.id} are not what it says.`)
    }
    return [...faults, ...(await totalFaults(trx, ledgerId, sums)), ...(await balanceFaults(trx, ledgerId, sums))]
  })
}

interface Sum {
  readonly face: string
  readonly key: string
  plus: bigint
  minus: bigint
  n: bigint
}

const spelled = ({ plus, minus, n }: Pick<Sum, 'plus' | 'minus' | 'n'>) => `+${plus} -${minus} in ${n}`

function add(sums: Map<string, Sum>, { face, grain, start, key, currency, plus, minus, n }: Delta): void {
  const name = `${face} ${grain} ${start} ${key} ${currency}`
  const row = sums.get(name) ?? { face: `${face} ${grain}`, key, plus: 0n, minus: 0n, n: 0n }
  row.plus += plus
  row.minus += minus
  row.n += n
  sums.set(name, row)
}

const lineColumns = [
  ...(['n', 'category_id', 'payee_id', 'account_id', 'kind', 'currency', 'day', 'month', 'amount', 'note'] as const),
]
type LineRow = { readonly [Column in (typeof lineColumns)[number] as `line_${Column}`]: WholeRead | null }
type Row = EntryRow & LineRow

/** The rows of one entry at a time, one per line; one without a line where all are lost. */
async function* entriesOf(db: Db, ledgerId: LedgerId): AsyncGenerator<readonly [Row, ...Row[]]> {
  const lines = lineColumns.map((column) => `l.${column} as line_${column}`).join(', ')
  const query = sql<Row>`
    select ${sql.raw(`${entryColumns}, ${lines}`)} from transactions t ${sql.raw(entryJoins)}
    left join ${sql.table('lines')} l on l.ledger_id = t.ledger_id and l.tx_id = t.id
    where t.ledger_id = ${ledgerId} order by t.id, l.n`
  let entry: [Row, ...Row[]] | undefined
  for await (const { rows } of db.getExecutor().stream<Row>(query.compile(db), 500)) {
    for (const row of rows) {
      if (entry?.[0].id === row.id) {
        entry.push(row)
        continue
      }
      if (entry) yield entry
      entry = [row]
    }
  }
  if (entry) yield entry
}

/** Law 1 among it: splits sum to the whole. */
function isWhole(ledgerId: LedgerId, entry: Transaction, rows: readonly [Row, ...Row[]]): boolean {
  const { splits, amount } = entry
  const said = lineRows(ledgerId, entry).map((line) => lineColumns.map((column) => String(line[column])))
  const kept = rows.map((row) => lineColumns.map((column) => String(row[`line_${column}`])))
  const adds = splits.length === 0 || sum(splits.map((split) => split.amount)) === amount
  return adds && Number(rows[0].split_count) === splits.length && said.join('\n') === kept.join('\n')
}

/** As many as the lines say, whatever the entry counts. */
function splitsOf(rows: readonly [Row, ...Row[]]) {
  const [{ id, split_count }] = rows
  if (Number(split_count) === 0 && rows.length === 1) return []
  const splits = rows.map((row): SplitRow => {
    const { line_category_id, line_amount, line_note } = row
    return { tx_id: id, category_id: text(line_category_id), amount: line_amount ?? 0, note: text(line_note) }
  })
  return splitsFrom(splits).get(id)
}

const text = (value: WholeRead | null) => (value === null ? null : String(value))

async function lostLines(db: Db, ledgerId: LedgerId): Promise<string[]> {
  const { rows } = await sql<{ tx_id: string }>`
    select distinct l.tx_id from ${sql.table('lines')} l
    left join transactions t on t.ledger_id = l.ledger_id and t.id = l.tx_id
    where l.ledger_id = ${ledgerId} and t.id is null`.execute(db)
  return rows.map(({ tx_id }) => `There are lines of an entry ${tx_id}, and no entry.`)
}

/** A row of zeros says no more than none. */
async function totalFaults(db: Db, ledgerId: LedgerId, sums: ReadonlyMap<string, Sum>): Promise<readonly string[]> {
  const missing = new Map(sums)
  const faults: string[] = []
  const stored = db.selectFrom('totals').selectAll().where('ledger_id', '=', ledgerId)
  for await (const row of stored.stream(500)) {
    const name = `${row.face} ${row.grain} ${row.start} ${row.key_id} ${row.currency}`
    const is = spelled({ plus: BigInt(row.plus), minus: BigInt(row.minus), n: BigInt(row.n) })
    const should = spelled(sums.get(name) ?? nothing)
    if (is !== should) faults.push(`The total ${name} is ${is} and should be ${should}.`)
    missing.delete(name)
  }
  for (const [name, due] of missing) {
    if (spelled(due) !== spelled(nothing)) faults.push(`The total ${name} is missing and should be ${spelled(due)}.`)
  }
  return faults
}

const nothing = { plus: 0n, minus: 0n, n: 0n }

async function balanceFaults(db: Db, ledgerId: LedgerId, sums: ReadonlyMap<string, Sum>): Promise<readonly string[]> {
  const moves = new Map<string, bigint>()
  for (const { face, key, plus, minus } of sums.values()) {
    if (face === 'account m') moves.set(key, (moves.get(key) ?? 0n) + plus - minus)
  }
  const accounts = await db.selectFrom('accounts').selectAll().where('ledger_id', '=', ledgerId).execute()
  return accounts.flatMap(({ id, balance, opening_balance }) => {
    const should = BigInt(opening_balance) + (moves.get(id) ?? 0n)
    return BigInt(balance) === should ? [] : [`The balance of account ${id} is ${balance} and should be ${should}.`]
  })
}
