import type { Insertable, Kysely, Selectable } from 'kysely'
import type { SessionId, UserId } from '../../domain/ids.ts'
import type { Session, Sessions } from '../../ports/sessions.ts'
import type { IdentityTables, SessionsTable } from './schema.ts'
import { whole } from './whole.ts'

export function sqlSessions(db: Kysely<IdentityTables>): Sessions {
  return {
    async add(session, passwordHash) {
      return whole(db, async (trx) => {
        // Takes the row that leaving and a new password take too: whoever comes second sees what the first has done.
        const { numUpdatedRows } = await trx
          .updateTable('users')
          .set({ state: 'active' })
          .where('id', '=', session.userId)
          .where('password_hash', '=', passwordHash)
          .where('state', 'in', ['pending', 'active'])
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false

        const past = session.createdMs
        await trx.deleteFrom('sessions').where('user_id', '=', session.userId).where('expires_ms', '<=', past).execute()
        await trx.insertInto('sessions').values(toRow(session)).execute()
        return true
      })
    },

    async live(id, now) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.user_id')
        .selectAll('sessions')
        .where('sessions.id', '=', id)
        .where('sessions.expires_ms', '>', now)
        .where('users.state', '=', 'active')
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async list(userId, now) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_ms', '>', now)
        .orderBy('last_seen_ms', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(fromRow)
    },

    async byRefresh(hash) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where((or) => or.or([or('refresh_hash', '=', hash), or('previous_hash', '=', hash)]))
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async rotate({ id, refreshHash: before }, { refreshHash, rotationSalt = null, expiresMs }, now) {
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({
          refresh_hash: refreshHash,
          previous_hash: before,
          rotation_salt: rotationSalt,
          rotated_ms: now,
          last_seen_ms: now,
          expires_ms: expiresMs,
        })
        .where('id', '=', id)
        .where('refresh_hash', '=', before)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async end(userId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

function toRow(session: Session): Insertable<SessionsTable> {
  return {
    id: session.id,
    user_id: session.userId,
    refresh_hash: session.refreshHash,
    previous_hash: session.previousHash ?? null,
    rotation_salt: session.rotationSalt ?? null,
    rotated_ms: session.rotatedMs,
    created_ms: session.createdMs,
    last_seen_ms: session.lastSeenMs,
    expires_ms: session.expiresMs,
    absolute_ms: session.absoluteMs,
    auth_level: session.level,
    agent: session.agent,
  }
}

function fromRow(row: Selectable<SessionsTable>): Session {
  return {
    id: row.id as SessionId,
    userId: row.user_id as UserId,
    refreshHash: row.refresh_hash,
    ...(row.previous_hash !== null && { previousHash: row.previous_hash }),
    ...(row.rotation_salt !== null && { rotationSalt: row.rotation_salt }),
    rotatedMs: Number(row.rotated_ms),
    level: Number(row.auth_level),
    agent: row.agent,
    createdMs: Number(row.created_ms),
    lastSeenMs: Number(row.last_seen_ms),
    expiresMs: Number(row.expires_ms),
    absoluteMs: Number(row.absolute_ms),
  }
}
