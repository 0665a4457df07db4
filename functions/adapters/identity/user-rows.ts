import type { Insertable, Selectable } from 'kysely'
import type { LedgerId, UserId } from '../../domain/ids.ts'
import type { User } from '../../ports/users.ts'
import type { UsersTable } from './schema.ts'

export function userRow(user: User, emailKey: string): Insertable<UsersTable> {
  return {
    id: user.id,
    email_key: emailKey,
    email: user.email,
    password_hash: user.passwordHash,
    name: user.name,
    display_locale: user.locale,
    display_zone: user.timeZone,
    ledger_id: user.ledgerId,
    currency: user.currency,
    state: user.state,
    leave_step: 0,
    email_verified_ms: user.emailVerifiedMs ?? null,
    created_ms: user.createdMs,
    touched_ms: user.createdMs,
    row_version: user.version,
  }
}

export function userFrom(row: Selectable<UsersTable>): User {
  return {
    id: row.id as UserId,
    version: Number(row.row_version),
    email: row.email,
    ...(row.email_verified_ms !== null && { emailVerifiedMs: Number(row.email_verified_ms) }),
    passwordHash: row.password_hash,
    name: row.name,
    locale: row.display_locale,
    timeZone: row.display_zone,
    ledgerId: row.ledger_id as LedgerId,
    currency: row.currency,
    state: row.state,
    createdMs: Number(row.created_ms),
  }
}
