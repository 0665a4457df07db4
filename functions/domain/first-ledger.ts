import { type Currency, currencyOf } from './currency.ts'
import type { Day } from './day.ts'
import { type AccountId, type CategoryId, derivedId, type LedgerId, type UserId } from './ids.ts'
import { presetsFor } from './presets.ts'
import type { CategoryKind } from './transaction.ts'
import { firstWeekdayOf } from './week-start.ts'
import { todayIn } from './zone.ts'

/** What is known of a person from registration on; `currency` is a code that was looked at then. */
export interface Newcomer {
  readonly id: UserId
  readonly ledgerId: LedgerId
  readonly currency: string
  readonly locale: string
  readonly timeZone: string
}

export interface FirstLedger {
  readonly userId: UserId
  readonly ledgerId: LedgerId
  readonly name: string
  readonly currency: Currency
  readonly timeZone: string
  readonly firstWeekday: number
  readonly today: Day
  readonly account: { readonly id: AccountId; readonly name: string }
  readonly categories: readonly FirstCategory[]
}

export interface FirstCategory {
  readonly id: CategoryId
  readonly kind: CategoryKind
  readonly name: string
  readonly parentId?: CategoryId
  readonly preset: string
}

/** The ledger that a person begins with. Every id in it follows from the ledger's, so that making it again finds it. */
export function firstLedger(person: Newcomer, now: number): FirstLedger {
  const { id: userId, ledgerId, currency, locale, timeZone } = person
  const presets = presetsFor(locale)
  const categoryId = (key: string) => derivedId<CategoryId>(ledgerId, `category:${key}`)
  return {
    userId,
    ledgerId,
    name: presets.ledger,
    currency: known(currency),
    timeZone,
    firstWeekday: firstWeekdayOf(locale),
    today: todayIn(timeZone, now),
    account: { id: derivedId<AccountId>(ledgerId, 'account:first'), name: presets.account },
    categories: presets.categories.map(({ key, kind, name, parent }) => ({
      id: categoryId(key),
      kind,
      name,
      ...(parent !== undefined && { parentId: categoryId(parent) }),
      preset: key,
    })),
  }
}

function known(code: string): Currency {
  const currency = currencyOf(code)
  if (!currency.ok) throw new TypeError('The platform has forgotten a currency that it knew at registration.')
  return currency.value
}
