// The floor: bare node:http and a bare driver that replay what the product sent. Arguments: a JSON file of
// { engine, file | server, pragmas, requests: { [path]: { ids, sent: [{ sql, values, rows }] } } }.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { engine, file, server, pragmas, requests } = JSON.parse(readFileSync(process.argv[2], 'utf8'), (_, value) =>
  value && typeof value === 'object' && 'whole' in value ? BigInt(value.whole) : value,
)
const asText = (_, value) => (typeof value === 'bigint' ? String(value) : value)
const send = engine === 'sqlite' ? await bySqlite() : await byMysql()

createServer((request, response) => {
  request.resume().on('end', async () => {
    const { ids, sent } = requests[request.url]
    const fresh = new Map(ids.map((id) => [id, randomUUID()]))
    const rows = await send(sent, (value) => fresh.get(value) ?? value)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows, asText))
  })
}).listen(0, '127.0.0.1', function () {
  process.stdout.write(`http://127.0.0.1:${this.address().port}\n`)
})

async function bySqlite() {
  const { default: Database } = await import('libsql')
  const database = new Database(file, { timeout: 5_000 }).defaultSafeIntegers(true)
  for (const pragma of pragmas) database.pragma(pragma)
  const kept = new Map()
  const prepared = (sql, rows) => {
    if (!kept.has(sql)) kept.set(sql, rows ? database.prepare(sql).raw() : database.prepare(sql))
    return kept.get(sql)
  }
  return async (sent, given) =>
    sent.flatMap(({ sql, values, rows }) => {
      if (values === undefined) return database.exec(sql) && []
      if (rows) return prepared(sql, rows).all(values.map(given))
      prepared(sql, rows).run(values.map(given))
      return []
    })
}

async function byMysql() {
  const { createPool } = await import('mysql2/promise')
  const pool = createPool({ ...server, supportBigNumbers: true, bigNumberStrings: true, dateStrings: true })
  return async (sent, given) => {
    const connection = await pool.getConnection()
    const all = []
    for (const { sql, values, rows } of sent) {
      const [answer] = await connection.query(sql, (values ?? []).map(given))
      if (rows) all.push(answer)
    }
    connection.release()
    return all
  }
}
