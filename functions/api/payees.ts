import * as v from 'valibot'
import { feature, route } from './route.ts'
import { Id, Name, TransactionKind, Version } from './shapes.ts'
import { atMost } from './text.ts'

export const PayeeView = v.strictObject({
  id: Id,
  version: Version,
  name: v.string(),
  /** An alias: its entries are read as this payee's. */
  mergedInto: v.optional(Id),
})
export type PayeeView = v.InferOutput<typeof PayeeView>

const ListedPayee = v.strictObject({
  ...PayeeView.entries,
  /** How the latest entry that names this payee was filed; no category for one without or one that was split. */
  last: v.optional(v.strictObject({ kind: TransactionKind, accountId: Id, categoryId: v.optional(Id) })),
})
export type ListedPayee = v.InferOutput<typeof ListedPayee>

const NewPayee = v.strictObject({ name: Name })
const example = { name: 'Mill Lane Bakery' }

export const payees = feature({
  listPayees: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/payees',
    who: 'viewer',
    summary: 'Payees by name, each with how its latest entry was filed; `text` finds those whose name begins with it',
    query: v.strictObject({
      text: v.optional(v.pipe(v.string(), atMost(120))),
      cursor: v.optional(v.pipe(v.string(), atMost(700))),
      // a ledger's payees are few and their names short: all of nearly anybody's come at once
      limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d{0,2}|1000)$/))),
    }),
    answers: { 200: v.strictObject({ items: v.array(ListedPayee), next: v.optional(v.string()) }) },
    refusals: ['bad-cursor'],
  }),
  addPayee: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/payees',
    who: 'editor',
    summary: 'Make a payee; an entry with a new name makes one too',
    headers: ['idempotency-key'],
    body: NewPayee,
    answers: { 201: PayeeView, 200: PayeeView },
    refusals: ['name-taken', 'precondition-required'],
    example,
  }),
  getPayee: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/payees/{id}',
    who: 'viewer',
    summary: 'One payee',
    answers: { 200: PayeeView },
    refusals: [],
  }),
  putPayee: route({
    method: 'PUT',
    path: '/v1/ledgers/{ledger}/payees/{id}',
    who: 'editor',
    summary: 'Make a payee under an id of your own, or with If-Match replace it',
    headers: ['if-match'],
    body: NewPayee,
    answers: { 201: PayeeView, 200: PayeeView },
    refusals: ['name-taken', 'version-mismatch', 'precondition-required'],
    example,
  }),
  changePayee: route({
    method: 'PATCH',
    path: '/v1/ledgers/{ledger}/payees/{id}',
    who: 'editor',
    summary: 'Rename a payee, in every entry at once',
    headers: ['if-match'],
    body: v.partial(NewPayee),
    answers: { 200: PayeeView },
    refusals: ['name-taken', 'version-mismatch'],
    example: { name: 'Mill Lane' },
  }),
  mergePayee: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/payees/{id}/merge',
    who: 'editor',
    summary: 'Read this payee as another from now on; `into: null` undoes it. No total changes',
    body: v.strictObject({ into: v.nullable(Id) }),
    answers: { 200: PayeeView },
    refusals: ['unknown-payee', 'merge-into-itself', 'not-merged'],
    example: { into: null },
  }),
  removePayee: route({
    method: 'DELETE',
    path: '/v1/ledgers/{ledger}/payees/{id}',
    who: 'editor',
    summary: 'Delete a payee that no entry names; twice is the same as once',
    headers: ['if-match'],
    answers: { 204: 'empty' },
    refusals: ['in-use', 'version-mismatch'],
  }),
})
