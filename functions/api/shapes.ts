import * as v from 'valibot'
import { atMost, Seen } from './text.ts'

// Shapes that several routes share. Only what JSON Schema can say: meaning is checked behind the edge. What is said of
// them in words stands in the API document too.

export const Id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  v.description('A UUID of any version, in lower case.'),
)

export const DayText = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.description('A civil date, 1900-01-01 to 2199-12-31. No time zone is ever applied to it.'),
)

export const AmountText = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}(\.\d{1,4})?$/),
  v.description(
    'A positive decimal of at most 15 digits, with no more decimals than its currency has: "12", "12.50". Never an exponent.',
  ),
)

export const SignedText = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,19}(\.\d{1,4})?$/),
  v.description('As Amount, and may be zero or negative: balances, differences.'),
)

export const CurrencyText = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/), v.description('A code of ISO 4217.'))

/** A sum of totals over time: each of these fits 64 bits, and what they come to together is told all the same. */
export const SumText = v.pipe(v.string(), v.regex(/^-?\d{1,30}(\.\d{1,4})?$/))

export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Epoch milliseconds.'))

export const TransactionKind = v.picklist(['expense', 'income', 'transfer', 'refund'])

export const Version = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description('Counts the changes of a row: its ETag is this in quotes.'),
)

/** Of an account, a category, a payee, a person, a ledger: the one shape of all names. */
export const Name = v.pipe(
  v.string(),
  v.minLength(1),
  atMost(120),
  Seen,
  v.description('Something in it can be seen: spaces, joiners and other characters without a shape are no name.'),
)

export const RuleText = v.pipe(
  v.string(),
  v.minLength(4),
  atMost(32),
  v.description(
    'How time is cut into periods. By calendar months, `month`, or months that begin on a date, `month:25`; by weeks from the ledger’s first weekday, `week`, or from one of 1 (Monday) to 7, `week:1`; by 2 to 52 weeks counted from a day, `weeks:2@2026-01-05`; from pay day to pay day, which is a date or the last workday before it, `payday:25`, or the last workday of the month, `payday:last-workday`.',
  ),
)

export const PeriodView = v.strictObject({ start: DayText, end: DayText })

/** Query values are texts; `true` and `false` are the only flags. */
export const Flag = v.picklist(['true', 'false'])

export const Limit = v.pipe(v.string(), v.regex(/^([1-9]|[1-9]\d|1\d\d|200)$/))

export const FaultView = v.strictObject({ pointer: v.string(), code: v.string(), message: v.string() })

/** A problem document (RFC 9457), the body of every refusal. */
export const ProblemView = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  code: v.string(),
  requestId: v.string(),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(FaultView)),
})
export type Problem = v.InferOutput<typeof ProblemView>
