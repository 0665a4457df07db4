import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDb2 } from '../../../tests/support/db2.ts'
import { asksForCommit } from '../../../tests/support/drda/commits.ts'
import { db2Here } from '../../../tests/support/engines.ts'
import { startTcpProxy } from '../../../tests/support/tcp-proxy.ts'
import type { UserId } from '../../domain/ids.ts'
import type { MailToken } from '../../ports/mail-tokens.ts'
import { planned } from '../../ports/report-shelf.contract.ts'
import { weekly } from '../../ports/schedules.contract.ts'
import { asha, ben, now, sessionOf } from '../../ports/users.contract.ts'
import { openDb2 } from '../sql/db2/open.ts'
import { type Db2Settings, parseDb2 } from '../sql/db2/settings.ts'
import { migrate } from '../sql/migrator.ts'
import { sqlAttempts } from './attempts.ts'
import { sqlMailTokens } from './mail-tokens.ts'
import { identitySchema } from './migrations/index.ts'
import { sqlPasswordChanges } from './password-changes.ts'
import { sqlReportShelf } from './report-shelf.ts'
import { sqlSchedules } from './schedules.ts'
import type { IdentityTables } from './schema.ts'
import { sqlSessions } from './sessions.ts'
import { sqlUsers } from './users.ts'

const portsOn = (db: Kysely<IdentityTables>) => ({
  users: sqlUsers(db),
  sessions: sqlSessions(db),
  passwordChanges: sqlPasswordChanges(db),
  attempts: sqlAttempts(db),
  tokens: sqlMailTokens(db),
  schedules: sqlSchedules(db),
  shelf: sqlReportShelf(db),
})
type Ports = ReturnType<typeof portsOn>

const [owner, runner] = ['01890000-0000-7000-8000-00000000f001', '01890000-0000-7000-8000-00000000f002'] as const
const minute = 60_000
const kept = sessionOf(asha, 1)
const begun = sessionOf(asha, 2)
const window = { key: 'a', startMs: 1000, most: 9 }
const rotation = { refreshHash: 'second', rotationSalt: 'salt', expiresMs: now + 2000 }
const token: MailToken = {
  hash: 'token',
  userId: asha.id,
  purpose: 'verify',
  email: asha.email,
  createdMs: now,
  expiresMs: now + minute,
}
const reset: MailToken = { ...token, hash: 'reset', purpose: 'reset' }
const next = { start: '2026-03-16', end: '2026-03-22' } as typeof weekly.next

interface Write {
  readonly what: string
  readonly before?: (ports: Ports) => Promise<unknown>
  readonly act: (ports: Ports) => Promise<unknown>
  /** What it answers, as if nothing had been lost. */
  readonly answer: unknown
  readonly look: (ports: Ports) => Promise<unknown>
  readonly left: unknown
}

const writes: readonly Write[] = [
  {
    what: 'adding a person',
    act: ({ users }) => users.add(ben, 'key-ben'),
    answer: true,
    look: ({ users }) => users.byEmail('key-ben'),
    left: ben,
  },
  {
    what: 'replacing who is pending',
    before: ({ users }) => users.setState(asha.id, 'pending', now),
    act: ({ users }) => users.replacePending({ ...asha, state: 'pending', passwordHash: 'new' }, asha.passwordHash),
    answer: true,
    look: async ({ users }) => (await users.byId(asha.id))?.passwordHash,
    left: 'new',
  },
  {
    what: 'changing a person by their version',
    act: ({ users }) => users.change({ ...asha, name: 'A. K.' }, now),
    answer: { ...asha, name: 'A. K.', version: 2 },
    look: ({ users }) => users.byId(asha.id),
    left: { ...asha, name: 'A. K.', version: 2 },
  },
  {
    what: 'setting a password',
    before: ({ sessions }) => sessions.add(begun, asha.passwordHash),
    act: ({ passwordChanges }) => passwordChanges.set(asha.id, 'new', now),
    answer: undefined,
    look: async ({ users, sessions }) => [(await users.byId(asha.id))?.passwordHash, await sessions.list(asha.id, now)],
    left: ['new', []],
  },
  {
    what: 'making the secret by which a password is reset',
    before: ({ passwordChanges }) => passwordChanges.offerReset({ ...reset, hash: 'before' }),
    act: ({ passwordChanges }) => passwordChanges.offerReset(reset),
    answer: true,
    look: async ({ tokens }) => [await tokens.find('before', now), await tokens.find(reset.hash, now)],
    left: [undefined, reset],
  },
  {
    what: 'resetting a password',
    before: ({ passwordChanges }) => passwordChanges.offerReset(reset),
    act: ({ passwordChanges }) => passwordChanges.reset(reset, 'new', now),
    answer: true,
    look: async ({ users, tokens }) => [
      (await users.byId(asha.id))?.passwordHash,
      (await users.byId(asha.id))?.emailVerifiedMs,
      await tokens.find(reset.hash, now),
    ],
    left: ['new', now, undefined],
  },
  {
    what: 'resetting a password by a secret that is spent',
    act: ({ passwordChanges }) => passwordChanges.reset(reset, 'new', now),
    answer: false,
    look: async ({ users }) => (await users.byId(asha.id))?.passwordHash,
    left: asha.passwordHash,
  },
  {
    what: 'verifying an address',
    act: ({ users }) => users.verifyEmail(asha.id, asha.email, now),
    answer: true,
    look: async ({ users }) => (await users.byId(asha.id))?.emailVerifiedMs,
    left: now,
  },
  {
    what: 'beginning to leave',
    act: ({ users }) => users.beginLeaving(asha.id, now),
    answer: undefined,
    look: async ({ users, sessions }) => [(await users.byId(asha.id))?.state, await sessions.list(asha.id, now)],
    left: ['leaving', []],
  },
  {
    what: 'removing a person',
    act: ({ users }) => users.remove(asha.id),
    answer: undefined,
    look: async ({ users, sessions }) => [await users.byId(asha.id), await sessions.list(asha.id, now)],
    left: [undefined, []],
  },
  {
    what: 'beginning a session',
    act: ({ sessions }) => sessions.add(begun, asha.passwordHash, [window]),
    answer: true,
    look: async ({ sessions }) => (await sessions.list(asha.id, now)).map(({ id }) => id),
    left: [begun.id, kept.id],
  },
  {
    what: 'beginning a session with a password that is not theirs',
    act: ({ sessions }) => sessions.add(begun, 'not theirs'),
    answer: false,
    look: async ({ sessions }) => (await sessions.list(asha.id, now)).map(({ id }) => id),
    left: [kept.id],
  },
  {
    what: 'beginning the first session of who is pending',
    before: ({ users }) => users.setState(asha.id, 'pending', now),
    act: ({ sessions }) => sessions.add(begun, asha.passwordHash),
    answer: true,
    look: async ({ users, sessions }) => [(await users.byId(asha.id))?.state, (await sessions.live(begun.id, now))?.id],
    left: ['active', begun.id],
  },
  {
    what: 'rotating a refresh token',
    act: ({ sessions }) => sessions.rotate(kept, rotation, now),
    answer: true,
    look: async ({ sessions }) => [
      (await sessions.byRefresh('second'))?.previousHash,
      (await sessions.byRefresh(kept.refreshHash))?.refreshHash,
    ],
    left: [kept.refreshHash, 'second'],
  },
  {
    what: 'rotating one that somebody else has rotated',
    before: ({ sessions }) => sessions.rotate(kept, { ...rotation, refreshHash: 'faster' }, now),
    act: ({ sessions }) => sessions.rotate(kept, rotation, now),
    answer: false,
    look: async ({ sessions }) => (await sessions.byRefresh('faster'))?.id,
    left: kept.id,
  },
  {
    what: 'ending a session',
    act: ({ sessions }) => sessions.end(asha.id, kept.id),
    answer: true,
    look: ({ sessions }) => sessions.live(kept.id, now),
    left: undefined,
  },
  {
    what: 'counting an attempt where there is room',
    act: ({ attempts }) => attempts.count([window]),
    answer: undefined,
    // which of the two counts was the one whose answer was lost, nobody can know
    look: async ({ users }) => (await users.atDoor('key-asha', [window])).counted.every((n) => n === 1 || n === 2),
    left: true,
  },
  {
    what: 'making a mail’s secret',
    act: ({ tokens }) => tokens.add({ ...token, hash: 'another' }),
    answer: undefined,
    look: ({ tokens }) => tokens.find('another', now),
    left: { ...token, hash: 'another' },
  },
  {
    what: 'spending a mail’s secret',
    act: ({ tokens }) => tokens.spend('token', now),
    answer: token,
    look: ({ tokens }) => tokens.find('token', now),
    left: undefined,
  },
  {
    what: 'spending one that is spent',
    before: ({ tokens }) => tokens.spend('token', now - 1),
    act: ({ tokens }) => tokens.spend('token', now),
    answer: undefined,
    look: ({ tokens }) => tokens.find('token', now),
    left: undefined,
  },
  {
    what: 'changing a schedule',
    act: ({ schedules }) => schedules.put({ ...weekly, hour: 7, next }, weekly),
    answer: true,
    look: async ({ schedules }) => (await schedules.list(asha.id, weekly.ledgerId)).map((one) => [one.hour, one.next]),
    left: [[7, next]],
  },
  {
    what: 'leasing what is due',
    act: ({ schedules }) => schedules.lease(owner, now, now + minute, 10),
    answer: [weekly.id],
    look: async ({ schedules }) => (await schedules.list(asha.id, weekly.ledgerId))[0]?.dueMs,
    left: now + minute,
  },
  {
    what: 'planning a report and moving the schedule on',
    before: async ({ schedules }) => {
      await schedules.lease(owner, now, now + minute, 10)
      await schedules.takeOver([weekly.id], owner, runner)
    },
    act: ({ schedules }) =>
      schedules.plan({ ...weekly, next, dueMs: now + 9 * minute }, runner, [planned(9)], now + minute),
    answer: [planned(9)],
    look: async ({ schedules, shelf }) => [
      (await schedules.list(asha.id, weekly.ledgerId))[0]?.next,
      (await shelf.find(asha.id, weekly.ledgerId, planned(9).id))?.edition,
    ],
    left: [next, 1],
  },
  {
    what: 'putting a report on the shelf',
    act: async ({ shelf }) => (await shelf.add(planned(9), owner, now + minute)).isNew,
    answer: true,
    look: async ({ shelf }) =>
      (await shelf.editions(asha.id, asha.ledgerId, 'weekly', planned(9).period)).map(({ edition }) => edition),
    left: [1],
  },
  {
    what: 'the last step of a report',
    before: ({ shelf }) => shelf.add(planned(9), runner, now + minute),
    act: ({ shelf }) => shelf.step(planned(9).id, runner, { state: 'failed', trouble: 'broken' }),
    answer: true,
    look: async ({ shelf }) => (await shelf.find(asha.id, asha.ledgerId, planned(9).id))?.state,
    left: 'failed',
  },
]

if (db2Here('answers that are lost').length > 0) tests()

function tests(): void {
  const losing = suite('a write to the identity plane whose commit is not answered')
  let there: Db2Settings
  let straight: Kysely<IdentityTables>

  losing.before(async () => {
    there = parseDb2(await freshDb2())
    straight = await openDb2(there)
    await migrate(straight, identitySchema, Date.now)
  })
  losing.before.each(async () => {
    for (const table of ['users', 'sessions', 'login_limits', 'mail_tokens', 'report_schedules', 'reports'] as const) {
      await straight.deleteFrom(table).execute()
    }
    const { users, schedules, tokens, sessions } = portsOn(straight)
    await users.add(asha, 'key-asha')
    await sessions.add(kept, asha.passwordHash)
    await schedules.ensure([weekly])
    await tokens.add(token)
  })
  losing.after(() => straight.destroy())

  /** Does it over a line on which the first commit is carried out and not answered, or does not arrive. */
  async function done<T>(happens: boolean, write: (ports: Ports) => Promise<T>): Promise<T> {
    const proxy = await startTcpProxy({ port: there.servers[0].port })
    let isCut = true
    const onStatement = (said: string) => {
      if (said !== 'commit' || isCut) return
      isCut = true
      proxy.cut()
    }
    const servers = [{ host: proxy.host, port: proxy.port }] as const
    const db = await openDb2<IdentityTables>({ ...there, servers }, { onStatement })
    try {
      await db.transaction().execute((tx) => sql`select 1 from sysibm.sysdummy1`.execute(tx))
      isCut = happens
      const lost = happens ? proxy.loseAnswerTo(asksForCommit) : undefined
      const answer = await write(portsOn(db))
      await lost
      assert.ok(isCut, 'nothing was committed')
      return answer
    } finally {
      await db.destroy()
      await proxy.close()
    }
  }

  for (const { what, before, act, answer, look, left } of writes) {
    for (const happens of [true, false]) {
      losing(`is settled, for it ${happens ? 'happened' : 'did not happen'}: ${what}`, async () => {
        await before?.(portsOn(straight))

        assert.equal(await done(happens, act), answer)

        assert.equal(await look(portsOn(straight)), left)
      })
    }
  }

  losing('is settled too when it went in one flow with its insert: log-in’s session', async () => {
    const answers = await done(true, async ({ users, sessions }) => {
      await users.atDoor('key-asha', [window])
      return sessions.add(begun, asha.passwordHash, [window])
    })

    assert.is(answers, true)
    const { sessions } = portsOn(straight)
    assert.is((await sessions.live(begun.id, now))?.id, begun.id)
    assert.is(await sessions.live('01890000-0000-7000-8000-000000000999' as typeof begun.id, now), undefined)
    assert.equal(await sessions.list('nobody' as UserId, now), [])
  })

  losing.run()
}
