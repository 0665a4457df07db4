import * as v from 'valibot'
import { feature, route } from './route.ts'
import { CurrencyText, DayText, Id, Name, PeriodView, RuleText } from './shapes.ts'
import { ZoneText } from './users.ts'

export const LedgerView = v.strictObject({
  id: Id,
  /** Counts every write to the ledger; also its ETag. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: v.string(),
  currency: CurrencyText,
  timeZone: v.string(),
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  firstWeekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  /** The rule in force today; `nextRule` waits for the end of the running period. */
  rule: RuleText,
  nextRule: v.optional(v.strictObject({ rule: RuleText, from: DayText })),
  today: DayText,
  period: PeriodView,
  role: v.picklist(['viewer', 'editor', 'owner']),
})
export type LedgerView = v.InferOutput<typeof LedgerView>

export const ledgers = feature({
  listLedgers: route({
    method: 'GET',
    path: '/v1/ledgers',
    who: 'person',
    summary: 'The ledgers that this person is a member of, the default one first',
    answers: { 200: v.strictObject({ items: v.array(LedgerView) }) },
    refusals: [],
  }),
  getLedger: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}',
    who: 'viewer',
    summary: 'One ledger with its period rule and what today is in it',
    answers: { 200: LedgerView },
    refusals: [],
  }),
  changeLedger: route({
    method: 'PATCH',
    path: '/v1/ledgers/{ledger}',
    who: 'owner',
    summary: 'Change name, zone, first weekday or period rule; a new rule starts when the running period has ended',
    headers: ['if-match'],
    body: v.strictObject({
      name: v.optional(Name),
      timeZone: v.optional(ZoneText),
      firstWeekday: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
      rule: v.optional(RuleText),
    }),
    answers: { 200: LedgerView },
    refusals: ['bad-zone', 'bad-rule', 'version-mismatch'],
    example: { rule: 'month:25' },
  }),
})
