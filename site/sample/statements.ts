import { parseDay } from '../../functions/domain/day.ts'
import { fromStore, type Minor, parseSigned, zero } from '../../functions/domain/money.ts'
import { at, type Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { effectOn, offBy, type Statement } from '../../functions/domain/statement.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { statementView } from '../../functions/views/statement-view.ts'
import type { Api } from '../api.ts'
import { answered, no } from './answers.ts'
import { placeOf } from './filter.ts'
import { type Account, touch, type World } from './world.ts'

type Calls = Api['statements']

/** What a bank says of an account, checked against the entries. */
export function statements(world: World): Calls {
  const place = ({ id, day: text }: { readonly id: string; readonly day: string }) => {
    const day = parseDay(text)
    const account = world.accounts.get(id)
    if (!day.ok) return refuse<Refusal>(at('/path/day', day.error))
    return account ? ok({ account, day: day.value }) : refuse<Refusal>({ kind: 'not-found' })
  }
  return {
    getStatement: async ({ params }) => {
      const asked = place(params)
      return asked.ok ? answered(200, statementView(reckoning(world, asked.value))) : no(asked.error)
    },
    putStatement: async ({ params, body }) => {
      const asked = place(params)
      if (!asked.ok) return no(asked.error)
      const done = put(world, asked.value, body.balance, body.open ?? [])
      if (!done.ok) return no(done.error)
      return answered(done.value, statementView(reckoning(world, asked.value)))
    },
    removeStatement: async ({ params }) => {
      const day = parseDay(params.day)
      if (!day.ok) return no(at('/path/day', day.error))
      if (world.statements.delete(`${params.id} ${params.day}`)) touch(world)
      return answered(204, undefined)
    },
  }
}

type Place = { readonly account: Account; readonly day: Statement['day'] }

function put(world: World, { account, day }: Place, text: string, ids: readonly string[]): Result<200 | 201, Refusal> {
  const balance = parseSigned(text, account.currency)
  if (!balance.ok) return refuse(at('/balance', balance.error))
  const open = [...new Set(ids)].map((id) => world.entries.get(id))
  const stranger = open.findIndex((entry) => !entry || !isOf(entry, account, day))
  if (stranger >= 0) return refuse({ kind: 'unknown-entry', pointer: `/open/${stranger}` })
  const items = open.filter((entry) => entry !== undefined)
  if (offBy({ day, balance: balance.value }, bookOf(world, account, day), items, account.id) !== 0n) {
    return refuse({ kind: 'statement-off', pointer: '/balance' })
  }

  const key = `${account.id} ${day}`
  const isNew = !world.statements.has(key)
  world.statements.set(key, { accountId: account.id, day, balance: balance.value, open: items.map(({ id }) => id) })
  touch(world)
  return ok(isNew ? 201 : 200)
}

function reckoning(world: World, { account, day }: Place): Parameters<typeof statementView>[0] {
  const all = [...world.statements.values()].filter((one) => one.accountId === account.id && one.day <= day)
  const [latest, before] = all.sort((a, b) => (a.day < b.day ? 1 : -1))
  const own = latest?.day === day ? latest : undefined
  const previous = own ? before : latest
  const itemsOf = ({ open }: { readonly open: readonly string[] }): Transaction[] =>
    open.flatMap((id) => world.entries.get(id) ?? []).sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  const remembered = (one: NonNullable<typeof latest>) => ({
    day: one.day,
    balance: one.balance,
    off: offBy(one, bookOf(world, account, one.day), itemsOf(one), account.id),
  })
  const shown = own ?? previous
  return {
    account,
    day,
    book: bookOf(world, account, day),
    ...(own && { own: remembered(own) }),
    ...(previous && { previous: remembered(previous) }),
    open: shown ? itemsOf(shown).filter((entry) => isOf(entry, account, day)) : [],
  }
}

/** The opening balance, from its own day on, and every entry up to the day. */
function bookOf({ entries }: World, account: Account, day: Statement['day']): Minor {
  const moved = [...entries.values()]
    .filter((entry) => isOf(entry, account, day))
    .reduce((sum, entry) => sum + effectOn(entry, account.id), 0n)
  const opened = account.opening.day <= day ? account.opening.amount : zero
  return fromStore(opened + moved)
}

/** Whether the account has the entry by the end of the day. */
const isOf = (entry: Transaction, { id }: Account, day: Statement['day']) =>
  entry.day <= day && (entry.accountId === id || entry.to?.accountId === id)
