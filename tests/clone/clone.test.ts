import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startCommand } from '../../scripts/start-command.ts'
import { freshCopy } from './copy.ts'
import { freePort, listen, type Program, start } from './program.ts'

const cloning = suite('a fresh clone')

const root = fileURLToPath(new URL('../..', import.meta.url))
const asha = { email: 'asha@example.org', password: 'correct horse battery' }
/** What `npm start` runs; its exit code is its own. */
const withoutNpm = ['node', ...startCommand]
const clone = freshCopy(root)
cloning.after(() => rmSync(dirname(clone), { recursive: true, force: true }))

cloning('starts with one command, takes an entry, and ends well on Ctrl-C', async () => {
  const { program, url } = await running('the first start, packages and build included')
  const { accessToken } = await json(`${url}/v1/users`, 'POST', {
    ...asha,
    name: 'Asha',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    currency: 'EUR',
  })
  const entry = { kind: 'expense', day: '2026-11-20', amount: '12.50', payee: 'Mill Lane Bakery' }
  await json(`${url}/v1/ledgers/default/transactions`, 'POST', entry, accessToken)
  const { items } = await json(`${url}/v1/ledgers/default/transactions`, 'GET', undefined, accessToken)
  assert.equal(
    items?.map(({ amount }) => amount),
    ['12.50'],
  )
  assert.match((await (await fetch(url)).text()).toLowerCase(), '<!doctype html>')

  program.interrupt()
  await program.ended // npm itself dies of the signal; what it ran is asked in the next tests
  assert.is(program.err().replace(/^npm .*\n/gm, ''), '')
})

cloning('starts again with the data still there', async () => {
  const { program, url } = await running('the second start', withoutNpm)
  const { accessToken } = await json(`${url}/v1/sessions`, 'POST', asha)
  const { items } = await json(`${url}/v1/ledgers/default/transactions`, 'GET', undefined, accessToken)
  assert.equal(
    items?.map(({ amount }) => amount),
    ['12.50'],
  )

  program.interrupt()
  assert.is(await program.ended, 0)
})

cloning('says in one sentence that its port is taken', async () => {
  const { port, server } = await listen()
  await refusesToStart({ PORT: String(port) }, String(port))
  server.close()
})

cloning('says in one sentence that its folder cannot be written', async () => {
  const file = join(dirname(clone), 'a file')
  writeFileSync(file, '')
  await refusesToStart({ OUTLAY_DATA: file }, file)
})

cloning('says in one sentence that its folder is in use, and leaves the other one running', async () => {
  const { program, url } = await running('the third start', withoutNpm)
  await refusesToStart({}, 'in use')
  assert.is((await fetch(`${url}/v1/health`)).status, 200)

  program.interrupt()
  assert.is(await program.ended, 0)
})

cloning('says in one sentence that its data is newer than itself', async () => {
  const file = join(clone, 'data', 'ledger.db')
  const ledger = new Database(file)
  ledger.prepare('insert into schema_steps (name, applied_ms) values (?, ?)').run('ledger/9999/later', 1)
  await refusesToStart({}, 'newer')

  ledger.prepare('delete from schema_steps where name = ?').run('ledger/9999/later')
  ledger.close()
})

cloning('runs its units', async () => {
  const began = Date.now()
  const program = start('npm', ['test', 'units'], clone, { CI: '' })
  const code = await program.ended
  console.log(`\n  npm test units, development packages included: ${seconds(began)}`)
  assert.is(code, 0, program.out() + program.err())
  assert.match(program.out(), /\n\d+ passed, 0 failed\n$/)
})

cloning.run()

/** Starts it as the README says, and waits for the address that it prints. */
async function running(
  what: string,
  how = ['npm', 'start'],
): Promise<{ readonly program: Program; readonly url: string }> {
  const began = Date.now()
  const port = await freePort()
  const [command = '', ...args] = how
  const program = start(command, args, clone, { PORT: String(port) })
  const url = (await program.says(/http:\/\/\S+:\d+/)).replace(/\/$/, '')
  console.log(`\n  ${what}: ${seconds(began)}`)
  assert.ok(url.endsWith(`:${port}`), url)
  return { program, url }
}

async function refusesToStart(env: NodeJS.ProcessEnv, about: string): Promise<void> {
  const [command = '', ...args] = withoutNpm
  const program = start(command, args, clone, { PORT: String(await freePort()), ...env })
  assert.is(await program.ended, 1, program.out() + program.err())
  assert.match(program.err(), /^[A-Z][^\n]*\.\n$/)
  assert.ok(program.err().includes(about), program.err())
}

interface Body {
  readonly accessToken?: string
  readonly items?: readonly { readonly amount: string }[]
}

async function json(url: string, method: string, body?: unknown, token?: string): Promise<Body> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  assert.ok(answer.ok, `${method} ${url}: ${text}`)
  return JSON.parse(text) as Body
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`
