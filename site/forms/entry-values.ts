import type { NewTransaction, TransactionView } from '../../functions/api/transactions.ts'
import { editable, readAmount } from '../amounts.ts'
import { faultText } from '../refusals.ts'
import type { Book } from '../state/book.ts'
import { type Draft, draftOf } from '../state/entries.ts'
import { whatIs } from '../state/loaded.ts'
import { todayIn } from '../state/new-entry.ts'
import type { Dialog, State, Values } from '../state/state.ts'
import type { Outcome } from './form.ts'
import { filedIn, partsIn, partValues, readParts } from './part-values.ts'

export const kinds = ['expense', 'income', 'transfer', 'refund'] as const

/** What the form holds at first: the entry, or what a new one begins with. Most people pay most things from one account. */
export function firstValues(
  { latest }: State,
  book: Book,
  entry: TransactionView | undefined,
  now: number,
  begun: Values = {},
): Values {
  if (!entry) {
    const accountId = whatIs(latest)?.items[0]?.accountId ?? book.accounts.find((one) => !one.archived)?.id ?? ''
    return { kind: 'expense', day: todayIn(book.ledger.timeZone, now), accountId, ...begun }
  }
  return valuesOf(draftOf(entry))
}

/** An entry as the fields of a form hold it. */
export function valuesOf({ amount, toAmount, tags, splits, categoryId, ...rest }: Draft): Values {
  const given = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return {
    ...Object.fromEntries(given),
    ...(categoryId && { [filedIn(rest)]: categoryId }),
    amount: amount && editable(amount),
    toAmount: toAmount ? editable(toAmount) : '',
    tags: (tags ?? []).join(', '),
    ...partValues(splits ?? [], rest),
  }
}

/** The kind, the accounts and the currencies that the form speaks of, as far as it is filled in. */
export function about(book: Book, values: Values, entry: TransactionView | undefined) {
  const kind = kinds.find((one) => one === values.kind) ?? 'expense'
  const accounts = book.accounts.filter(
    (one) => !one.archived || one.id === entry?.accountId || one.id === entry?.toAccountId,
  )
  // a select that has not what is wanted shows the first that it has
  const account = accounts.find((one) => one.id === values.accountId) ?? accounts[0]
  const others = accounts.filter((one) => one !== account)
  const currency = account?.currency ?? book.ledger.currency
  const arriving = (others.find((one) => one.id === values.toAccountId) ?? others[0])?.currency ?? currency
  return { kind, accounts, others, currency, arriving }
}

/**
 * The entry that the form asks for, or what is wrong with its fields. `entry` is what it was before; of a new one
 * `original`, which no field shows, goes along.
 */
export function readEntry(
  book: Book,
  values: Values,
  { entry, original }: Pick<Dialog & { readonly kind: 'entry' }, 'entry' | 'original'>,
): NewTransaction | (Outcome & { readonly kind: 'faults' }) {
  const { kind, currency, arriving } = about(book, values, entry)
  const { day = '', accountId, toAccountId, payee, note } = values
  const isTransfer = kind === 'transfer'
  const amount = readAmount(values.amount ?? '', currency)
  const toAmount = isTransfer && arriving !== currency ? readAmount(values.toAmount ?? '', arriving) : undefined
  const parts = readParts(isTransfer ? {} : values, currency)
  const faults = {
    ...(!amount.ok && { amount: faultText(amount.error) }),
    ...(toAmount?.ok === false && { toAmount: faultText(toAmount.error) }),
    ...(!day && { day: faultText('bad-day') }),
    ...parts.faults,
  }
  if (!amount.ok || Object.keys(faults).length > 0) return { kind: 'faults', faults }

  const isSplit = partsIn(values).length > 0
  const filed = isTransfer
    ? { toAccountId, toAmount: toAmount?.ok ? toAmount.value : undefined }
    : {
        payee: payee || undefined,
        ...(isSplit ? { splits: parts.splits } : { categoryId: values[filedIn(values)] || undefined }),
      }
  const tags = tagsIn(values.tags ?? '')
  const draft = { kind, day, amount: amount.value, accountId, note: note || undefined, tags, ...filed }
  return original ? { ...draft, original } : draft
}

/** Parted by commas or marks: "team, summer trip" or "#team #trip". None is undefined. */
export function tagsIn(text: string): string[] | undefined {
  const tags = text
    .split(/[,#]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
  return tags.length > 0 ? [...new Set(tags)].slice(0, 10) : undefined
}
