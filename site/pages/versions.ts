import type { TransactionView } from '../../functions/api/transactions.ts'
import { dayAndMonth } from '../days.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as parts from '../messages/en-entry.ts'
import * as asks from '../messages/en-forms.ts'
import { tags as tagsWord } from '../messages/en-say.ts'
import * as words from '../messages/en-waiting.ts'
import { t } from '../messages/t.ts'
import type { Waiting } from '../offline/waiting.ts'
import { accountOf, type Book, categoryName } from '../state/book.ts'

type Texts = { readonly [field: string]: string }

/** Both versions of an entry beside each other, as far as they differ. */
export function versions(book: Book, { change }: Waiting, there: TransactionView) {
  // mine is theirs with what I changed: that is what would be sent
  const mine = change.do === 'patch' ? textsOf(book, withPatch(there, change.patch)) : {}
  const theirs = textsOf(book, there)
  const fields = Object.keys(theirs).filter((field) => mine[field] !== theirs[field])
  return html`<table class="versions">
    <thead><tr><td></td><th scope="col">${t(words.yours)}</th><th scope="col">${t(words.asItIs)}</th></tr></thead>
    <tbody>${fields.map((field) => html`<tr><th scope="row">${field}</th><td>${mine[field]}</td><td>${theirs[field]}</td></tr>`)}</tbody>
  </table>`
}

function withPatch(there: TransactionView, patch: object): TransactionView {
  const merged = Object.entries({ ...there, ...patch }).filter(([, value]) => value !== null)
  return Object.fromEntries(merged) as unknown as TransactionView
}

/** By what a form calls each field. */
function textsOf(book: Book, entry: TransactionView): Texts {
  const { kind, day, amount, currency, payee, categoryId, accountId, note, tags, splits } = entry
  const { toAccountId, toAmount, toCurrency = currency } = entry
  const filed = (id: string | undefined) => categoryName(book, id) ?? t(en.noCategory)
  return {
    [t(parts.amountIn, { currency })]: signed(kind, amount),
    [t(asks.day)]: dayAndMonth(day),
    [t(kind === 'income' ? parts.paidBy : parts.paidTo)]: payee ?? '',
    [t(en.category)]: filed(categoryId),
    [t(parts.splitIt)]: (splits ?? []).map((one) => `${filed(one.categoryId)} ${one.amount}`).join(', '),
    [t(asks.account)]: accountOf(book, accountId)?.name ?? '',
    [t(asks.toAccount)]: accountOf(book, toAccountId)?.name ?? '',
    [t(parts.arrivingIn, { currency: toCurrency })]: toAmount ?? '',
    [t(asks.note)]: note ?? '',
    [t(tagsWord)]: (tags ?? []).join(', '),
  }
}
