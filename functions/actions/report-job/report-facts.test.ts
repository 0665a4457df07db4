import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ReportDesk, reportDesk } from '../../../tests/support/report-desk.ts'
import { firstLimit } from '../../domain/budget.ts'
import type { Day } from '../../domain/day.ts'
import type { BudgetId, CategoryId, ReportId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'
import type { Report, ReportKind } from '../../domain/report.ts'
import { parseReport } from '../../domain/report-file.ts'
import { reportKeys } from '../../edge/report-keys.ts'
import type { PlannedReport, ShelfReport } from '../../ports/report-shelf.ts'

const telling = suite('what a report tells')

type Person = Awaited<ReturnType<ReportDesk['person']>>
const span = (start: string, end: string) => ({ start, end }) as { readonly start: Day; readonly end: Day }

async function facts({ objects }: ReportDesk, { figuresKey }: ShelfReport): Promise<Report> {
  const report = parseReport(new TextDecoder().decode(await objects.get(figuresKey)))
  if (!report.ok) throw new Error('The figures cannot be read')
  return report.value
}

/** Has a report made of the period, as its reader does on the page. */
async function made(desk: ReportDesk, { userId, ledgerId }: Person, kind: ReportKind, period: Period) {
  const owner = desk.ids.next()
  const planned: PlannedReport = {
    id: desk.ids.next() as ReportId,
    userId,
    ledgerId,
    kind,
    period,
    ...reportKeys(desk.ids, ledgerId),
    mailWish: 'none',
    createdMs: desk.time.now,
  }
  const { report } = await desk.shelf.add(planned, owner, desk.time.now + 3_600_000)
  await desk.run({ owner, schedules: [], reports: [report.id] })
  return facts(desk, report)
}

telling('compares with the periods of the schedule’s rule, whoever has it made', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  const [monthly] = await desk.schedules.list(asha.userId, asha.ledgerId)
  if (!monthly) throw new Error('There is no schedule')
  const next = span('2026-02-25', '2026-03-24')
  const by25th = { ...monthly, rule: { kind: 'month', date: 25 }, next, dueMs: Date.UTC(2026, 2, 27, 3, 30) } as const
  await desk.schedules.put(by25th, monthly)

  const early = await made(desk, asha, 'monthly', span('2026-01-25', '2026-02-24'))
  assert.equal(early.previous, span('2025-12-25', '2026-01-24'))
  desk.time.now = Date.UTC(2026, 2, 27, 3, 30)
  await desk.tick()
  const scheduled = (await desk.onShelf(asha)).find(({ period }) => period.start === '2026-02-25')
  assert.equal(scheduled && (await facts(desk, scheduled)).previous, span('2026-01-25', '2026-02-24'))
})

const rupees = { code: 'INR', digits: 2 }
const byMonths = { currency: rupees, rule: { kind: 'month', date: 1 } as const, archived: false }

async function limited(desk: ReportDesk, { userId, ledgerId }: Person, categoryId?: CategoryId): Promise<void> {
  const scope = await desk.enter(userId, ledgerId)
  const fields = { ...byMonths, ...(categoryId && { categoryId }) }
  const limits = firstLimit(fromStore(31_000))
  const added = await desk.needs.budgets.add(scope, desk.ids.next() as BudgetId, fields, limits, desk.time.now)
  assert.ok(added.ok)
}

const standing = ({ budgets }: Report) => budgets.map(({ spent, pace, period }) => [spent, pace, period])

telling('shows limits as they stood at the end of its period, whenever it is made', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  const categories = await desk.needs.categories.list(await desk.enter(asha.userId, asha.ledgerId))
  const categoryId = categories.find(({ kind }) => kind === 'expense')?.id
  if (!categoryId) throw new Error('There is no category')
  await limited(desk, asha)
  await limited(desk, asha, categoryId)
  for (const [on, amount] of [
    ['2026-03-02', '10.00'],
    ['2026-03-14', '5.00'],
    ['2026-03-15', '100.00'],
  ] as const) {
    await desk.record(asha, { kind: 'expense', day: on, amount, categoryId })
  }

  const stood = [1500n, 14_000n, span('2026-03-01', '2026-03-31')]
  const week = span('2026-03-08', '2026-03-14')
  assert.equal(standing(await made(desk, asha, 'weekly', week)), [stood, stood])
  desk.time.now = Date.UTC(2026, 3, 20)
  assert.equal(standing(await made(desk, asha, 'weekly', week)), [stood, stood])
})

telling('shows limits of a period that still runs as they stand today', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await limited(desk, asha)
  await desk.record(asha, { kind: 'expense', day: '2026-03-02', amount: '10.00' })

  const month = await made(desk, asha, 'monthly', span('2026-03-01', '2026-03-31'))
  assert.equal(standing(month), [[1000n, 15_000n, undefined]])
})

telling.run()
