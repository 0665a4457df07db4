import type { Step } from '../../sql/migrator.ts'
import { ascii, big, id, optional, small, table } from '../../sql/table.ts'

const word = ascii(12)
const hash = ascii(64)
const day = ascii(10)
const key = ascii(200)

/** Whose hands a row is in; `attempts` counts how often it was put into some. */
const lease = { lease_owner: optional(id), attempts: small }

export const reportSchedules: Step = table('report_schedules', {
  columns: {
    id,
    user_id: id,
    ledger_id: id,
    kind: word,
    rule: ascii(40),
    after_days: small,
    send_hour: small,
    display_zone: ascii(64),
    next_start: day,
    next_end: day,
    due_ms: optional(big),
    ...lease,
  },
  primary: ['id'],
  unique: { by_kind: ['user_id', 'ledger_id', 'kind'] },
  indexes: { by_due: ['due_ms'] },
})

export const reports: Step = table('reports', {
  columns: {
    id,
    user_id: id,
    ledger_id: id,
    kind: word,
    period_start: day,
    period_end: day,
    edition: small,
    state: word,
    currency: optional(ascii(3)),
    digits: optional(small),
    income: optional(big),
    expense: optional(big),
    net: optional(big),
    entries: optional(big),
    ledger_revision: optional(big),
    figured_ms: optional(big),
    figures_key: key,
    figures_sha256: optional(hash),
    pdf_key: key,
    pdf_bytes: optional(big),
    pdf_sha256: optional(hash),
    wants_mail: small,
    mail_id: optional(id),
    trouble: optional(ascii(40)),
    created_ms: big,
    sent_ms: optional(big),
    due_ms: optional(big),
    ...lease,
  },
  primary: ['id'],
  unique: { by_edition: ['user_id', 'ledger_id', 'kind', 'period_start', 'period_end', 'edition'] },
  indexes: { by_due: ['due_ms'] },
})
