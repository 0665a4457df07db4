import type { MailView } from '../../functions/api/mail.ts'
import type { ReportView, ScheduleView } from '../../functions/api/reports.ts'

const figures = { currency: 'EUR', income: '2960.00', expense: '2083.43', net: '876.57', entries: 54 }

/** A monthly report that was made and mailed in time, and is true still. */
export const monthly: ReportView = {
  id: '01990000-0000-7000-8000-000000000101',
  kind: 'monthly',
  period: { start: '2026-10-01', end: '2026-10-31' },
  edition: 1,
  state: 'sent',
  createdAt: Date.UTC(2026, 10, 3, 8),
  figures: { ...figures, revision: 7, madeAt: Date.UTC(2026, 10, 3, 8) },
  pdf: { bytes: 115_000, sha256: '00', url: 'https://example.org/file', expiresAt: Date.UTC(2026, 10, 22, 12, 5) },
  mail: { wanted: true, sentAt: Date.UTC(2026, 10, 3, 8, 1) },
}

/** The same, of which a figure is another by now. */
export const stale: ReportView = { ...monthly, changed: { income: '0.00', expense: '2.50', net: '-2.50' } }

export const weekly: ReportView = {
  ...monthly,
  id: '01990000-0000-7000-8000-000000000102',
  kind: 'weekly',
  period: { start: '2026-11-09', end: '2026-11-15' },
  state: 'stored',
  mail: { wanted: true },
  trouble: 'unverified',
}

/** One that is still being made. */
export const planned: ReportView = {
  id: '01990000-0000-7000-8000-000000000103',
  kind: 'custom',
  period: { start: '2026-11-01', end: '2026-11-20' },
  edition: 1,
  state: 'planned',
  createdAt: Date.UTC(2026, 10, 22, 12),
  mail: { wanted: false },
}

const next = { start: '2026-11-16', end: '2026-11-22', dueAt: Date.UTC(2026, 10, 23, 8) }
const timing = { active: true, hour: 9, timeZone: 'Europe/Berlin' }
export const schedules: readonly ScheduleView[] = [
  { kind: 'weekly', rule: 'week:1', afterDays: 1, ...timing, next },
  { kind: 'monthly', rule: 'own', afterDays: 3, ...timing, next: { ...next, dueAt: Date.UTC(2026, 11, 3, 8) } },
]

export const mail: MailView = {
  address: 'asha@example.org',
  verified: true,
  kinds: { weekly: true, monthly: true, alert: true },
}
