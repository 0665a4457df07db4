import * as v from 'valibot'
import { feature, route } from './route.ts'
import { CurrencyText, DayText, Id, Instant, PeriodView, SumText } from './shapes.ts'
import { atMost } from './text.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const figures = { income: SumText, expense: SumText, net: SumText }

export const ReportView = v.strictObject({
  id: Id,
  kind: v.picklist(['weekly', 'monthly', 'custom']),
  period: PeriodView,
  /** Counts the reports that were made of this period. */
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /**
   * `planned`, `figured`, `stored` (the PDF can be had), `sending`, `sent`; `failed` when nothing more is tried, which
   * `trouble` explains. A report that is not mailed ends as `stored`.
   */
  state: v.picklist(['planned', 'figured', 'stored', 'sending', 'sent', 'failed']),
  createdAt: Instant,
  /** Of the ledger's currency, as they were when the report was made; refunds are taken off the expense. */
  figures: v.optional(
    v.strictObject({ currency: CurrencyText, ...figures, entries: Count, revision: Count, madeAt: Instant }),
  ),
  /** By how much the same sums are more now: by zero where only something else of it has changed; left out where nothing has. */
  changed: v.optional(v.strictObject(figures)),
  pdf: v.optional(
    v.strictObject({
      bytes: Count,
      sha256: v.string(),
      /** Opens the file without a token, until it expires five minutes later. */
      url: v.string(),
      expiresAt: Instant,
    }),
  ),
  mail: v.strictObject({ wanted: v.boolean(), sentAt: v.optional(Instant) }),
  /** Why it was not mailed, or not made. */
  trouble: v.optional(
    v.picklist([
      'unverified',
      'switched-off',
      'stopped',
      'refused',
      'put-off',
      'outcome-unknown',
      'no-access',
      'broken',
    ]),
  ),
})
export type ReportView = v.InferOutput<typeof ReportView>

export const ScheduleKind = v.picklist(['weekly', 'monthly'])
const ScheduleRule = v.pipe(
  v.string(),
  v.minLength(3),
  atMost(32),
  v.description('A Rule, or `own`: the ledger’s rules, as they are and will be.'),
)
const AfterDays = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(10),
  v.description('Days after the period’s end: 1 is the day after.'),
)
const Hour = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(23),
  v.description('Of that day, in the time zone of the person.'),
)

export const ScheduleView = v.strictObject({
  kind: ScheduleKind,
  active: v.boolean(),
  rule: ScheduleRule,
  afterDays: AfterDays,
  hour: Hour,
  timeZone: v.string(),
  /** What the next report covers, and when it is made; left out while it is switched off. */
  next: v.optional(v.strictObject({ ...PeriodView.entries, dueAt: Instant })),
})
export type ScheduleView = v.InferOutput<typeof ScheduleView>

export const reports = feature({
  listReports: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/reports',
    who: 'viewer',
    summary: 'The reports of this person that end in a year (default: the latest with one), the latest first',
    query: v.strictObject({ year: v.optional(v.pipe(v.string(), v.regex(/^(19|2[01])\d\d$/))) }),
    answers: { 200: v.strictObject({ items: v.array(ReportView), years: v.array(Count) }) },
    refusals: [],
  }),
  makeReport: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/reports',
    who: 'viewer',
    summary:
      'Make a report now: of the week or month that holds `start`, or of all days between `start` and `end`; 200 when it is there',
    headers: ['idempotency-key'],
    body: v.strictObject({
      kind: v.picklist(['weekly', 'monthly', 'custom']),
      start: DayText,
      /** Of a custom report only; its last day. */
      end: v.optional(DayText),
      /** Send it by mail too, also one that is on file already; whatever mails are switched off. */
      mail: v.optional(v.boolean()),
    }),
    answers: { 200: ReportView, 202: ReportView },
    refusals: [
      'bad-day',
      'bad-range',
      'precondition-required',
      'report-not-ready',
      'email-unverified',
      'mail-stopped',
      'too-many-attempts',
    ],
    example: { kind: 'monthly', start: '2026-11-01' },
  }),
  getReport: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/reports/{id}',
    who: 'viewer',
    summary: 'One report of this person',
    answers: { 200: ReportView },
    refusals: [],
  }),
  getPdf: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/reports/{id}/pdf',
    who: 'viewer',
    summary: 'The PDF: sends on to an address that is good for five minutes',
    answers: { 303: 'empty' },
    refusals: ['report-not-ready'],
  }),
  mailReport: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/reports/{id}/mail',
    who: 'viewer',
    summary: 'Send a report that is on file by mail, once more or for the first time, whatever mails are switched off',
    answers: { 202: ReportView },
    refusals: ['report-not-ready', 'email-unverified', 'mail-stopped', 'too-many-attempts'],
  }),
  listSchedules: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/schedules',
    who: 'viewer',
    summary: 'When this person’s weekly and monthly reports are made',
    answers: { 200: v.strictObject({ items: v.array(ScheduleView) }) },
    refusals: [],
  }),
  putSchedule: route({
    method: 'PUT',
    path: '/v1/ledgers/{ledger}/schedules/{kind}',
    who: 'viewer',
    summary: 'Set when reports of a kind are made, or switch them off; what comes next begins where the last one ended',
    params: { kind: ScheduleKind },
    body: v.strictObject({ active: v.boolean(), rule: ScheduleRule, afterDays: AfterDays, hour: Hour }),
    answers: { 200: ScheduleView },
    refusals: ['bad-rule'],
    example: { active: true, rule: 'own', afterDays: 3, hour: 9 },
  }),
})
