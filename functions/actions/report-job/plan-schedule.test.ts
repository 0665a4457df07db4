import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ReportDesk, reportDesk } from '../../../tests/support/report-desk.ts'
import type { Day } from '../../domain/day.ts'
import type { ReportId } from '../../domain/ids.ts'
import { reportKeys } from '../../edge/report-keys.ts'
import type { MailWish } from '../../ports/report-shelf.ts'

const planning = suite('planning what a schedule has due')

const hour = 3_600_000
/** Nine in the morning in India, where the week ended the day before, on Saturday the 21st. */
const sunday = Date.UTC(2026, 2, 22, 3, 30)
const week = { start: '2026-03-15' as Day, end: '2026-03-21' as Day }
const next = { start: '2026-03-22', end: '2026-03-28' }

type Person = Awaited<ReturnType<ReportDesk['person']>>

/** Has the week's report made so many hours before it is due, as its reader does on the page. */
async function byHand(desk: ReportDesk, { userId, ledgerId }: Person, hoursBefore: number, mailWish: MailWish) {
  desk.time.now = sunday - hoursBefore * hour
  const [owner, id] = [desk.ids.next(), desk.ids.next() as ReportId]
  const rest = { ...reportKeys(desk.ids, ledgerId), mailWish, createdMs: desk.time.now }
  await desk.shelf.add({ id, userId, ledgerId, kind: 'weekly', period: week, ...rest }, owner, desk.time.now + hour)
  await desk.run({ owner, schedules: [], reports: [id] })
}

/** The editions of the week that are there once it has been due, the mails, and what the schedule covers next. */
async function outcome(desk: ReportDesk, asha: Person) {
  desk.time.now = sunday
  await desk.tick()
  const editions = (await desk.onShelf(asha)).map(({ edition, state }) => `${edition} ${state}`).toSorted()
  const [, weekly] = await desk.schedules.list(asha.userId, asha.ledgerId)
  assert.equal(weekly?.next, next)
  return { editions, mails: desk.mails.length }
}

planning('mails nothing that its reader has had mailed already, and goes on', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await byHand(desk, asha, 2, 'asked')

  assert.equal(await outcome(desk, asha), { editions: ['1 sent'], mails: 1 })
})

planning('mails another edition where something was written since', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await byHand(desk, asha, 2, 'asked')
  await desk.record(asha, { kind: 'expense', day: '2026-03-17', amount: '12.50' })

  assert.equal(await outcome(desk, asha), { editions: ['1 sent', '2 sent'], mails: 2 })
})

planning('mails another edition where the period still ran when the last one was made', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await byHand(desk, asha, 10, 'asked')

  assert.equal(await outcome(desk, asha), { editions: ['1 sent', '2 sent'], mails: 2 })
})

planning('mails what was made by hand and not mailed', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await byHand(desk, asha, 2, 'none')

  assert.equal(await outcome(desk, asha), { editions: ['1 stored', '2 sent'], mails: 1 })
})

planning('waits for the ledger’s last day to be over, where its person’s clocks are ahead', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await desk.schedules.moveTo(asha.userId, 'Pacific/Kiritimati')
  const [, weekly] = await desk.schedules.list(asha.userId, asha.ledgerId)
  if (!weekly) throw new Error('There is no schedule')
  // seven on Sunday morning there, half past ten on Saturday night in India
  const early = Date.UTC(2026, 2, 21, 17)
  const midnight = Date.UTC(2026, 2, 21, 18, 30)
  await desk.schedules.put({ ...weekly, hour: 7, dueMs: early }, weekly)

  desk.time.now = early
  await desk.tick()
  assert.equal(await desk.onShelf(asha), [])
  const [, waiting] = await desk.schedules.list(asha.userId, asha.ledgerId)
  assert.equal([waiting?.next, waiting?.dueMs], [week, midnight])

  await desk.record(asha, { kind: 'expense', day: '2026-03-21', amount: '12.50' })
  desk.time.now = midnight
  await desk.tick()
  const [report] = await desk.onShelf(asha)
  assert.equal([report?.state, report?.headline?.expense], ['sent', 1250n])
})

planning.run()
