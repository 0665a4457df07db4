import * as v from 'valibot'
import { feature, route } from './route.ts'
import { DayText, Id, SignedText } from './shapes.ts'
import { TransactionView } from './transactions.ts'

const Remembered = v.strictObject({
  day: DayText,
  balance: SignedText,
  /** The balance less what the entries on it come to now: anything but zero says that they changed since. */
  off: SignedText,
})

export const StatementView = v.strictObject({
  day: DayText,
  /** The opening balance, from its own day on, and every entry up to this day. */
  book: SignedText,
  /** The statement of this very day, once it is remembered. */
  statement: v.optional(Remembered),
  /** The latest one before this day. */
  previous: v.optional(Remembered),
  /** Entries that the statement did not have; before there is one, those that the previous did not have. */
  open: v.array(TransactionView),
})
export type StatementView = v.InferOutput<typeof StatementView>

const path = '/v1/ledgers/{ledger}/accounts/{id}/statements/{day}'
const params = { day: DayText }

export const statements = feature({
  getStatement: route({
    method: 'GET',
    path,
    who: 'viewer',
    summary: 'An account on a day, as a statement of the bank meets it',
    params,
    answers: { 200: StatementView },
    refusals: ['bad-day'],
  }),
  putStatement: route({
    method: 'PUT',
    path,
    who: 'editor',
    summary: 'Remember that the entries agree with a statement; `open` are those up to its day that are not on it',
    params,
    body: v.strictObject({ balance: SignedText, open: v.optional(v.pipe(v.array(Id), v.maxLength(500))) }),
    answers: { 201: StatementView, 200: StatementView },
    refusals: ['bad-day', 'bad-amount', 'amount-too-large', 'unknown-entry', 'statement-off'],
    example: { balance: '0.00', open: [] },
  }),
  removeStatement: route({
    method: 'DELETE',
    path,
    who: 'editor',
    summary: 'Forget the statement of a day; twice is the same as once',
    params,
    answers: { 204: 'empty' },
    refusals: ['bad-day'],
  }),
})
