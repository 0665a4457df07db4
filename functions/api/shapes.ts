import * as v from 'valibot'

/** Shapes that several routes share. Only what JSON Schema can say: meaning is checked behind the edge. */
export const Id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

/** A civil date, 1900-01-01 to 2199-12-31. */
export const DayText = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

/** A positive decimal with at most as many decimals as its currency has: "12", "12.50". Never an exponent. */
export const AmountText = v.pipe(v.string(), v.regex(/^\d{1,15}(\.\d{1,4})?$/))

/** As AmountText, and may be negative: balances, differences. */
export const SignedText = v.pipe(v.string(), v.regex(/^-?\d{1,19}(\.\d{1,4})?$/))

/** An ISO 4217 code. */
export const CurrencyText = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))

/** A sum of totals over time: each of these fits 64 bits, and what they come to together is told all the same. */
export const SumText = v.pipe(v.string(), v.regex(/^-?\d{1,30}(\.\d{1,4})?$/))

/** Epoch milliseconds. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0))

export const TransactionKind = v.picklist(['expense', 'income', 'transfer', 'refund'])

export const Version = v.pipe(v.number(), v.integer(), v.minValue(1))

/**
 * Something in it can be seen: not only spaces, joiners, fillers and the like (Unicode's Default_Ignorable_Code_Point and
 * the empty Braille cell). In code units, for JSON Schema has no flags; a validator that reads it by code points lets
 * the invisible ones beyond U+FFFF pass, this program does not.
 */
export const Seen = v.regex(
  new RegExp(
    [
      String.raw`[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800`,
      String.raw`\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\ud800-\udfff]`,
      String.raw`|[\ud800-\ud82e\ud830-\ud833\ud835-\udb3f\udb44-\udbff][\udc00-\udfff]`,
      String.raw`|\ud82f[\udc00-\udc9f\udca4-\udfff]|\ud834[\udc00-\udd72\udd7b-\udfff]`,
    ].join(''),
  ),
)

/** Of an account, a category, a payee, a person, a ledger: the one shape of all names. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(120), Seen)

/** `month`, `month:25`, `week`, `week:1`, `weeks:2@2026-01-05`, `payday:last-workday`, `payday:25`. */
export const RuleText = v.pipe(v.string(), v.minLength(4), v.maxLength(32))

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
