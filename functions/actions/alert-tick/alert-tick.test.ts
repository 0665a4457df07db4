import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ReportDesk, reportDesk } from '../../../tests/support/report-desk.ts'
import { allRows } from '../../../tests/support/rows-of-people.ts'
import { firstLimit } from '../../domain/budget.ts'
import type { BudgetId, UserId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import { ok } from '../../domain/result.ts'
import type { LimitAlert } from '../../ports/letters.ts'
import type { Mail } from '../../ports/mailer.ts'
import { alertTick } from './alert-tick.ts'

const alerting = suite('telling of limits')

const minute = 60_000
const links = async ({ identityDb }: ReportDesk) => (await allRows(identityDb)).mail_tokens
type Person = Awaited<ReturnType<ReportDesk['person']>>

/** Asha, who has a limit of a hundred a month on everything. */
async function limited() {
  const desk = await reportDesk()
  const asha = await desk.person()
  const told: LimitAlert[] = []
  const { letters } = desk.needs
  const alert: typeof letters.alert = (facts, ...rest) => {
    told.push(facts)
    return letters.alert(facts, ...rest)
  }
  Object.assign(desk.needs, { letters: { ...letters, alert } })
  const id = desk.ids.next() as BudgetId
  const scope = await desk.enter(asha.userId, asha.ledgerId)
  const fields = { currency: scope.currency, rule: { kind: 'month', date: 1 }, archived: false } as const
  await desk.needs.budgets.add(scope, id, fields, firstLimit(fromStore(10_000n)), desk.time.now)
  const spend = (amount: string, by: Pick<Person, 'userId' | 'ledgerId'> = asha) =>
    desk.record(by, { kind: 'expense', day: '2026-03-10', amount, payee: 'Mill' })
  return { desk, asha, told, spend, scope, id, tick: () => alertTick(desk.needs) }
}

alerting('sends one mail for each threshold, when it is crossed and never again', async () => {
  const { desk, asha, told, spend, tick } = await limited()
  await spend('79.99')
  assert.equal(await tick(), { alerts: 0, mails: 0 })
  await spend('5.00')
  assert.equal(await tick(), { alerts: 1, mails: 1 })
  await spend('1.00')
  desk.time.now += 60 * minute
  assert.equal(await tick(), { alerts: 0, mails: 0 })
  await spend('20.00')
  assert.equal(await tick(), { alerts: 1, mails: 1 })

  assert.equal(
    told.map(({ threshold, budget }) => [threshold, budget.spent, budget.amount]),
    [
      [80, 8499n, 10000n],
      [100, 10599n, 10000n],
    ],
  )
  assert.equal(
    desk.mails.map(({ kind, to }) => [kind, to.address]),
    [
      ['alert', 'asha@example.org'],
      ['alert', 'asha@example.org'],
    ],
  )
  assert.is.not(desk.mails[0]?.id, desk.mails[1]?.id)
  assert.match(desk.mails[0]?.unsubscribeUrl ?? '', /\/v1\/unsubscribe\/[\w-]{43}$/)
  assert.equal(
    told[0]?.latest.map(({ payee, amount }) => [payee, amount]),
    [
      ['Mill', 500n],
      ['Mill', 7999n],
    ],
  )
  assert.ok(asha)
})

alerting('tells only the worse of two that wait', async () => {
  const { desk, told, spend, tick } = await limited()
  await spend('85.00')
  await spend('20.00')

  assert.equal(await tick(), { alerts: 2, mails: 1 })
  assert.equal(
    told.map(({ threshold }) => threshold),
    [100],
  )
  assert.is(desk.mails.length, 1)
})

alerting('says nothing where it is fine again, or where the period is over', async () => {
  const { desk, asha, spend, tick } = await limited()
  await spend('85.00')
  await desk.record(asha, { kind: 'refund', day: '2026-03-10', amount: '30.00' })
  assert.equal(await tick(), { alerts: 1, mails: 0 })

  const late = await limited()
  await late.spend('85.00')
  late.desk.time.now = Date.UTC(2026, 3, 2)
  assert.equal(await late.tick(), { alerts: 1, mails: 0 })
  assert.equal([desk.mails, late.desk.mails], [[], []])
})

alerting(
  'tells what is crossed later, though a slip of the pen had crossed it and was mended before anybody was told',
  async () => {
    const { desk, asha, told, spend, tick } = await limited()
    await spend('150.00')
    await desk.record(asha, { kind: 'refund', day: '2026-03-10', amount: '135.00' })
    assert.equal(await tick(), { alerts: 1, mails: 0 })

    await spend('70.00')
    assert.equal(await tick(), { alerts: 1, mails: 1 })
    await spend('20.00')
    assert.equal(await tick(), { alerts: 1, mails: 1 })
    await spend('20.00')
    assert.equal(await tick(), { alerts: 0, mails: 0 })
    assert.equal(
      told.map(({ threshold, budget }) => [threshold, budget.spent]),
      [
        [80, 8500n],
        [100, 10500n],
      ],
    )
  },
)

alerting('tells the lesser one where the worse is fine again, and of neither twice', async () => {
  for (const writes of [['150.00'], ['85.00', '65.00']]) {
    const { desk, asha, told, spend, tick } = await limited()
    for (const amount of writes) await spend(amount)
    await desk.record(asha, { kind: 'refund', day: '2026-03-10', amount: '60.00' })
    const done = [await tick(), await tick()]
    assert.is(done.filter(({ mails }) => mails === 1).length, 1)

    await desk.record(asha, { kind: 'refund', day: '2026-03-10', amount: '60.00' })
    await spend('60.00')
    assert.equal(await tick(), { alerts: 0, mails: 0 })
    await spend('15.00')
    assert.equal(await tick(), { alerts: 1, mails: 1 })
    assert.equal(
      told.map(({ threshold }) => threshold),
      [80, 100],
    )
  }
})

alerting('tells of a limit that was told of and raised when it is crossed anew, by a mail of its own', async () => {
  const { desk, told, spend, scope, id, tick } = await limited()
  const raise = (cents: bigint) =>
    desk.needs.budgets.change(
      scope,
      id,
      undefined,
      (row) => ok({ ...row, limits: firstLimit(fromStore(cents)) }),
      desk.time.now,
    )
  await spend('100.00')
  assert.equal(await tick(), { alerts: 1, mails: 1 })
  desk.time.now += minute
  await raise(100_000n)
  await spend('950.00')
  assert.equal(await tick(), { alerts: 1, mails: 1 })
  await raise(50_000n)
  assert.equal(await tick(), { alerts: 0, mails: 0 })

  assert.equal(
    told.map(({ threshold, budget }) => [threshold, budget.amount]),
    [
      [100, 10000n],
      [100, 100000n],
    ],
  )
  assert.is.not(desk.mails[0]?.id, desk.mails[1]?.id)
})

alerting('asks who may be written to and wants it', async () => {
  const { desk, asha, spend, tick } = await limited()
  const ben = await desk.person({ email: 'ben@example.org' })
  const cleo = await desk.person({ email: 'cleo@example.org' }, false)
  const dora = await desk.person({ email: 'dora@example.org' })
  for (const [userId, role] of [
    [ben.userId, 'editor'],
    [cleo.userId, 'owner'],
    [dora.userId, 'viewer'],
  ] as const)
    await desk.ledgerDb.insertInto('memberships').values({ ledger_id: asha.ledgerId, user_id: userId, role }).execute()
  await desk.mailPreferences.set(asha.userId, 'alert', false, 0)
  const eve = await desk.person({ email: 'eve@example.org' })
  await desk.ledgerDb
    .insertInto('memberships')
    .values({ ledger_id: asha.ledgerId, user_id: eve.userId, role: 'editor' })
    .execute()
  await desk.users.setState(eve.userId as UserId, 'disabled', 0)

  await spend('85.00')
  assert.equal(await tick(), { alerts: 1, mails: 1 })
  assert.equal(
    desk.mails.map(({ to }) => to.address),
    ['ben@example.org'],
  )
})

alerting('tries again what a service will take later, and does not ask twice what may have been sent', async () => {
  const { desk, spend, tick } = await limited()
  await spend('85.00')
  desk.delivery.outcome = { kind: 'later', retryAfterS: 1, why: '429' }
  assert.equal(await tick(), { alerts: 1, mails: 0 })
  assert.equal(await tick(), { alerts: 0, mails: 0 })

  desk.time.now += 10 * minute
  desk.delivery.outcome = { kind: 'unknown', why: '500' }
  assert.equal(await tick(), { alerts: 1, mails: 0 })
  desk.time.now += 10 * minute
  desk.delivery.outcome = { kind: 'accepted' }
  assert.equal(await tick(), { alerts: 0, mails: 0 })
  assert.is(desk.mails.length, 2)
  assert.is(desk.mails[0]?.id, desk.mails[1]?.id)
})

alerting('tries for a week what a service puts off, ever more seldom, and leaves no link of it behind', async () => {
  const { desk, spend, tick } = await limited()
  await spend('85.00')
  const before = await links(desk)
  desk.delivery.outcome = { kind: 'later', retryAfterS: 60, why: 'sendgrid-401' }
  const began = desk.time.now
  const last = began + 7 * 24 * 60 * minute
  while (desk.time.now < last + 120 * minute) {
    await tick()
    desk.time.now += minute
  }
  assert.ok(desk.mails.length > 100 && desk.mails.length < 180, `${desk.mails.length}`)
  assert.equal(await links(desk), before)

  desk.delivery.outcome = { kind: 'accepted' }
  desk.time.now += 24 * 60 * minute
  assert.equal(await tick(), { alerts: 0, mails: 0 })
})

alerting('repeats one that was cut off only where a repeat is one mail', async () => {
  for (const repeatable of [false, true]) {
    const { desk, spend, tick } = await limited()
    Object.assign(desk.mailer, { repeatable })
    const send = desk.mailer.send
    Object.assign(desk.mailer, { send: () => Promise.reject(new Error('cut off')) })
    await spend('85.00')
    assert.equal(await tick(), { alerts: 1, mails: 0 })

    Object.assign(desk.mailer, { send })
    desk.time.now += 10 * minute
    assert.equal(await tick(), { alerts: 1, mails: repeatable ? 1 : 0 })
    desk.time.now += 10 * minute
    assert.equal(await tick(), { alerts: 0, mails: 0 })
  }
})

alerting('tells nobody twice where a slow service outlasts the lease and another run begins meanwhile', async () => {
  const { desk, spend, tick } = await limited()
  Object.assign(desk.mailer, { repeatable: false })
  const ben = await desk.person({ email: 'ben@example.org' })
  const scope = await desk.enter(ben.userId, ben.ledgerId)
  const fields = { currency: scope.currency, rule: { kind: 'month', date: 1 }, archived: false } as const
  const id = desk.ids.next() as BudgetId
  await desk.needs.budgets.add(scope, id, fields, firstLimit(fromStore(10_000n)), desk.time.now)
  await spend('85.00')
  await spend('85.00', ben)

  const send = desk.mailer.send
  let other: Promise<unknown> | undefined
  Object.assign(desk.mailer, {
    send: async (mail: Mail) => {
      const outcome = await send(mail)
      if (!other) {
        desk.time.now += 11 * minute
        other = tick()
        await other
      }
      return outcome
    },
  })
  await tick()
  assert.equal(desk.mails.map(({ to }) => to.address).sort(), ['asha@example.org', 'ben@example.org'])
  desk.time.now += 60 * minute
  assert.equal(await tick(), { alerts: 0, mails: 0 })
})

alerting('keeps everybody’s limits apart', async () => {
  const { desk, spend, tick } = await limited()
  const ben = await desk.person({ email: 'ben@example.org' })
  await spend('500.00', { userId: ben.userId as UserId, ledgerId: ben.ledgerId })
  assert.equal(await tick(), { alerts: 0, mails: 0 })
  assert.equal(desk.mails, [])
})

alerting.run()
