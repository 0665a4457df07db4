import type { Generated } from 'kysely'
import type { Flag, Whole } from '../sql/columns.ts'

/**
 * The tables of the identity plane, as `migrations/` makes them; they must also run on Db2, so names are no reserved
 * words there and days are text like everything else. Ids are UUID text; days are 'YYYY-MM-DD'; `…_ms` and
 * `window_start` are epoch milliseconds; hashes are SHA-256 in hex.
 */
export interface IdentityTables {
  users: UsersTable
  sessions: SessionsTable
  login_limits: LoginLimitsTable
  mail_preferences: MailPreferencesTable
  mail_tokens: MailTokensTable
  report_schedules: ReportSchedulesTable
  reports: ReportsTable
  mail_stops: MailStopsTable
}

export interface UsersTable {
  id: string
  /** SHA-256 (hex) of the normalised address; unique. */
  email_key: string
  email: string
  password_hash: string
  name: string
  display_locale: string
  display_zone: string
  /** The first ledger, made at registration in this currency. */
  ledger_id: string
  currency: string
  state: 'pending' | 'active' | 'leaving' | 'disabled'
  /** How far a leaving user has left; 0 for all others. */
  leave_step: Whole
  email_verified_ms: Whole | null
  created_ms: Whole
  touched_ms: Whole
  row_version: Whole
  /** Which of the user's passwords this is, from 0; absent from a row that is put in. */
  password_round: Generated<Whole>
}

/** One per log-in: its refresh token is rotated in place, and ending it deletes the row. */
export interface SessionsTable {
  id: string
  user_id: string
  refresh_hash: string
  /** Taken once more for a few seconds after `rotated_ms`; later its use ends the session. */
  previous_hash: string | null
  /** From the previous token and this follows the current one, so that a lost answer can be given again. */
  rotation_salt: string | null
  rotated_ms: Whole
  created_ms: Whole
  last_seen_ms: Whole
  /** Slides with each use, never past `absolute_ms`. */
  expires_ms: Whole
  absolute_ms: Whole
  /** 1 a password, 2 a second factor. */
  auth_level: Whole
  /** The browser's name for itself, cut to 255 characters. */
  agent: string
  /** Of the password by which it was begun: with another one it is no session any more. */
  password_round: Generated<Whole>
}

/** Attempts per key in a fixed window, counted here because functions share no memory. */
export interface LoginLimitsTable {
  limit_key: string
  window_start: Whole
  hits: Whole
}

export interface MailPreferencesTable {
  user_id: string
  kind: 'weekly' | 'monthly' | 'alert'
  enabled: Flag
  /** Hours of the day in the user's zone between which nothing is sent. */
  quiet_from: Whole | null
  quiet_until: Whole | null
  touched_ms: Whole
}

export interface MailTokensTable {
  token_hash: string
  user_id: string
  /** `off-…` switches mails of that kind off. */
  purpose: 'verify' | 'reset' | 'off-weekly' | 'off-monthly' | 'off-alert'
  /** The address that it was sent to. */
  email: string
  created_ms: Whole
  expires_ms: Whole
  used_ms: Whole | null
}

/** A report covers `next_start` to `next_end`, which no change of a rule moves. */
export interface ReportSchedulesTable {
  id: string
  user_id: string
  ledger_id: string
  kind: 'weekly' | 'monthly'
  /** `own` follows the ledger's rules. */
  rule: string
  after_days: Whole
  send_hour: Whole
  display_zone: string
  next_start: string
  next_end: string
  /** When it is to be looked at: due then or, while somebody holds it, given up by then. NULL while switched off. */
  due_ms: Whole | null
  lease_owner: string | null
  attempts: Whole
}

/** The shelf: headline figures and where the files lie. What a step has not made yet is NULL. */
export interface ReportsTable {
  id: string
  user_id: string
  ledger_id: string
  kind: 'weekly' | 'monthly' | 'custom'
  period_start: string
  period_end: string
  edition: Whole
  state: 'planned' | 'figured' | 'stored' | 'sending' | 'sent' | 'failed'
  /** The figures are of the ledger's own currency. */
  currency: string | null
  digits: Whole | null
  income: Whole | null
  expense: Whole | null
  net: Whole | null
  entries: Whole | null
  /** The ledger's revision that the figures saw, and when they saw it. */
  ledger_revision: Whole | null
  figured_ms: Whole | null
  /** Keys are chosen before anything is put there, so that nothing is ever stored that no row knows of. */
  figures_key: string
  figures_sha256: string | null
  pdf_key: string
  pdf_bytes: Whole | null
  pdf_sha256: string | null
  /** 0 no, 1 by its schedule, 2 asked for by hand. */
  wants_mail: Whole
  mail_id: string | null
  /** Why it was not mailed, or not made. */
  trouble: string | null
  created_ms: Whole
  sent_ms: Whole | null
  /** As that of a schedule; NULL when there is nothing left to do. */
  due_ms: Whole | null
  lease_owner: string | null
  attempts: Whole
}

/** A person to whose address nothing more is sent. */
export interface MailStopsTable {
  user_id: string
  reason: 'bounced' | 'reported' | 'dropped'
  since_ms: Whole
}
