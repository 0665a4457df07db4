import type { Kysely } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { leave } from '../../functions/actions/profile/leave.ts'
import { register } from '../../functions/actions/register/register.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { openDb2 } from '../../functions/adapters/sql/db2/open.ts'
import { parseDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import { resumeLeaving } from '../../functions/edge/leaving.ts'
import { freshDb2 } from '../support/db2.ts'
import { asksForCommit } from '../support/drda/commits.ts'
import { db2Here } from '../support/engines.ts'
import { ashasWish, asked, type IdentityDesk, identityDesk, loggedIn, outcomeOf } from '../support/identity-desk.ts'
import { fillEveryTable, rowsNaming } from '../support/rows-of-people.ts'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'

// Each statement that registering and leaving send to Db2 finds its line cut once, and each commit goes unanswered once.
// Whoever was told to come again does, and finds everything as if nothing had been; a commit that was not answered is
// settled without asking anybody.

if (db2Here('people whose line is cut').length > 0) tests()

function tests(): void {
  const people = suite('people in Db2, whose line is cut')
  let proxy: TcpProxy
  let db: Kysely<IdentityTables>
  let desk: IdentityDesk
  let onStatement: () => void = () => {}

  people.before(async () => {
    const there = parseDb2(await freshDb2())
    proxy = await startTcpProxy({ port: there.servers[0].port })
    const here = { ...there, servers: [{ host: proxy.host, port: proxy.port }] as const }
    db = await openDb2<IdentityTables>(here, { onStatement: () => onStatement() })
    desk = await identityDesk(db)
  })
  people.after.each(() => proxy.heal())
  people.after(async () => {
    await db.destroy()
    await desk.ledgerDb.destroy()
    await proxy.close()
  })

  let guests = 0
  /** Everybody from an address of their own: nobody is held up by what others have tried. */
  const guest = () => {
    guests += 1
    const [wish, from] = [{ ...ashasWish, email: `asha-${guests}@example.org` }, { address: `2001:db8:${guests}::1` }]
    return {
      registers: async () => outcomeOf(await register(desk, undefined, asked(wish, from))),
      logsIn: () => loggedIn(desk, wish, from),
      names: async () => {
        const key = desk.secrets.hashOf(wish.email)
        const user = await desk.users.byEmail(key)
        return user ? [user.id, user.ledgerId, user.email, key] : [wish.email, key]
      },
    }
  }

  /** Each way to hurt the line during a deed, as often as the deed has places for it. */
  async function* troubles(deed: () => Promise<unknown>): AsyncGenerator<string> {
    let [statements, commits] = [0, 0]
    onStatement = () => {
      statements += 1
    }
    void proxy.loseAnswerTo((bytes) => {
      if (asksForCommit(bytes)) commits += 1
      return false
    })
    await deed()
    await proxy.heal()
    assert.ok(statements > 5 && commits > 2)

    for (let n = 0; n < statements; n++) {
      let before = n
      onStatement = () => {
        if (before === 0) proxy.cut()
        before -= 1
      }
      yield `cut before statement ${n} of ${statements}`
    }
    onStatement = () => {}
    for (let n = 0; n < commits; n++) {
      let before = n + 1
      void proxy.loseAnswerTo((bytes) => {
        if (asksForCommit(bytes)) before -= 1
        return before === 0
      })
      yield `no answer to commit ${n} of ${commits}`
      await proxy.heal()
    }
  }

  people('registers, if need be by another try, and is there once', async () => {
    const first = guest()
    const deeds = troubles(() => first.registers())
    let whole: object | undefined
    for await (const trouble of deeds) {
      whole ??= await kept(first.names)
      const asha = guest()
      const outcome = await unlessPutOff(asha.registers)
      if (outcome !== 201) {
        assert.is(outcome, 'put off', trouble)
        assert.ok(trouble.startsWith('cut'), trouble)
        const second = await asha.registers()
        // taken: all was done but the answer
        assert.ok(second === 201 || second === 'email-taken', `${trouble}: ${second}`)
      }
      await asha.logsIn()
      assert.equal(await kept(asha.names), whole, trouble)
    }
  })

  people('leaves, if need be by another try, and no row of theirs is left', async () => {
    const ready = async () => {
      const asha = guest()
      await asha.registers()
      const [userId = '', ledgerId = '', ...rest] = await asha.names()
      await fillEveryTable(desk.identityDb, { userId, ledgerId }, 2)
      const { scope } = await asha.logsIn()
      const leaves = async () => outcomeOf(await leave(desk, scope, asked({ password: ashasWish.password })))
      return { ...asha, leaves, everything: [userId, ledgerId, ...rest] }
    }
    const first = await ready()
    let next = await ready()
    for await (const trouble of troubles(first.leaves)) {
      const asha = next
      const outcome = await unlessPutOff(asha.leaves)
      if (outcome !== 204) {
        assert.is(outcome, 'put off', trouble)
        assert.ok(trouble.startsWith('cut'), trouble)
        await resumeLeaving(desk, 10, desk.time.now)
        // it had not begun: the person is still there, and asks again
        if ((await asha.names()).length > 2) assert.is(await asha.leaves(), 204, trouble)
      }
      assert.equal(await rowsNaming(desk.identityDb, asha.everything), {}, trouble)
      assert.equal(await rowsNaming(desk.ledgerDb, asha.everything), {}, trouble)
      next = await quietly(ready)
    }
  })

  /** How many rows name a person; sessions, attempts and links in mails are as many as there were tries. */
  async function kept(names: () => Promise<string[]>) {
    const ids = await quietly(names)
    const of = async () => ({
      ...(await rowsNaming(desk.identityDb, ids)),
      ...(await rowsNaming(desk.ledgerDb, ids)),
    })
    const { login_limits, mail_tokens, sessions, ...rows } = await quietly(of)
    assert.ok(Number(sessions) > 0)
    return rows
  }

  /** Past whatever would hurt the line. */
  async function quietly<T>(work: () => Promise<T>): Promise<T> {
    const hurts = onStatement
    onStatement = () => {}
    try {
      return await work()
    } finally {
      onStatement = hurts
    }
  }

  people.run()
}

async function unlessPutOff(deed: () => Promise<string | number>): Promise<string | number> {
  try {
    return await deed()
  } catch (error) {
    if (error instanceof Error && error.name === 'Unavailable') return 'put off'
    throw error
  }
}
