import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from '../domain/day.ts'
import type { ScheduleId } from '../domain/ids.ts'
import { planned } from './report-shelf.contract.ts'
import type { ReportShelf } from './report-shelf.ts'
import type { Schedule, Schedules } from './schedules.ts'
import { asha, ben, type Desk, now } from './users.contract.ts'

export interface ReportStore {
  readonly schedules: Schedules
  readonly shelf: ReportShelf
}

const minute = 60_000
const [owner, other, runner] = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000f00${n}`) as [
  string,
  string,
  string,
]

export const weekly: Schedule = {
  id: '01890000-0000-7000-8000-000000000501' as ScheduleId,
  userId: asha.id,
  ledgerId: asha.ledgerId,
  kind: 'weekly',
  rule: { kind: 'week', weekday: 1 },
  afterDays: 1,
  hour: 9,
  timeZone: 'Asia/Kolkata',
  next: { start: '2026-03-09' as Day, end: '2026-03-15' as Day },
  dueMs: now,
}

export const monthly: Schedule = {
  ...weekly,
  id: '01890000-0000-7000-8000-000000000502' as ScheduleId,
  kind: 'monthly',
  rule: 'own',
  afterDays: 3,
  next: { start: '2026-03-01' as Day, end: '2026-03-31' as Day },
  dueMs: now + 1,
}

const numbered = (n: number, dueMs: number): Schedule => ({
  ...weekly,
  id: `01890000-0000-7000-8000-0000000006${String(n).padStart(2, '0')}` as ScheduleId,
  userId: `01890000-0000-7000-8000-0000000007${String(n).padStart(2, '0')}` as typeof asha.id,
  dueMs,
})

export function schedulesContract(engine: string, desk: Desk<ReportStore>): void {
  const keeping = suite(`schedules on ${engine}`)

  keeping('are kept as they are given, and made once', async () => {
    const { schedules } = await desk.fresh()
    await schedules.ensure([weekly, monthly])
    await schedules.ensure([{ ...weekly, id: numbered(1, 0).id, hour: 22 }, monthly])

    assert.equal(await schedules.list(asha.id, asha.ledgerId), [monthly, weekly])
    assert.equal(await schedules.list(ben.id, asha.ledgerId), [])
  })

  keeping('are replaced or made by putting them', async () => {
    const { schedules } = await desk.fresh()
    const { dueMs: _, ...off } = { ...weekly, hour: 7, rule: 'own' as const }
    assert.is(await schedules.put(weekly, weekly), true)
    assert.is(await schedules.put(off, weekly), true)

    assert.equal(await schedules.list(asha.id, asha.ledgerId), [off])
  })

  keeping('are left alone by who has read them before they moved on', async () => {
    const { schedules } = await desk.fresh()
    await schedules.ensure([weekly, monthly])
    await schedules.takeOver(await schedules.lease(owner, now, now + minute, 9), owner, runner)
    const next = { start: '2026-03-16' as Day, end: '2026-03-22' as Day }
    const moved = { ...weekly, next, dueMs: now + 7 * 24 * 60 * minute }
    await schedules.plan(moved, runner, [], now + minute)
    await schedules.moveTo(asha.id, 'UTC')
    const there = await schedules.list(asha.id, asha.ledgerId)

    assert.is(await schedules.put({ ...weekly, hour: 7 }, { ...weekly, timeZone: 'UTC' }), false)
    assert.is(await schedules.put({ ...monthly, hour: 7 }, monthly), false)
    assert.equal(await schedules.list(asha.id, asha.ledgerId), there)
    for (const read of there) assert.is(await schedules.put({ ...read, hour: 7 }, read), true)
    assert.equal(
      await schedules.list(asha.id, asha.ledgerId),
      there.map((read) => ({ ...read, hour: 7 })),
    )
  })

  keeping('are leased when they are due, the longest due first, and to one only', async () => {
    const { schedules } = await desk.fresh()
    await schedules.ensure([numbered(1, now + 1), numbered(2, now - 5), numbered(3, now), numbered(4, now - 9)])

    assert.equal(await schedules.lease(owner, now, now + minute, 2), [numbered(4, 0).id, numbered(2, 0).id])
    assert.equal(await schedules.lease(other, now, now + minute, 9), [numbered(3, 0).id])
    assert.equal(await schedules.lease(other, now, now + minute, 9), [])
    assert.is((await schedules.lease(other, now + minute, now + 2 * minute, 9)).length, 4)
  })

  keeping('are leased once each, by however many at once', async () => {
    const { schedules } = await desk.fresh()
    const all = Array.from({ length: 40 }, (_, n) => numbered(n, now - n))
    await schedules.ensure(all)

    const owners = Array.from({ length: 8 }, (_, n) => `01890000-0000-7000-8000-00000000f20${n}`)
    const leases = await Promise.all(owners.map((one) => schedules.lease(one, now, now + minute, 7)))
    const more = await schedules.lease(owner, now, now + minute, 100)

    const ids = [...leases.flat(), ...more]
    assert.is(ids.length, 40)
    assert.is(new Set(ids).size, 40)
  })

  keeping('that are switched off are never due', async () => {
    const { schedules } = await desk.fresh()
    const { dueMs: _, ...off } = weekly
    await schedules.put(off, off)

    assert.equal(await schedules.lease(owner, now + 1e12, now + 2e12, 9), [])
  })

  keeping('are handed to one run of a batch, and to no second one', async () => {
    const { schedules } = await desk.fresh()
    await schedules.ensure([weekly, monthly])
    const ids = await schedules.lease(owner, now, now + minute, 9)

    assert.equal(
      (await schedules.takeOver([...ids, monthly.id], owner, runner)).map(({ id }) => id),
      [weekly.id],
    )
    assert.equal(await schedules.takeOver(ids, owner, other), [])
    assert.equal(await schedules.takeOver([], owner, other), [])
  })

  keeping('move on with the reports that are planned, in one step', async () => {
    const { schedules, shelf } = await desk.fresh()
    await schedules.ensure([weekly])
    await schedules.takeOver(await schedules.lease(owner, now, now + minute, 9), owner, runner)
    const next = { start: '2026-03-16' as Day, end: '2026-03-22' as Day }
    const moved = { ...weekly, next, dueMs: now + 7 * 24 * 60 * minute }

    assert.equal(await schedules.plan(moved, other, [planned(1)], now + minute), undefined)
    assert.equal(await schedules.list(asha.id, asha.ledgerId), [{ ...weekly, dueMs: now + minute }])

    assert.equal(await schedules.plan(moved, runner, [planned(1), planned(2)], now + minute), [planned(1), planned(2)])
    assert.equal(await schedules.list(asha.id, asha.ledgerId), [moved])
    const ends = { start: '2026-01-01' as Day, end: '2026-12-31' as Day }
    assert.equal((await shelf.list(asha.id, asha.ledgerId, ends)).map(({ id, state }) => [id, state]).sort(), [
      [planned(1).id, 'planned'],
      [planned(2).id, 'planned'],
    ])

    assert.equal(await schedules.plan(moved, runner, [planned(3)], now + minute), undefined)
  })

  keeping('move with the person to another zone', async () => {
    const { schedules } = await desk.fresh()
    const { dueMs: _, ...off } = monthly
    await schedules.ensure([weekly, off])
    await schedules.moveTo(asha.id, 'UTC')

    assert.equal(await schedules.list(asha.id, asha.ledgerId), [
      { ...off, timeZone: 'UTC' },
      { ...weekly, timeZone: 'UTC', dueMs: Date.UTC(2026, 2, 16, 9) },
    ])
  })

  keeping('that their person changes are lost to who holds them, and looked at anew', async () => {
    for (const change of [
      ({ schedules }: ReportStore) => schedules.moveTo(asha.id, 'UTC'),
      ({ schedules }: ReportStore) => schedules.put({ ...weekly, hour: 7 }, weekly),
    ]) {
      const store = await desk.fresh()
      const { schedules } = store
      await schedules.ensure([weekly])
      await schedules.takeOver(await schedules.lease(owner, now, now + minute, 9), owner, runner)
      await change(store)
      const [changed] = await schedules.list(asha.id, asha.ledgerId)

      const late = { ...weekly, dueMs: now + 1e9 }
      assert.equal(await schedules.plan(late, runner, [planned(1)], now + minute), undefined)
      assert.equal(await schedules.list(asha.id, asha.ledgerId), [changed])
    }
  })

  keeping.after(desk.close)
  keeping.run()
}
