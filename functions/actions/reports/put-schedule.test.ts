import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asked, noon } from '../../../tests/support/identity-desk.ts'
import { type ReportDesk, reportDesk } from '../../../tests/support/report-desk.ts'
import { putSchedule } from './put-schedule.ts'

const switching = suite('switching a schedule off and on')

const day = 86_400_000
/** The Sunday on which the running week begins; it ends on Saturday the 21st. */
const sunday = noon
const thisWeek = { start: '2026-03-15', end: '2026-03-21' }
const weekly = { active: true, rule: 'week:7', afterDays: 4, hour: 9 }

type Person = Awaited<ReturnType<ReportDesk['person']>>

async function put(desk: ReportDesk, { userId, ledgerId }: Person, body: object = {}, needs = desk.needs) {
  const scope = await desk.enter(userId, ledgerId)
  const wish = { ...asked({ ...weekly, ...body }), params: { ledger: ledgerId, kind: 'weekly' } }
  const answer = await putSchedule(needs, scope, wish)
  if (!answer.ok) throw new Error(answer.error.kind)
  const { next } = answer.value.body
  return next && { start: next.start, end: next.end }
}

switching('does not lose a week that has ended and is not due yet', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  assert.equal(await put(desk, asha), thisWeek)

  desk.time.now = sunday + 8 * day
  assert.is(await put(desk, asha, { active: false }), undefined)
  assert.equal(await put(desk, asha), thisWeek)

  desk.time.now = sunday + 10 * day
  await desk.tick()
  const reports = await desk.onShelf(asha)
  assert.equal(
    reports.map(({ period }) => period),
    [thisWeek],
  )
})

switching('begins with the running week once the one before would have been due', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await put(desk, asha)

  desk.time.now = sunday + 8 * day
  await put(desk, asha, { active: false })
  assert.equal(await put(desk, asha, { afterDays: 1 }), { start: '2026-03-22', end: '2026-03-28' })
})

switching('begins with the whole running period of another rule', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await put(desk, asha, { active: false })
  assert.equal(await put(desk, asha, { rule: 'week:4' }), { start: '2026-03-12', end: '2026-03-18' })
})

switching('says when the ledger’s last day is over, where its person’s clocks are ahead', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await desk.schedules.moveTo(asha.userId, 'Pacific/Kiritimati')
  await put(desk, asha, { afterDays: 1, hour: 7 })

  const [, kept] = await desk.schedules.list(asha.userId, asha.ledgerId)
  assert.is(kept?.dueMs, Date.UTC(2026, 2, 21, 18, 30))
})

switching('does not take back what a tick has planned meanwhile', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await put(desk, asha)
  desk.time.now = sunday + 11 * day

  let isTicked = false
  const list: typeof desk.schedules.list = async (...of) => {
    const read = await desk.schedules.list(...of)
    if (!isTicked) await desk.tick()
    isTicked = true
    return read
  }
  const needs = { ...desk.needs, schedules: { ...desk.schedules, list } }
  assert.equal(await put(desk, asha, { hour: 8 }, needs), { start: '2026-03-22', end: '2026-03-28' })
  await desk.tick()
  const reports = await desk.onShelf(asha)
  assert.equal(
    reports.map(({ period, edition }) => [period, edition]),
    [[thisWeek, 1]],
  )
})

switching.run()
