import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import { identityDb, ledgerDb } from '../../functions/compose.ts'
import type { LedgerId } from '../../functions/domain/ids.ts'
import { type Answer, callerOf } from '../support/client.ts'
import { startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { logInAgain, type Person, register } from '../support/people.ts'

// Sixteen at once write through the local host, each one entry after another, while somebody logs in over and over: the
// one connection of a plane must be enough, and hashing must not stand in the way.

const writers = 16
const each = 12

const host = await startHere()
const call = callerOf(host.url)
const people = await Promise.all(Array.from({ length: writers }, () => register(call)))
const asha = people[0] as Person
/** The host's own connections are open, so that no settings are asked for. */
const running = undefined

const writing = suite('sixteen who write at once')

writing('in one ledger are all served, and every figure is exact', async () => {
  const { answers, logIns } = await besideLogIns(() =>
    Promise.all(Array.from({ length: writers }, (_, n) => write(asha, n))),
  )

  assert.is(answers.flat().length, writers * each)
  assert.equal(refused(answers.flat()), [])
  assert.ok(logIns > 0)
  await isExact(asha, writers)
})

writing('in a ledger each are all served, and every figure is exact', async () => {
  const { answers, logIns } = await besideLogIns(() => Promise.all(people.map((person, n) => write(person, n))))

  assert.equal(refused(answers.flat()), [])
  assert.ok(logIns > 0)
  for (const person of people.slice(1)) await isExact(person, 1)
  await isExact(asha, writers + 1)
})

writing('use one connection per plane, which writes through to the disk', async () => {
  for (const db of [await identityDb(running), await ledgerDb(running)] as Kysely<unknown>[]) {
    assert.equal(await pragma(db, 'journal_mode'), 'wal')
    assert.equal(await pragma(db, 'synchronous'), 2n, 'FULL')
  }
  if (!existsSync('/proc/self/fd')) return leaveOut('open handles', 'there is no /proc on this system')
  for (const file of ['identity.db', 'ledger.db']) assert.is(handlesOn(join(host.data, file)), 1, file)
})

writing.after(() => host.close())
writing.run()

/** Creates, changes, deletes and a batch, in turn; the amount that is left is always 12.50 for each round of four. */
async function write(person: Person, n: number): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const send = async (method: string, path: string, body?: object) => {
    const answer = await person.ledger(method, path, body)
    answers.push(answer)
    return (answer.body as { id?: string } | undefined)?.id
  }
  const entry = { kind: 'expense', day: '2026-11-20', amount: '10.00', payee: `Shop ${n % 5}`, note: `writer ${n}` }
  for (let round = 0; round < each / 4; round++) {
    const id = await send('POST', '/transactions', entry)
    const other = await send('POST', '/transactions', entry)
    await send('PATCH', `/transactions/${id}`, { amount: '12.50', payee: 'Everybody’s' })
    await send('DELETE', `/transactions/${other}`)
  }
  return answers
}

/** Runs the work while one person after another logs in; how often that was. */
async function besideLogIns<T>(work: () => Promise<T>): Promise<{ readonly answers: T; readonly logIns: number }> {
  let [isDone, logIns] = [false, 0]
  const loggingIn = (async () => {
    for (; !isDone; logIns++) await logInAgain(people[logIns % people.length] as Person)
  })()
  const answers = await work().finally(() => {
    isDone = true
  })
  await loggingIn
  return { answers, logIns }
}

const refused = (answers: readonly Answer[]) => answers.filter(({ status }) => status >= 300)

/** After so many writers: what the API says, and what the entries come to. */
async function isExact(person: Person, times: number): Promise<void> {
  const { items } = (await person.ledger('GET', '/accounts')).body as { items: readonly { balance: string }[] }
  assert.equal(
    items.map(({ balance }) => balance),
    [`-${(12.5 * (each / 4) * times).toFixed(2)}`],
  )
  assert.equal(await checkLedger(await ledgerDb(running), person.ledgerId as LedgerId), [])
}

async function pragma(db: Kysely<unknown>, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)
  return Object.values(rows[0] ?? {})[0]
}

/** How many times this process has the file open. */
function handlesOn(file: string): number {
  const places = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return undefined
    }
  })
  return places.filter((place) => place === file).length
}
