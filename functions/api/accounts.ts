import * as v from 'valibot'
import { feature, route } from './route.ts'
import { CurrencyText, DayText, Id, Name, SignedText, Version } from './shapes.ts'

const AccountKind = v.picklist(['cash', 'bank', 'card', 'savings'])
const Opening = v.strictObject({ amount: SignedText, day: DayText })

export const AccountView = v.strictObject({
  id: Id,
  version: Version,
  name: v.string(),
  kind: AccountKind,
  currency: CurrencyText,
  opening: Opening,
  /** The opening balance and every entry since, future ones too. */
  balance: SignedText,
  archived: v.boolean(),
  /** The day of its latest statement. */
  reconciled: v.optional(DayText),
})
export type AccountView = v.InferOutput<typeof AccountView>

const Amounts = v.array(SignedText)
export const NetWorthView = v.strictObject({
  /** The days that the amounts are of, in order: ends of periods, today in the running one, and the day before them all. */
  days: v.array(DayText),
  /** One block per currency, the ledger's first; nothing is ever added across them. */
  currencies: v.array(
    v.strictObject({
      currency: CurrencyText,
      amounts: Amounts,
      /** Archived ones too: what was in them was there. */
      accounts: v.array(v.strictObject({ accountId: Id, amounts: Amounts })),
    }),
  ),
})
export type NetWorthView = v.InferOutput<typeof NetWorthView>

const NewAccount = v.strictObject({
  name: Name,
  kind: AccountKind,
  /** Left out: the ledger's. Fixed once the account has an entry. */
  currency: v.optional(CurrencyText),
  /** Left out: zero today. */
  opening: v.optional(Opening),
  archived: v.optional(v.boolean()),
})
const example = { name: 'Savings', kind: 'savings', currency: 'EUR', opening: { amount: '1500.00', day: '2026-01-01' } }

export const accounts = feature({
  listAccounts: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/accounts',
    who: 'viewer',
    summary: 'All accounts with their balances',
    answers: { 200: v.strictObject({ items: v.array(AccountView) }) },
    refusals: [],
  }),
  getNetWorth: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/net-worth',
    who: 'viewer',
    summary:
      'What was in the accounts at the end of each of twelve periods, of which the last holds a day (default today)',
    query: v.strictObject({ on: v.optional(DayText) }),
    answers: { 200: NetWorthView },
    refusals: ['bad-day'],
  }),
  addAccount: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/accounts',
    who: 'editor',
    summary: 'Open an account',
    headers: ['idempotency-key'],
    body: NewAccount,
    answers: { 201: AccountView, 200: AccountView },
    refusals: ['name-taken', 'bad-currency', 'bad-amount', 'bad-day', 'amount-too-large', 'precondition-required'],
    example,
  }),
  getAccount: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/accounts/{id}',
    who: 'viewer',
    summary: 'One account',
    answers: { 200: AccountView },
    refusals: [],
  }),
  putAccount: route({
    method: 'PUT',
    path: '/v1/ledgers/{ledger}/accounts/{id}',
    who: 'editor',
    summary: 'Open an account under an id of your own, or with If-Match replace it',
    headers: ['if-match'],
    body: NewAccount,
    answers: { 201: AccountView, 200: AccountView },
    refusals: [
      'name-taken',
      'bad-currency',
      'bad-amount',
      'bad-day',
      'amount-too-large',
      'total-too-large',
      'currency-fixed',
      'version-mismatch',
      'precondition-required',
    ],
    example,
  }),
  changeAccount: route({
    method: 'PATCH',
    path: '/v1/ledgers/{ledger}/accounts/{id}',
    who: 'editor',
    summary: 'Change an account; an archived one takes no new entries and keeps its old ones',
    headers: ['if-match'],
    body: v.partial(NewAccount),
    answers: { 200: AccountView },
    refusals: [
      'name-taken',
      'bad-currency',
      'bad-amount',
      'bad-day',
      'amount-too-large',
      'total-too-large',
      'currency-fixed',
      'version-mismatch',
    ],
    example: { name: 'Rainy days' },
  }),
  removeAccount: route({
    method: 'DELETE',
    path: '/v1/ledgers/{ledger}/accounts/{id}',
    who: 'editor',
    summary: 'Delete an account that was never used; twice is the same as once',
    headers: ['if-match'],
    answers: { 204: 'empty' },
    refusals: ['in-use', 'version-mismatch'],
  }),
})
