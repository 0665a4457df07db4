import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import type { Day } from '../domain/day.ts'
import type { AccountId, CategoryId, LedgerId, UserId } from '../domain/ids.ts'
import { always, changeRule } from '../domain/period.ts'
import { ok, refuse } from '../domain/result.ts'
import type { LedgerSettings, Provision } from './ledgers.ts'
import type { LedgerHead } from './scope.ts'

const monthly = { kind: 'month', date: 1 } as const
const weekly = { kind: 'week', weekday: 1 } as const
const today = '2026-11-22' as Day

export function ledgersContract(says: Says): void {
  says('lets a member in by one statement, with the ledger and all its rules', async (desk) => {
    const { ledgers, scope, statements } = desk
    const rules = changeRule(scope.rules, weekly, today)
    await ledgers.change(scope, { ...scope, rules })
    statements.length = 0

    const entrance = await ledgers.enter(scope.userId, scope.ledgerId)

    assert.is(statements.length, 1)
    assert.equal(entrance, {
      validFromMs: 0,
      active: true,
      membership: { role: 'owner', ledger: { ...headOf(scope), rules, revision: 1 } },
    })
    assert.equal(rules, [...always(monthly), { effectiveFrom: '2026-12-01', rule: weekly }])
  })

  says('takes the default ledger for the one that the person has as such', async ({ ledgers, scope, statements }) => {
    statements.length = 0
    const entrance = await ledgers.enter(scope.userId, 'default')

    assert.is(statements.length, 1)
    assert.is(entrance?.membership?.ledger.ledgerId, scope.ledgerId)
  })

  says('lets nobody into another’s ledger or one that is none', async ({ ledgers, scope, stranger, ids }) => {
    const standing = { validFromMs: 0, active: true }

    assert.equal(await ledgers.enter(scope.userId, stranger.ledgerId), standing)
    assert.equal(await ledgers.enter(scope.userId, ids.next() as LedgerId), standing)
  })

  says('does not know who was never here', async ({ ledgers, ids }) => {
    const nobody = ids.next() as UserId
    assert.is(await ledgers.enter(nobody, 'default'), undefined)
    assert.is(await ledgers.standing(nobody), undefined)
  })

  says('tells a person’s standing by one statement', async ({ ledgers, principals, scope, statements, clock }) => {
    await principals.beginLeaving(scope.userId, clock.now())
    statements.length = 0

    const standing = await ledgers.standing(scope.userId)

    assert.is(statements.length, 1)
    assert.is(standing?.active, false)
    assert.ok((standing?.validFromMs ?? 0) > 0)
  })

  says('lists a person’s ledgers by one statement, the default one first', async (desk) => {
    const { ledgers, scope, stranger, statements } = desk
    await desk.db
      .insertInto('memberships')
      .values({ ledger_id: stranger.ledgerId, user_id: scope.userId, role: 'viewer' })
      .execute()
    await ledgers.change(stranger, { ...stranger, rules: changeRule(stranger.rules, weekly, today) })
    statements.length = 0

    const list = await ledgers.list(personOf(scope))

    assert.is(statements.length, 1)
    assert.equal(
      list.map(({ role, ledger }) => [role, ledger.ledgerId, ledger.rules.length]),
      [
        ['owner', scope.ledgerId, 1],
        ['viewer', stranger.ledgerId, 2],
      ],
    )
  })

  says('sets up a ledger with all that was asked for', async (desk) => {
    const wanted = provisionFor(desk)
    await desk.ledgers.provision(wanted, desk.clock.now())

    const scope = await desk.enter(wanted.userId)
    const [account] = await desk.accounts.list(scope)
    assert.is(scope.role, 'owner')
    assert.equal(scope.rules, always(monthly))
    assert.equal(account && [account.id, account.name, account.currency], [wanted.account.id, 'Purse', wanted.currency])
    assert.equal(
      (await desk.categories.list(scope)).map(({ id, name, parentId }) => [id, name, parentId]),
      wanted.categories.map(({ id, name, parentId }) => [id, name, parentId]),
    )
  })

  says('sets up nothing twice, and puts in what is missing', async (desk) => {
    const wanted = provisionFor(desk)
    await desk.ledgers.provision(wanted, desk.clock.now())
    const before = await rowsIn(desk)

    await desk.ledgers.provision(wanted, desk.clock.now() + 1)
    assert.equal(await rowsIn(desk), before)

    for (const table of ['ledger_rules', 'memberships', 'accounts', 'categories'] as const) {
      await desk.db.deleteFrom(table).where('ledger_id', '=', wanted.ledgerId).execute()
    }
    await desk.ledgers.provision(wanted, desk.clock.now())
    assert.equal(await rowsIn(desk), before)
  })

  says('sets up once for two who ask at the same time', async (desk) => {
    const wanted = provisionFor(desk)
    const before = (await rowsIn(desk)).get('ledgers') ?? 0

    await Promise.all([1, 2, 3].map(() => desk.ledgers.provision(wanted, desk.clock.now())))

    assert.is((await rowsIn(desk)).get('ledgers'), before + 1)
  })

  says('changes settings, and says how the ledger is then', async (desk) => {
    const { ledgers, scope } = desk
    const settings = { name: 'Household', timeZone: 'Asia/Kolkata', firstWeekday: 7, rules: always(monthly) }

    const head = { ...headOf(scope), ...settings, revision: 1 }
    assert.equal(await ledgers.change(scope, settings), ok(head))
    assert.equal(headOf(await desk.enter(scope.userId)), head)
  })

  says('replaces a rule that waits, and keeps those that have begun', async (desk) => {
    const { ledgers, scope } = desk
    const once = changeRule(scope.rules, weekly, today)
    await ledgers.change(scope, { ...scope, rules: once })
    const again = await desk.enter(scope.userId)
    const twice = changeRule(again.rules, { kind: 'payday', date: 31 }, today)
    await ledgers.change(again, { ...again, rules: twice })
    assert.equal((await desk.enter(scope.userId)).rules, twice)

    const last = await desk.enter(scope.userId)
    await ledgers.change(last, { ...last, rules: changeRule(last.rules, monthly, today) })
    assert.equal((await desk.enter(scope.userId)).rules, always(monthly))
  })

  says('changes only the revision that was asked for, and writes nothing otherwise', async (desk) => {
    const { ledgers, scope } = desk
    assert.ok((await ledgers.change(scope, named(scope, 'One'), 0)).ok)

    assert.equal(await ledgers.change(scope, named(scope, 'Two'), 0), refuse({ kind: 'version-mismatch' }))
    const now = await desk.enter(scope.userId)
    assert.equal([now.name, now.revision], ['One', 1])
  })

  says('does not raise the revision when nothing changes', async (desk) => {
    const { ledgers, scope } = desk
    assert.equal(await ledgers.change(scope, scope, 0), ok(headOf(scope)))
    assert.is((await desk.enter(scope.userId)).revision, 0)
  })

  says('takes two changes of two settings made on the same reading', async (desk) => {
    const { ledgers, scope } = desk
    await ledgers.change(scope, { ...scope, rules: changeRule(scope.rules, weekly, today) })
    await ledgers.change(scope, named(scope, 'Household'))

    const now = await desk.enter(scope.userId)
    assert.equal([now.name, now.rules.length], ['Household', 2])
  })
}

function headOf({ ledgerId, name, currency, timeZone, firstWeekday, rules, revision }: LedgerHead): LedgerHead {
  return { ledgerId, name, currency, timeZone, firstWeekday, rules, revision }
}

const named = (head: LedgerHead, name: string): LedgerSettings => ({ ...head, name })

/** A person's scope carries less than a ledger's, and the same proof that they are who they are. */
const personOf = (scope: LedgerDesk['scope']) => scope as unknown as Parameters<LedgerDesk['ledgers']['list']>[0]

function provisionFor({ ids }: LedgerDesk): Provision {
  const home = ids.next() as CategoryId
  return {
    userId: ids.next() as UserId,
    ledgerId: ids.next() as LedgerId,
    name: 'Chidi’s money',
    currency: { code: 'JPY', digits: 0 },
    timeZone: 'Asia/Tokyo',
    firstWeekday: 7,
    today,
    account: { id: ids.next() as AccountId, name: 'Purse' },
    categories: [
      { id: home, kind: 'expense', name: 'Home', preset: 'home' },
      { id: ids.next() as CategoryId, kind: 'expense', name: 'Power', parentId: home },
    ],
  }
}

const tables = ['ledgers', 'ledger_rules', 'principals', 'memberships', 'accounts', 'categories'] as const

async function rowsIn({ db }: LedgerDesk): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const table of tables) counts.set(table, (await db.selectFrom(table).selectAll().execute()).length)
  return counts
}
