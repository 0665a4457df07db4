import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { copyFolder } from './copy-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { openSqlite } from './sqlite.ts'

interface Tables {
  pairs: { id: number; half: string }
}

const copying = suite('copying a data folder')
let root: string
let data: string
let ledger: Kysely<Tables>
let release: () => void

copying.before.each(async () => {
  root = mkdtempSync(join(tmpdir(), "outlay's copy "))
  data = join(root, 'data')
  release = await lockFolder(data)
  const identity = await openSqlite<Tables>(join(data, 'identity.db'))
  await identity.destroy()
  ledger = await openSqlite<Tables>(join(data, 'ledger.db'))
  await sql`create table pairs (id integer, half text) strict`.execute(ledger)
  mkdirSync(join(data, 'objects', 'a'), { recursive: true })
  writeFileSync(join(data, 'objects', 'a', 'report.pdf'), 'a report')
})
copying.after.each(async () => {
  await ledger.destroy()
  release()
  rmSync(root, { recursive: true })
})

const addPair = (id: number) =>
  ledger.transaction().execute(async (tx) => {
    for (const half of ['left', 'right']) await tx.insertInto('pairs').values({ id, half }).execute()
  })

copying('takes each database as of one moment while it is written to', async () => {
  await addPair(0)
  const copied = copyElsewhere(data, join(root, 'copy'))
  let running = true
  copied.finally(() => {
    running = false
  })
  for (let id = 1; running; id++) {
    await addPair(id)
    await setImmediate()
  }
  assert.is(await copied, 0)
  await addPair(-1)

  const kept = await openSqlite<Tables>(join(root, 'copy', 'ledger.db'))
  const { rows } = await sql<{ halves: bigint }>`select count(*) as halves from pairs group by id`.execute(kept)
  await kept.destroy()
  assert.ok(rows.length > 1)
  assert.ok(rows.every(({ halves }) => halves === 2n))
})

copying('takes no file of a database as it lies there, whatever the database is called', async () => {
  const books = await openSqlite<Tables>(join(data, 'books.sqlite3'))
  await sql`create table pairs (id integer, half text) strict`.execute(books)
  await books.insertInto('pairs').values({ id: 1, half: 'left' }).execute()
  assert.ok(existsSync(join(data, 'books.sqlite3-wal')))
  await copyFolder(data, join(root, 'copy'), ['books.sqlite3'])
  await books.destroy()

  assert.equal(readdirSync(join(root, 'copy')).sort(), ['books.sqlite3', 'objects'])
  const kept = await openSqlite<Tables>(join(root, 'copy', 'books.sqlite3'))
  assert.is((await kept.selectFrom('pairs').selectAll().execute()).length, 1)
  await kept.destroy()
})

copying('does not copy a folder into itself, but for the place that it leaves out', async () => {
  for (const target of [data, join(data, 'copy'), join(data, 'objects', 'copy')])
    assert.match(await sentence(copyFolder(data, target)), 'is in the folder that is copied')
  await copyFolder(data, join(data, 'backups', 'one'))
  assert.equal(readdirSync(data).sort().includes('copy'), false)
})

copying('takes the files, and leaves out locks and other copies', async () => {
  mkdirSync(join(data, 'backups', 'old'), { recursive: true })

  await copyFolder(data, join(data, 'backups', 'new'))

  const copy = join(data, 'backups', 'new')
  assert.equal(readdirSync(copy).sort(), ['identity.db', 'ledger.db', 'objects'])
  assert.is(readFileSync(join(copy, 'objects', 'a', 'report.pdf'), 'utf8'), 'a report')
})

copying('takes the keys for one user, a database by another name, and what a link leads to', async () => {
  writeFileSync(join(data, 'keys.json'), '{}', { mode: 0o600 })
  writeFileSync(join(root, 'far.pdf'), 'far')
  symlinkSync(join(root, 'far.pdf'), join(data, 'objects', 'far.pdf'))
  const books = await openSqlite<Tables>(join(data, 'books.db'))
  await books.destroy()

  await copyFolder(data, join(root, 'copy'), ['books.db'])
  rmSync(join(root, 'far.pdf'))
  assert.equal(readdirSync(join(root, 'copy')).sort(), ['books.db', 'keys.json', 'objects'])
  assert.is(statSync(join(root, 'copy', 'keys.json')).mode & 0o777, 0o600)
  assert.is(readFileSync(join(root, 'copy', 'objects', 'far.pdf'), 'utf8'), 'far')
})

copying('takes the keys and files alone where both databases are on servers', async () => {
  writeFileSync(join(data, 'keys.json'), '{}')
  await copyFolder(data, join(root, 'copy'), [])
  assert.equal(readdirSync(join(root, 'copy')).sort(), ['keys.json', 'objects'])
})

copying('passes over a file that is gone by then', async () => {
  symlinkSync(join(root, 'gone.pdf'), join(data, 'objects', 'gone.pdf'))
  await copyFolder(data, join(root, 'copy'))
  assert.equal(readdirSync(join(root, 'copy', 'objects')), ['a'])
})

copying('overwrites nothing, and leaves nothing half done', async () => {
  writeFileSync(join(root, 'taken'), 'mine')
  rmSync(join(data, 'identity.db'))
  writeFileSync(join(data, 'identity.db'), 'no database at all, but something that is long enough to be read as one')

  assert.match(await sentence(copyFolder(data, join(root, 'taken'))), 'is there already')
  assert.match(await sentence(copyFolder(data, join(root, 'broken'))), 'could not be copied')
  assert.match(await sentence(copyFolder(join(root, 'nothing'), join(root, 'x'))), 'nothing of Outlay')
  assert.is(readFileSync(join(root, 'taken'), 'utf8'), 'mine')
  assert.equal(readdirSync(root).sort(), ['data', 'taken'])
  assert.not(existsSync(join(root, 'broken')))
})

copying.run()

/** In another process, as the command does it; answers with its exit code. */
function copyElsewhere(from: string, to: string): Promise<number | null> {
  const module = new URL('./copy-folder.ts', import.meta.url).href
  const script = `import(${JSON.stringify(module)}).then((m) => m.copyFolder(...${JSON.stringify([from, to])}))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

async function sentence(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: unknown) => (error instanceof Error && error.name === 'Sentence' ? error.message : String(error)),
  )
}
