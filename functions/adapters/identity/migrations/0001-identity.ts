import { migration } from '../../sql/migrator.ts'
import { ascii, big, id, optional, small, table, text } from '../../sql/table.ts'
import { reportSchedules, reports } from './report-tables.ts'

const word = ascii(12)
const hash = ascii(64)
const zone = ascii(64)
const currency = ascii(3)
const email = text(254)

export const identity0001 = migration('0001', [
  table('users', {
    columns: {
      id,
      email_key: hash,
      email,
      password_hash: ascii(200),
      name: text(120),
      display_locale: ascii(35),
      display_zone: zone,
      ledger_id: id,
      currency,
      state: word,
      leave_step: small,
      email_verified_ms: optional(big),
      created_ms: big,
      touched_ms: big,
      row_version: big,
    },
    primary: ['id'],
    unique: { by_email: ['email_key'] },
    indexes: { by_state: ['state', 'touched_ms'] },
  }),
  table('sessions', {
    columns: {
      id,
      user_id: id,
      refresh_hash: hash,
      previous_hash: optional(hash),
      rotation_salt: optional(hash),
      rotated_ms: big,
      created_ms: big,
      last_seen_ms: big,
      expires_ms: big,
      absolute_ms: big,
      auth_level: small,
      agent: text(255),
    },
    primary: ['id'],
    unique: { by_refresh: ['refresh_hash'] },
    indexes: { by_previous: ['previous_hash'], by_user: ['user_id', 'created_ms'], by_expiry: ['expires_ms'] },
  }),
  table('login_limits', {
    columns: { limit_key: ascii(120), window_start: big, hits: big },
    primary: ['limit_key', 'window_start'],
    indexes: { by_window: ['window_start'] },
  }),
  table('mail_preferences', {
    columns: {
      user_id: id,
      kind: word,
      enabled: small,
      quiet_from: optional(small),
      quiet_until: optional(small),
      touched_ms: big,
    },
    primary: ['user_id', 'kind'],
  }),
  table('mail_tokens', {
    columns: {
      token_hash: hash,
      user_id: id,
      purpose: word,
      email,
      created_ms: big,
      expires_ms: big,
      used_ms: optional(big),
    },
    primary: ['token_hash'],
    indexes: { by_user: ['user_id'], by_expiry: ['expires_ms'] },
  }),
  reportSchedules,
  reports,
])
