import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from '../domain/day.ts'
import type { ReportId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'
import type { ObjectKey } from './objects.ts'
import type { Headline, LateWord, PlannedReport, ReportStep, ShelfReport } from './report-shelf.ts'
import type { ReportStore } from './schedules.contract.ts'
import { asha, ben, type Desk, now } from './users.contract.ts'

const minute = 60_000
const [owner, runner, other] = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000f10${n}`) as [
  string,
  string,
  string,
]
const year = { start: '2026-01-01' as Day, end: '2026-12-31' as Day }

/** A report of a week of Asha's, told apart by `n`. */
export const planned = (n: number): PlannedReport => ({
  id: `01890000-0000-7000-8000-0000000009${String(n).padStart(2, '0')}` as ReportId,
  userId: asha.id,
  ledgerId: asha.ledgerId,
  kind: 'weekly',
  period: {
    start: `2026-03-${String(n).padStart(2, '0')}` as Day,
    end: `2026-04-${String(n).padStart(2, '0')}` as Day,
  },
  figuresKey: `${asha.ledgerId}/${n}/figures.json` as ObjectKey,
  pdfKey: `${asha.ledgerId}/${n}/report.pdf` as ObjectKey,
  mailWish: 'scheduled',
  createdMs: now,
})

const headline: Headline = {
  currency: { code: 'INR', digits: 2 },
  income: fromStore(9_000_000_000_000_000n),
  expense: fromStore(-1n),
  net: fromStore(9_000_000_000_000_001n),
  entries: 12,
  revision: 7,
  figuredMs: now + 1,
  sha256: 'f'.repeat(64),
}

export function reportShelfContract(engine: string, desk: Desk<ReportStore>): void {
  const keeping = suite(`the report shelf on ${engine}`)

  keeping('keeps what is planned, once by its id', async () => {
    const { shelf } = await desk.fresh()
    const first = await shelf.add(planned(1), owner, now + minute)
    const again = await shelf.add({ ...planned(1), mailWish: 'none' }, other, now + minute)

    const report = { ...planned(1), edition: 1, state: 'planned' as const, attempts: 1 }
    assert.equal(first, { report, isNew: true })
    assert.equal(again, { report, isNew: false })
    assert.equal(await shelf.find(asha.id, asha.ledgerId, planned(1).id), report)
  })

  keeping('counts the editions of a period, however many come at once', async () => {
    const { shelf } = await desk.fresh()
    const { period } = planned(1)
    const made = await Promise.all([1, 2, 3, 4].map((n) => shelf.add({ ...planned(n), period }, owner, now + minute)))
    await shelf.add({ ...planned(5), period, kind: 'custom' }, owner, now + minute)

    assert.equal(made.map(({ report }) => report.edition).sort(), [1, 2, 3, 4])
    const editions = await shelf.editions(asha.id, asha.ledgerId, 'weekly', period)
    assert.equal(
      editions.map(({ edition }) => edition),
      [4, 3, 2, 1],
    )
  })

  keeping('shows a person’s reports by when they end, and nobody else’s', async () => {
    const { shelf } = await desk.fresh()
    for (const n of [2, 1, 3]) await shelf.add(planned(n), owner, now)
    const early = { start: '2025-11-01' as Day, end: '2025-11-30' as Day }
    await shelf.add({ ...planned(4), period: early }, owner, now)
    await shelf.add({ ...planned(5), userId: ben.id }, owner, now)

    assert.equal(
      (await shelf.list(asha.id, asha.ledgerId, year)).map(({ id }) => id),
      [planned(3).id, planned(2).id, planned(1).id],
    )
    assert.equal(await shelf.years(asha.id, asha.ledgerId), [2026, 2025])
    assert.equal(await shelf.list(asha.id, ben.ledgerId, year), [])
    assert.is(await shelf.find(asha.id, asha.ledgerId, planned(5).id), undefined)
    assert.is(await shelf.find(ben.id, asha.ledgerId, planned(1).id), undefined)
  })

  keeping('goes on step by step for whoever holds the report, and for nobody else', async () => {
    const { shelf } = await desk.fresh()
    await shelf.add(planned(1), owner, now + minute)
    const [taken] = await shelf.takeOver([planned(1).id], owner, runner)
    const step = (step: ReportStep, by = runner) => shelf.step(planned(1).id, by, step)
    const find = () => shelf.find(asha.id, asha.ledgerId, planned(1).id)
    const nextTryMs = now + minute

    assert.is(taken?.id, planned(1).id)
    assert.is(await step({ state: 'figured', headline, nextTryMs }, owner), false)
    assert.is(await step({ state: 'figured', headline, nextTryMs }), true)
    assert.is(await step({ state: 'stored', pdf: { bytes: 1234, sha256: 'a'.repeat(64) }, nextTryMs }), true)
    assert.is(await step({ state: 'sending', mailId: other, nextTryMs }), true)
    assert.is(await step({ state: 'sent', sentMs: now + 2 }), true)
    assert.is(await step({ state: 'failed' }), false)
    assert.equal(await find(), {
      ...planned(1),
      edition: 1,
      state: 'sent',
      headline,
      pdf: { bytes: 1234, sha256: 'a'.repeat(64) },
      mailId: other,
      sentMs: now + 2,
      attempts: 1,
    })
    assert.equal(await shelf.lease(owner, now + 1e12, now + 2e12, 9), [])
  })

  keeping('gives up a report that was held for too long, and counts how often', async () => {
    const { shelf } = await desk.fresh()
    await shelf.add(planned(1), owner, now + minute)

    assert.equal(await shelf.lease(other, now + minute - 1, now + 2 * minute, 9), [])
    assert.equal(await shelf.lease(other, now + minute, now + 2 * minute, 9), [planned(1).id])
    assert.equal(await shelf.takeOver([planned(1).id], owner, runner), [])
    const [taken] = await shelf.takeOver([planned(1).id], other, runner)
    assert.is(taken?.attempts, 2)
  })

  keeping('has a report mailed once more that is at rest and has a PDF', async () => {
    const { shelf } = await desk.fresh()
    await shelf.add(planned(1), owner, now + minute)
    const again = (userId = asha.id) => shelf.mailAgain(userId, planned(1).id, other, now + minute)
    assert.is(await again(), false)
    await shelf.step(planned(1).id, owner, { state: 'failed', trouble: 'broken' })
    assert.is(await again(), false)

    await shelf.add(planned(2), owner, now + minute)
    const pdf = { bytes: 1, sha256: 'a'.repeat(64) }
    const failed = { state: 'failed', pdf, mailId: runner, trouble: 'outcome-unknown' } as const
    await shelf.step(planned(2).id, owner, { state: 'sending', pdf, mailId: runner, nextTryMs: now + minute })
    assert.is(await shelf.mailAgain(asha.id, planned(2).id, other, now + minute), false)
    await shelf.step(planned(2).id, owner, failed)
    assert.is(await shelf.mailAgain(ben.id, planned(2).id, other, now), false)
    assert.is(await shelf.mailAgain(asha.id, planned(2).id, other, now + minute), true)
    const [taken] = await shelf.takeOver([planned(2).id], other, runner)
    assert.equal(
      [taken?.state, taken?.mailId, taken?.trouble, taken?.mailWish],
      ['stored', undefined, undefined, 'asked'],
    )
  })

  keeping('hears late what became of a mail', async () => {
    const { shelf } = await desk.fresh()
    await shelf.add(planned(1), owner, now + minute)
    await shelf.step(planned(1).id, owner, { state: 'sending', mailId: other, nextTryMs: now + minute })

    assert.is(await shelf.settle(runner, { was: 'sent', at: now }), undefined)
    const settled = await shelf.settle(other, { was: 'sent', at: now })
    assert.equal([settled?.id, settled?.state, settled?.sentMs], [planned(1).id, 'sent', now])
    assert.is(await shelf.step(planned(1).id, owner, { state: 'failed' }), false)
    assert.equal(await shelf.lease(owner, now + 1e12, now + 2e12, 9), [])
  })

  keeping('takes a refusal for the last word, and a word that it was sent for the answer to not knowing', async () => {
    const { shelf } = await desk.fresh()
    const told = async (...words: readonly LateWord[]) => {
      let report: ShelfReport | undefined
      for (const word of words) report = await shelf.settle(other, word)
      return [report?.state, report?.trouble, report?.sentMs]
    }
    await shelf.add(planned(1), owner, now + minute)
    await shelf.step(planned(1).id, owner, { state: 'failed', mailId: other, trouble: 'outcome-unknown' })

    assert.equal(await told({ was: 'sent', at: now }), ['sent', undefined, now])
    assert.equal(await told({ was: 'sent', at: now + 9 }), ['sent', undefined, now])
    assert.equal(await told({ was: 'refused' }, { was: 'sent', at: now }), ['failed', 'refused', now])
  })

  keeping('knows every key of a person', async () => {
    const { shelf } = await desk.fresh()
    await shelf.add(planned(1), owner, now)
    await shelf.add({ ...planned(2), userId: ben.id }, owner, now)

    assert.equal([...(await shelf.keys(asha.id))].sort(), [planned(1).figuresKey, planned(1).pdfKey].sort())
  })

  keeping.after(desk.close)
  keeping.run()
}
