// The floor: bare node:http and a bare driver that get the product's requests, replay what it sent and give its answers,
// byte for byte. Argument: a JSON file of
// { engine, file | server, pragmas, requests: { [path]: { ids, sent: [{ sql, values, rows }], answer: { headers, body } } } }.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { engine, file, server, pragmas, requests } = JSON.parse(readFileSync(process.argv[2], 'utf8'), (_, value) =>
  value && typeof value === 'object' && 'whole' in value ? BigInt(value.whole) : value,
)
const send = engine === 'sqlite' ? await bySqlite() : await byMysql()

createServer((request, response) => {
  request.resume().on('end', async () => {
    const { ids, sent, answer } = requests[request.url]
    const fresh = new Map(ids.map((id) => [id, randomUUID()]))
    await send(sent, (value) => fresh.get(value) ?? value)
    response.writeHead(200, answer.headers).end(JSON.stringify(answer.body))
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
  return async (sent, given) => {
    for (const { sql, values, rows } of sent) {
      if (values === undefined) database.exec(sql)
      else if (rows) prepared(sql, rows).all(values.map(given))
      else prepared(sql, rows).run(values.map(given))
    }
  }
}

async function byMysql() {
  const { createPool } = await import('mysql2')
  const asSent = { supportBigNumbers: true, bigNumberStrings: true, dateStrings: true, rowsAsArray: true }
  const pool = createPool({ ...server, ...asSent })
  const done = (call) =>
    new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value))))
  return async (sent, given) => {
    const connection = await done((next) => pool.getConnection(next))
    for (const { sql, values } of sent) await done((next) => connection.query(sql, (values ?? []).map(given), next))
    connection.release()
  }
}
