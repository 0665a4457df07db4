import * as v from 'valibot'
import { feature, route } from './route.ts'
import {
  AmountText,
  CurrencyText,
  DayText,
  Id,
  Instant,
  TransactionKind as Kind,
  Limit,
  Name,
  Version,
} from './shapes.ts'
import { atMost, Seen } from './text.ts'

const Note = v.pipe(v.string(), atMost(1000))
const Tags = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), atMost(40), Seen)), v.maxLength(10))
const Original = v.strictObject({ amount: AmountText, currency: CurrencyText })
const Splits = v.pipe(
  v.array(v.strictObject({ categoryId: v.optional(Id), amount: AmountText, note: v.optional(Note) })),
  v.maxLength(50),
)

export const TransactionView = v.strictObject({
  id: Id,
  version: Version,
  kind: Kind,
  day: DayText,
  amount: AmountText,
  currency: CurrencyText,
  accountId: Id,
  toAccountId: v.optional(Id),
  toAmount: v.optional(AmountText),
  toCurrency: v.optional(CurrencyText),
  categoryId: v.optional(Id),
  payeeId: v.optional(Id),
  payee: v.optional(v.string()),
  note: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  original: v.optional(Original),
  splits: v.optional(
    v.array(v.strictObject({ categoryId: v.optional(Id), amount: AmountText, note: v.optional(Note) })),
  ),
})
export type TransactionView = v.InferOutput<typeof TransactionView>

/** What a caller may set. The currency is the account's: sending another one is refused. */
const written = {
  kind: Kind,
  day: DayText,
  amount: AmountText,
  currency: v.optional(CurrencyText),
  accountId: v.optional(Id),
  toAccountId: v.optional(Id),
  toAmount: v.optional(AmountText),
  categoryId: v.optional(Id),
  payee: v.optional(Name),
  note: v.optional(Note),
  tags: v.optional(Tags),
  original: v.optional(Original),
  splits: v.optional(Splits),
}
export const NewTransaction = v.strictObject(written)
export type NewTransaction = v.InferOutput<typeof NewTransaction>

export const TransactionPatch = v.strictObject({
  kind: v.optional(Kind),
  day: v.optional(DayText),
  amount: v.optional(AmountText),
  currency: v.optional(CurrencyText),
  accountId: v.optional(Id),
  toAccountId: v.optional(v.nullable(Id)),
  toAmount: v.optional(v.nullable(AmountText)),
  categoryId: v.optional(v.nullable(Id)),
  payee: v.optional(v.nullable(Name)),
  note: v.optional(v.nullable(Note)),
  tags: v.optional(v.nullable(Tags)),
  original: v.optional(v.nullable(Original)),
  splits: v.optional(v.nullable(Splits)),
})
export type TransactionPatch = v.InferOutput<typeof TransactionPatch>

/** One step of a batch. All steps are done, in order, or none is. */
export const BatchChange = v.variant('op', [
  v.strictObject({ op: v.literal('create'), id: v.optional(Id), transaction: NewTransaction }),
  v.strictObject({ op: v.literal('replace'), id: Id, version: v.optional(Version), transaction: NewTransaction }),
  v.strictObject({ op: v.literal('patch'), id: Id, version: v.optional(Version), patch: TransactionPatch }),
  v.strictObject({ op: v.literal('delete'), id: Id, version: v.optional(Version) }),
  v.strictObject({ op: v.literal('restore'), id: Id }),
])
export type BatchChange = v.InferOutput<typeof BatchChange>

const Cursor = v.pipe(v.string(), v.minLength(1), atMost(400))

/** Every filter narrows; ids that are not the ledger's match nothing. */
const filters = {
  from: v.optional(DayText),
  to: v.optional(DayText),
  account: v.optional(Id),
  category: v.optional(
    v.pipe(
      v.union([Id, v.literal('none')]),
      v.description('A category with its children and aliases; `none` for entries without one.'),
    ),
  ),
  payee: v.optional(Id),
  kind: v.optional(Kind),
  tag: v.optional(v.pipe(v.string(), v.minLength(1), atMost(40))),
  text: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      atMost(200),
      v.description('Words of payee and notes, each by its beginning, in any order.'),
    ),
  ),
  min: v.optional(AmountText),
  max: v.optional(AmountText),
  currency: v.optional(CurrencyText),
}

const writing = [
  'unknown-account',
  'unknown-category',
  'account-archived',
  'category-archived',
  'category-kind',
  'currency-mismatch',
  'bad-amount',
  'bad-day',
  'bad-currency',
  'amount-not-positive',
  'amount-too-large',
  'total-too-large',
  'same-account',
  'to-account-needed',
  'to-amount-needed',
  'to-amount-not-wanted',
  'splits-do-not-add-up',
  'splits-and-category',
  'field-not-for-kind',
] as const
const example = { kind: 'expense', day: '2026-11-20', amount: '12.50', payee: 'Mill Lane Bakery', note: 'lunch' }

export const transactions = feature({
  listTransactions: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/transactions',
    who: 'viewer',
    summary:
      'Entries, the newest day first, with every filter; a part may be short, or empty, and still lead to the `next` one',
    query: v.strictObject({ ...filters, limit: v.optional(Limit), cursor: v.optional(Cursor) }),
    answers: { 200: v.strictObject({ items: v.array(TransactionView), next: v.optional(v.string()) }) },
    refusals: ['bad-cursor', 'bad-day', 'bad-range'],
  }),
  listDays: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/transactions/days',
    who: 'viewer',
    summary: 'How many entries each day has, the newest day first: what a long list needs to know before its rows',
    query: v.strictObject({ from: v.optional(DayText), to: v.optional(DayText), account: v.optional(Id) }),
    answers: {
      200: v.strictObject({
        items: v.array(v.strictObject({ day: DayText, entries: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
        /** Where there are more days: ask again with this as `to`. */
        next: v.optional(DayText),
      }),
    },
    refusals: ['bad-day', 'bad-range'],
  }),
  addTransaction: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/transactions',
    who: 'editor',
    summary: 'Record an entry; with an Idempotency-Key (a UUID, which becomes its id) once, however often it is sent',
    headers: ['idempotency-key'],
    body: NewTransaction,
    answers: { 201: TransactionView, 200: TransactionView },
    refusals: [...writing, 'precondition-required', 'gone'],
    example,
  }),
  listTrash: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/transactions/trash',
    who: 'viewer',
    summary: 'Deleted entries, the latest first; they are kept for 30 days',
    query: v.strictObject({ limit: v.optional(Limit), cursor: v.optional(Cursor) }),
    answers: {
      200: v.strictObject({
        items: v.array(v.strictObject({ deletedAt: Instant, deletedBy: Id, transaction: TransactionView })),
        next: v.optional(v.string()),
      }),
    },
    refusals: ['bad-cursor'],
  }),
  exportTransactions: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/transactions/export.csv',
    who: 'viewer',
    summary: 'Entries as CSV (RFC 4180), one line per split; the header X-Next-Cursor leads to the next part',
    query: v.strictObject({ ...filters, cursor: v.optional(Cursor) }),
    answers: { 200: 'text/csv' },
    refusals: ['bad-cursor', 'bad-day', 'bad-range'],
  }),
  batchTransactions: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/transactions/batch',
    who: 'editor',
    summary: 'Up to 500 changes, all or none',
    body: v.strictObject({ changes: v.pipe(v.array(BatchChange), v.minLength(1), v.maxLength(500)) }),
    answers: {
      200: v.strictObject({
        results: v.array(
          v.strictObject({
            id: Id,
            outcome: v.picklist(['created', 'same', 'replaced', 'patched', 'deleted', 'already-deleted', 'restored']),
            transaction: v.optional(TransactionView),
          }),
        ),
      }),
    },
    refusals: [...writing, 'not-found', 'version-mismatch', 'precondition-required', 'gone', 'duplicate-id'],
    bodyLimit: 524_288,
    example: { changes: [{ op: 'create', transaction: example }] },
  }),
  getTransaction: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/transactions/{id}',
    who: 'viewer',
    summary: 'One entry',
    answers: { 200: TransactionView },
    refusals: ['gone'],
  }),
  putTransaction: route({
    method: 'PUT',
    path: '/v1/ledgers/{ledger}/transactions/{id}',
    who: 'editor',
    summary: 'Record an entry under an id of your own, once however often it is sent; with If-Match replace it',
    headers: ['if-match'],
    body: NewTransaction,
    answers: { 201: TransactionView, 200: TransactionView },
    refusals: [...writing, 'version-mismatch', 'precondition-required', 'gone'],
    example,
  }),
  changeTransaction: route({
    method: 'PATCH',
    path: '/v1/ledgers/{ledger}/transactions/{id}',
    who: 'editor',
    summary:
      'Change fields of an entry; null clears one (RFC 7396). An amount stays in its currency: with an account of another one it is said anew',
    headers: ['if-match'],
    body: TransactionPatch,
    answers: { 200: TransactionView },
    refusals: [...writing, 'version-mismatch', 'gone'],
    example: { amount: '13.00', note: null },
  }),
  removeTransaction: route({
    method: 'DELETE',
    path: '/v1/ledgers/{ledger}/transactions/{id}',
    who: 'editor',
    summary: 'Move an entry to the trash; twice is the same as once',
    headers: ['if-match'],
    answers: { 204: 'empty' },
    refusals: ['version-mismatch'],
  }),
  restoreTransaction: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/transactions/{id}/restore',
    who: 'editor',
    summary: 'Bring an entry back from the trash; twice is the same as once',
    answers: { 200: TransactionView },
    refusals: ['total-too-large'],
  }),
})
