import { currencyOf } from '../../functions/domain/currency.ts'
import { parseDay } from '../../functions/domain/day.ts'
import { type AccountId, parseId } from '../../functions/domain/ids.ts'
import { formatAmount, minus, parseSigned, plus, zero } from '../../functions/domain/money.ts'
import { at, type Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { worthPoints, worthWindows } from '../../functions/domain/worth.ts'
import { accountView as viewOf } from '../../functions/views/account-view.ts'
import { netWorthView } from '../../functions/views/net-worth-view.ts'
import type { Api } from '../api.ts'
import { uuidV7 } from '../uuid.ts'
import { answered, no, shown } from './answers.ts'
import { isNamed, isTaken, put, removed, rowIn } from './rows.ts'
import { readTotals } from './totals.ts'
import { type Account, todayOf, type World } from './world.ts'

type Calls = Api['accounts']
type Body = Parameters<Calls['addAccount']>[0]['body']

export function accounts(world: World): Calls {
  const rows = world.accounts
  const accountView = (account: Account) => viewOf(withStatement(world, account))

  function add(id: string, body: Body) {
    const known = rows.get(id)
    if (known) return answered(200, accountView(known))
    const row = rowFrom(world, id, body)
    return row.ok ? answered(201, accountView(row.value)) : no(row.error)
  }

  function change(id: string, headers: { readonly 'if-match'?: string } | undefined, patch: Patch) {
    const before = rowIn(rows, id, headers)
    return shown(before.ok ? rowFrom(world, id, laid(patch, bodyOf(before.value)), before.value) : before, accountView)
  }

  return {
    listAccounts: async () => answered(200, { items: [...rows.values()].map(accountView) }),
    getNetWorth: async ({ query }) => {
      const today = todayOf(world)
      const on = query?.on === undefined ? ok(today) : parseDay(query.on)
      if (!on.ok) return no(at('/query/on', on.error))
      const points = worthPoints(world.head.rules, on.value, today)
      const movements = readTotals(world, [{ face: 'account', windows: worthWindows(points) }])
      return answered(200, netWorthView(world.head.currency, [...rows.values()], points, movements))
    },
    addAccount: async ({ body, headers }) => add(headers?.['idempotency-key'] ?? uuidV7(world.now()), body),
    getAccount: async ({ params }) => shown(rowIn(rows, params.id), accountView),
    putAccount: async ({ params, headers, body }) =>
      headers?.['if-match'] ? change(params.id, headers, body) : add(params.id, body),
    changeAccount: async ({ params, headers, body }) => change(params.id, headers, body),
    removeAccount: async ({ params, headers }) => {
      const gone = removed(world, rows, params.id, headers, ({ id }) => isNamed(world, id))
      return gone.ok ? answered(204, undefined) : no(gone.error)
    },
  }
}

/** The day of its latest statement is shown with it. */
function withStatement({ statements }: World, { reconciled: _, ...account }: Account): Account {
  const days = [...statements.values()].filter(({ accountId }) => accountId === account.id).map(({ day }) => day)
  const reconciled = days.toSorted().at(-1)
  return { ...account, ...(reconciled && { reconciled }) }
}

function rowFrom(world: World, text: string, body: Body, before?: Account): Result<Account, Refusal> {
  const id = parseId<AccountId>(text)
  const currency = currencyOf(body.currency ?? before?.currency.code ?? world.head.currency.code)
  if (!id) return refuse({ kind: 'not-found' })
  if (!currency.ok) return refuse(at('/currency', currency.error))
  if (before && before.currency.code !== currency.value.code && isNamed(world, id)) {
    return refuse({ kind: 'currency-fixed', pointer: '/currency' })
  }
  const name = body.name.trim()
  if (isTaken(world.accounts.values(), name, id)) return refuse({ kind: 'name-taken', pointer: '/name' })
  const opening = openingFrom(world, body, currency.value)
  if (!opening.ok) return opening

  const moved = before ? minus(before.balance, before.opening.amount) : zero
  return put(world, world.accounts, {
    id,
    version: (before?.version ?? 0) + 1,
    name,
    kind: body.kind,
    currency: currency.value,
    opening: opening.value,
    balance: plus(opening.value.amount, moved),
    archived: body.archived ?? false,
  })
}

function openingFrom(
  world: World,
  { opening }: Body,
  currency: Account['currency'],
): Result<Account['opening'], Refusal> {
  if (!opening) return ok({ amount: zero, day: todayOf(world) })
  const amount = parseSigned(opening.amount, currency)
  if (!amount.ok) return refuse(at('/opening/amount', amount.error))
  const day = parseDay(opening.day)
  return day.ok ? ok({ amount: amount.value, day: day.value }) : refuse(at('/opening/day', day.error))
}

function bodyOf({ name, kind, currency, opening, archived }: Account): Body {
  const amount = formatAmount(opening.amount, currency)
  return { name, kind, currency: currency.code, opening: { amount, day: opening.day }, archived }
}

type Patch = { readonly [Field in keyof Body]?: Body[Field] | undefined }

/** What a patch leaves out stays. */
function laid(patch: Patch, body: Body): Body {
  return { ...body, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) }
}
