import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import { ledgerDb, ledgers } from '../../functions/compose.ts'
import { type LedgerId, parseId, type UserId } from '../../functions/domain/ids.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath } from '../support/mariadb.ts'
import { type Book, beginningOfTime } from '../support/model.ts'
import { type Person, refresh, register } from '../support/people.ts'
import { everyCommand, type Real } from './model/commands.ts'
import { openStage, type Stage } from './stage.ts'

const engines: { readonly [name: string]: () => Promise<string | undefined> } = {
  SQLite: async () => undefined,
  ...(mariadbPath() && { MariaDB: async () => JSON.stringify(await freshDatabase()) }),
}
if (!mariadbPath()) leaveOut('the model on MariaDB', 'there is no mariadbd; scripts/test-setup installs it')

/** Sequences of up to `length` commands; all engines together take well over three hundred commands. */
const runs = Number(process.env.MODEL_RUNS ?? 20)
const length = 40
/** Shrinking counts too. */
const patience = { interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false }
const seed = Number(process.env.SEED ?? Date.now()) % 2 ** 31

for (const [name, database] of Object.entries(engines)) {
  const agreeing = suite(`the product agrees with the book, on ${name}`)

  agreeing('after every step: figures, balances, limits, lists, and totals as recomputed from lines', async () => {
    const ledger = await database()
    const stage = await openStage(ledger === undefined ? {} : { ledger })
    stage.clock.advance(untilNoon(stage.clock.now()))
    let steps = 0
    const counted = everyCommand.map((one) =>
      one.map((command) => ({
        ...command,
        run: async (book: Book, real: Real) => {
          steps += 1
          await command.run(book, real)
        },
      })),
    )
    const commands = fc.commands(counted, { maxCommands: length, size: 'max' })
    try {
      const property = fc.asyncProperty(commands, async (some) => {
        await fc.asyncModelRun(() => opened(stage), some)
      })
      await fc.assert(property, { numRuns: runs, seed, includeErrorInReport: true, ...patience })
    } finally {
      await stage.close()
      console.log(`\n  ${steps} commands on ${name}, seed ${seed}`)
    }
    assert.ok(steps >= 150, `only ${steps} commands`)
  })

  agreeing.run()
}

/** A new person’s ledger with accounts in two currencies and categories on two levels, and the book of the same. */
async function opened(stage: Stage): Promise<{ model: Book; real: Real }> {
  const person = await register(stage.call)
  const { today, rule } = (await person.ledger('GET', '')).body as { today: string; rule: string }
  const { items } = (await person.ledger('GET', '/accounts')).body as { items: { id: string }[] }
  const wallet = items.map(({ id }) => ({ id, currency: 'EUR', opening: 0n, archived: false }))
  const bank = await opening(person, 'Bank', 'EUR', '250.00', 25_000n)
  const yen = await opening(person, 'Yen', 'JPY', '-9000', -9000n)
  const expense = (name: string, parentId?: string) => category(person, name, 'expense', parentId)
  const income = (name: string, parentId?: string) => category(person, name, 'income', parentId)
  const [food, pay] = [await expense('My food'), await income('My pay')]

  const model: Book = {
    today,
    currency: 'EUR',
    rules: [{ from: beginningOfTime, rule }],
    accounts: [...wallet, bank, yen],
    categories: [food, pay, await expense('Bread', food.id), await expense('Fun'), await income('Bonus', pay.id)],
    payeeAliases: new Map(),
    entries: [],
    trash: [],
    limits: [],
  }
  return { model, real: await realOf(stage, person) }
}

async function opening(person: Person, name: string, currency: string, amount: string, minor: bigint) {
  const id = randomUUID()
  const body = { name, kind: 'bank', currency, opening: { amount, day: '2026-01-01' } }
  assert.is((await person.ledger('PUT', `/accounts/${id}`, body)).status, 201)
  return { id, currency, opening: minor, archived: false }
}

async function category(person: Person, name: string, kind: 'expense' | 'income', parentId?: string) {
  const id = randomUUID()
  const body = { name, kind, ...(parentId !== undefined && { parentId }) }
  assert.is((await person.ledger('PUT', `/categories/${id}`, body)).status, 201)
  return { id, kind, parentId, mergedInto: undefined, archived: false }
}

async function realOf(stage: Stage, person: Person): Promise<Real> {
  const userId = parseId<UserId>(person.userId)
  if (!userId) throw new Error('a person without an id')
  return {
    send: (method, path, body, headers) => person.ledger(method, path, body, headers),
    nextId: randomUUID,
    pass: async (days) => {
      stage.clock.advance(days * 86_400_000)
      await refresh(person)
    },
    wrongTotals: async () => {
      // The host runs in this process: these are its own ports.
      const entrance = await (await ledgers(undefined)).enter(userId, 'default')
      return checkLedger(await ledgerDb(undefined), entrance?.membership?.ledger.ledgerId as LedgerId)
    },
  }
}

/** Far from midnight in any zone that matters, so that a run does not change its day under way. */
function untilNoon(now: number): number {
  const day = 86_400_000
  return (day + day / 2 - (now % day)) % day
}
