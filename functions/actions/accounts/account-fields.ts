import type { accounts } from '../../api/accounts.ts'
import type { Ask } from '../../api/route.ts'
import { type Currency, currencyOf } from '../../domain/currency.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import { formatAmount, parseSigned, zero } from '../../domain/money.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import type { AccountFields } from '../../ports/accounts.ts'

export type NewAccount = Ask<typeof accounts.addAccount>['body']

/** What a body asks for; what it leaves out is the ledger's currency, and nothing in it today. */
export function accountFields(body: NewAccount, usual: Currency, today: Day): Result<AccountFields, Refusal> {
  const currency = body.currency === undefined ? ok(usual) : currencyOf(body.currency)
  if (!currency.ok) return refuse(at('/currency', currency.error))
  const opening = openingOf(body, currency.value, today)
  if (!opening.ok) return opening

  return ok({
    name: body.name.trim(),
    kind: body.kind,
    currency: currency.value,
    opening: opening.value,
    archived: body.archived ?? false,
  })
}

/** The body that would ask for the account as it is: a patch is laid over it. */
export function bodyOf({ name, kind, currency, opening, archived }: AccountFields): NewAccount {
  // nothing is nothing in every currency, however many decimals it has
  const amount = opening.amount === zero ? '0' : formatAmount(opening.amount, currency)
  return { name, kind, currency: currency.code, opening: { amount, day: opening.day }, archived }
}

function openingOf({ opening }: NewAccount, currency: Currency, today: Day): Result<AccountFields['opening'], Refusal> {
  if (!opening) return ok({ amount: zero, day: today })
  const amount = parseSigned(opening.amount, currency)
  if (!amount.ok) return refuse(at('/opening/amount', amount.error))
  const day = parseDay(opening.day)
  return day.ok ? ok({ amount: amount.value, day: day.value }) : refuse(at('/opening/day', day.error))
}
