import type { Insertable, Kysely, Selectable } from 'kysely'
import type { SessionId, UserId } from '../../domain/ids.ts'
import type { Window } from '../../ports/attempts.ts'
import type { Session, Sessions } from '../../ports/sessions.ts'
import { isDuplicate } from '../sql/errors.ts'
import { settled, unseen } from '../sql/settle.ts'
import type { IdentityTables, SessionsTable } from './schema.ts'
import { whole } from './whole.ts'

export function sqlSessions(db: Kysely<IdentityTables>): Sessions {
  /** With the user whose it is, as long as the password is the one that it was begun with. */
  const valid = () =>
    db
      .selectFrom('sessions')
      .innerJoin('users', (join) =>
        join.onRef('users.id', '=', 'sessions.user_id').onRef('users.password_round', '=', 'sessions.password_round'),
      )
      .selectAll('sessions')

  const isThere = async (id: SessionId) =>
    (await db.selectFrom('sessions').select('id').where('id', '=', id).executeTakeFirst()) && true

  return {
    async add(session, passwordHash, windows = []) {
      const begun = () => begin(db, session, passwordHash, windows)
      if (await settled(begun, () => isThere(session.id))) return true

      const alsoActive = () =>
        whole(db, async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable('users')
            .set({ state: 'active' })
            .where('id', '=', session.userId)
            .where('password_hash', '=', passwordHash)
            .where('state', '=', 'pending')
            .executeTakeFirst()
          return numUpdatedRows === 1n && begin(trx, session, passwordHash, windows)
        })
      return settled(alsoActive, () => isThere(session.id))
    },

    async live(id, now) {
      const row = await valid()
        .where('sessions.id', '=', id)
        .where('sessions.expires_ms', '>', now)
        .where('users.state', '=', 'active')
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async list(userId, now) {
      const rows = await valid()
        .where('sessions.user_id', '=', userId)
        .where('sessions.expires_ms', '>', now)
        .orderBy('sessions.last_seen_ms', 'desc')
        .orderBy('sessions.id', 'desc')
        .execute()
      return rows.map(fromRow)
    },

    async byRefresh(hash) {
      const row = await valid()
        .where((or) => or.or([or('sessions.refresh_hash', '=', hash), or('sessions.previous_hash', '=', hash)]))
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async rotate({ id, refreshHash: before }, { refreshHash, rotationSalt = null, expiresMs }, now) {
      const rotated = async () => {
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
      }
      const seen = async () => {
        const row = await db.selectFrom('sessions').select('refresh_hash').where('id', '=', id).executeTakeFirst()
        return row?.refresh_hash === refreshHash || undefined
      }
      return settled(rotated, seen)
    },

    async end(userId, id) {
      const ended = async () => {
        const { numDeletedRows } = await db
          .deleteFrom('sessions')
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .executeTakeFirst()
        return numDeletedRows === 1n
      }
      // one that is gone now was there, for who asks has just seen it
      return settled(ended, async () => !(await isThere(id)) || undefined)
    },

    async sweep(beforeMs) {
      await settled(() => db.deleteFrom('sessions').where('expires_ms', '<=', beforeMs).execute(), unseen)
    },
  }
}

/**
 * One statement, and so one round trip: the row takes the round of passwords from the user's that lets it in, and is worth
 * nothing once that has gone on. False where nobody is let in.
 */
async function begin(
  db: Kysely<IdentityTables>,
  session: Session,
  passwordHash: string,
  windows: readonly Window[],
): Promise<boolean> {
  const row = Object.entries(toRow(session))
  const letIn = db
    .selectFrom('users')
    .select((value) => row.map(([name, one]) => value.val(one).as(name)))
    .select('password_round')
    .where('id', '=', session.userId)
    .where('password_hash', '=', passwordHash)
    .where('state', '=', 'active')
    .$if(windows.length > 0, (users) => users.where(({ not, exists }) => not(exists(full(db, windows)))))
  const columns = [...row.map(([name]) => name as keyof SessionsTable), 'password_round' as const]
  try {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('sessions')
      .columns(columns)
      .expression(() => letIn)
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  } catch (error) {
    // its id is new: it is there because it was sent twice
    if (isDuplicate(error)) return true
    throw error
  }
}

const full = (db: Kysely<IdentityTables>, windows: readonly Window[]) =>
  db
    .selectFrom('login_limits')
    .select('limit_key')
    .where((one) =>
      one.or(
        windows.map(({ key, startMs, most }) =>
          one.and([one('limit_key', '=', key), one('window_start', '=', startMs), one('hits', '>=', most)]),
        ),
      ),
    )

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
