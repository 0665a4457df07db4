import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const door = suite('the write door')

door('is the only place that writes entries, lines and totals', () => {
  assert.equal(writersIn(sources()), ['functions/adapters/ledger/write.ts'])
})

door('would be missed nowhere: each way to write is seen', () => {
  const ways = [
    `await insertRows(\n    db,\n    'lines',`,
    `await addTo(trx, 'totals', key, rows)`,
    `await deleteAmong(db, 'transactions', 'id', ledgerId, ids)`,
    `db.insertInto('transactions').values(row)`,
    `trx.updateTable('lines')`,
    `trx.deleteFrom('totals').where`,
    'sql`update transactions set day = 1`',
    `'delete from \`lines\` where ledger_id = ?'`,
    `sql\`insert into \${lines} (a) values (1)\``,
    `sql\`delete from \${sql.table('lines')}\``,
  ]
  for (const text of ways) assert.equal(writersIn([{ path: 'x.ts', text }]), ['x.ts'], text)
  for (const text of [`db.selectFrom('lines')`, 'sql`select 1 from transactions`', `db.deleteFrom('alerts')`]) {
    assert.equal(writersIn([{ path: 'x.ts', text }]), [], text)
  }
})

interface Source {
  readonly path: string
  readonly text: string
}

const table = `(transactions|lines|totals)`
const writes = [
  new RegExp(`\\b(insertRows|addTo|deleteRows|deleteAmong|deleteSome)\\(\\s*\\w+,\\s*'${table}'`),
  new RegExp(`\\.(insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\\(\\s*'${table}`),
  new RegExp(
    `\\b(insert into|update|delete from)\\s+(["\`]?${table}\\b|\\$\\{${table}\\}|\\$\\{sql\\.table\\('${table}')`,
    'i',
  ),
]

const writersIn = (all: readonly Source[]) =>
  all.filter(({ text }) => writes.some((write) => write.test(text))).map(({ path }) => path)

function sources(): readonly Source[] {
  const files = readdirSync('functions', { recursive: true, encoding: 'utf8' }).map((path) => join('functions', path))
  const ours = files.filter((path) => path.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(path))
  return ours.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

door.run()
