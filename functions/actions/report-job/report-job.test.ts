import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ReportDesk, reportDesk } from '../../../tests/support/report-desk.ts'
import { allRows } from '../../../tests/support/rows-of-people.ts'
import type { ReportId } from '../../domain/ids.ts'
import { parseReport } from '../../domain/report-file.ts'
import type { ObjectKey } from '../../ports/objects.ts'
import type { Sheets } from '../../ports/sheets.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { runBatch } from './run-batch.ts'

const reporting = suite('making reports')

const minute = 60_000
const links = async ({ identityDb }: ReportDesk) => (await allRows(identityDb)).mail_tokens
const hour = 60 * minute
const day = 24 * hour
/** Nine in the morning in India, where the week ended the day before, on Saturday the 21st. */
const sunday = Date.UTC(2026, 2, 22, 3, 30)

const facts = async (desk: ReportDesk, { figuresKey }: { figuresKey: Parameters<ReportDesk['objects']['get']>[0] }) => {
  const file = await desk.objects.get(figuresKey)
  const report = parseReport(new TextDecoder().decode(file))
  if (!report.ok) throw new Error('The figures cannot be read')
  return report.value
}

reporting('plans nothing before it is due, and at that very instant puts it on the shelf and mails it', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await desk.record(asha, { kind: 'expense', day: '2026-03-17', amount: '12.50' })
  await desk.record(asha, { kind: 'income', day: '2026-03-18', amount: '100.00' })
  await desk.record(asha, { kind: 'expense', day: '2026-03-22', amount: '99.00' })

  desk.time.now = sunday - 1
  await desk.tick()
  assert.equal(await desk.onShelf(asha), [])

  desk.time.now = sunday
  await desk.tick()
  const [report, ...others] = await desk.onShelf(asha)
  assert.equal(others, [])
  assert.is(report?.state, 'sent')
  assert.equal(report?.period, { start: '2026-03-15', end: '2026-03-21' })
  assert.is(report?.headline?.expense, 1250n)
  assert.is(report?.headline?.income, 10000n)
  assert.is(report?.sentMs, sunday)
  const [mail, ...more] = desk.mails
  assert.equal(more, [])
  assert.equal(
    [mail?.id, mail?.kind, mail?.to],
    [report?.mailId, 'weekly', { address: 'asha@example.org', name: 'Asha' }],
  )
  assert.ok(mail?.text.includes(`https://outlay.example.org/reports/${report?.id}`))
  const [file] = mail?.attachments ?? []
  assert.is(file?.name, 'outlay-weekly-2026-03-15-2026-03-21.pdf')
  assert.equal(Buffer.from(file?.body ?? []), await desk.objects.get(report?.pdfKey ?? ('' as never)))
})

reporting('says what the dashboard says, and lists what adds up to it', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  for (let n = 1; n <= 70; n++) await desk.record(asha, { kind: 'expense', day: '2026-03-16', amount: `${n}.00` })
  await desk.record(asha, { kind: 'refund', day: '2026-03-16', amount: '65.50' })
  desk.time.now = sunday
  await desk.tick()

  const [report] = await desk.onShelf(asha)
  if (!report) throw new Error('There is no report')
  const { blocks, entries, revision } = await facts(desk, report)
  const scope = await desk.enter(asha.userId, asha.ledgerId)
  const [row] = await desk.needs.totals.read(scope, [{ face: 'kind', windows: [report.period] }])
  assert.is(blocks[0]?.expense, row?.minus)
  assert.is(report.headline?.expense, row?.minus)
  assert.is(revision, scope.revision)
  assert.is(entries.length, 60)
  assert.equal(
    entries.slice(0, 6).map(({ kind, amount }) => [kind, amount]),
    [
      ['expense', 7000n],
      ['expense', 6900n],
      ['expense', 6800n],
      ['expense', 6700n],
      ['expense', 6600n],
      ['refund', 6550n],
    ],
  )
})

reporting('does a batch that comes twice once', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  desk.time.now = sunday
  const owner = desk.ids.next()
  const schedules = await desk.schedules.lease(owner, sunday, sunday + hour, 25)
  const batch = { owner, schedules, reports: [] }

  const done = await Promise.all([desk.run(batch), desk.run(batch)])
  assert.equal(done.map(({ planned }) => planned).sort(), [0, 1])
  assert.is((await desk.onShelf(asha)).length, 1)
  assert.is(desk.mails.length, 1)
})

reporting('finds again what was lost on its way, when the lease has ended', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  desk.time.now = sunday
  const owner = desk.ids.next()
  await desk.schedules.lease(owner, sunday, sunday + hour, 25)
  await desk.tick()
  assert.equal(await desk.onShelf(asha), [])

  desk.time.now += hour
  await desk.tick()
  assert.is((await desk.onShelf(asha))[0]?.state, 'sent')
  assert.is(desk.mails.length, 1)
})

reporting('makes what was missed, the newest first', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  desk.time.now = sunday + 14 * day
  await desk.tick()

  const mailed = desk.mails.map(({ subject }) => subject)
  assert.equal(mailed, [
    'weekly 2026-03-29 2026-04-04',
    'weekly 2026-03-22 2026-03-28',
    'weekly 2026-03-15 2026-03-21',
    'monthly 2026-03-01 2026-03-31',
  ])
  assert.is((await desk.onShelf(asha)).length, 4)
})

reporting('keeps on the shelf what may not be mailed, and says why', async () => {
  const desk = await reportDesk()
  const asha = await desk.person({}, false)
  const ben = await desk.person({ email: 'ben@example.org' })
  const cleo = await desk.person({ email: 'cleo@example.org' })
  await desk.mailPreferences.set(ben.userId, 'weekly', false, 0)
  await desk.mailPreferences.stop(cleo.userId, 'bounced', 0)
  desk.time.now = sunday
  await desk.tick()

  const outcome = async (who: typeof asha) => {
    const [report] = await desk.onShelf(who)
    return [report?.state, report?.trouble, report?.pdf !== undefined]
  }
  assert.equal(await outcome(asha), ['stored', 'unverified', true])
  assert.equal(await outcome(ben), ['stored', 'switched-off', true])
  assert.equal(await outcome(cleo), ['stored', 'stopped', true])
  assert.equal(desk.mails, [])
  desk.time.now += 30 * minute
  await desk.tick()
  assert.equal(desk.mails, [])
})

reporting('tries again what a service will take later, and leaves alone what it refuses', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  desk.delivery.outcome = { kind: 'later', retryAfterS: 120, why: '429' }
  desk.time.now = sunday
  await desk.tick()
  await desk.tick()
  assert.is(desk.mails.length, 1)

  desk.time.now += 120_000
  desk.delivery.outcome = { kind: 'refused', why: '400' }
  await desk.tick()
  assert.is(desk.mails.length, 2)
  assert.is(desk.mails[0]?.id, desk.mails[1]?.id)
  desk.time.now += day
  await desk.tick()
  const [report] = await desk.onShelf(asha)
  assert.equal([report?.state, report?.trouble], ['failed', 'refused'])
  assert.is(desk.mails.length, 2)
})

reporting(
  'tries for a week what a service puts off, then says so on the shelf and leaves no link of it behind',
  async () => {
    const desk = await reportDesk()
    const asha = await desk.person()
    const before = await links(desk)
    desk.delivery.outcome = { kind: 'later', retryAfterS: 1, why: 'sendgrid-401' }
    desk.time.now = sunday
    const shelved = async () => (await desk.onShelf(asha)).find(({ period }) => period.end === '2026-03-21')
    while ((await shelved())?.state !== 'failed' && desk.time.now < sunday + 9 * day) {
      await desk.tick()
      desk.time.now += 30 * minute
    }

    assert.ok(desk.time.now > sunday + 7 * day, new Date(desk.time.now).toISOString())
    const report = await shelved()
    assert.equal([report?.state, report?.trouble, report?.pdf !== undefined], ['failed', 'put-off', true])
    const ofIt = desk.mails.filter(({ id }) => id === report?.mailId)
    assert.ok(ofIt.length > 100 && ofIt.length <= 173, `${ofIt.length}`)
    assert.equal(await links(desk), before)
  },
)

reporting('never sends again what may have been sent, and says so', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  desk.delivery.outcome = { kind: 'unknown', why: '500' }
  desk.time.now = sunday
  await desk.tick()
  assert.is((await desk.onShelf(asha))[0]?.state, 'sending')

  desk.delivery.outcome = { kind: 'accepted' }
  desk.time.now += hour
  await desk.tick()
  const [report] = await desk.onShelf(asha)
  assert.equal([report?.state, report?.trouble], ['failed', 'outcome-unknown'])
  assert.is(desk.mails.length, 1)
})

reporting(
  'is mailed by one run alone, where writing the letter outlasts the lease and another run has it by then',
  async () => {
    const desk = await reportDesk()
    const asha = await desk.person()
    const { letters } = desk.needs
    let other: Promise<void> | undefined
    const report: typeof letters.report = async (...of) => {
      if (!other) {
        desk.time.now += 16 * minute
        other = desk.tick()
        await other
      }
      return letters.report(...of)
    }
    Object.assign(desk.needs, { letters: { ...letters, report } })
    desk.time.now = sunday
    await desk.tick()

    assert.is(desk.mails.length, 1)
    assert.is((await desk.onShelf(asha))[0]?.state, 'sent')
  },
)

reporting('sends again under the same id where that is one mail', async () => {
  const desk = await reportDesk()
  await desk.person()
  Object.assign(desk.mailer, { repeatable: true })
  desk.delivery.outcome = { kind: 'unknown', why: '500' }
  desk.time.now = sunday
  await desk.tick()

  desk.delivery.outcome = { kind: 'accepted' }
  desk.time.now += 2 * minute
  await desk.tick()
  assert.equal([...new Set(desk.mails.map(({ id }) => id))].length, 1)
  assert.is(desk.mails.length, 2)
})

reporting('waits longer each time for what is down, and goes on where it was', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  let down = true
  const put: typeof desk.objects.put = async (...of) => {
    if (down) throw new Unavailable('The store is away')
    await desk.objects.put(...of)
  }
  const needs = { ...desk.needs, objects: { ...desk.objects, put } }
  const tick = async (): Promise<readonly ReportId[]> => {
    const owner = desk.ids.next()
    const reports = await desk.shelf.lease(owner, desk.time.now, desk.time.now + hour, 25)
    const schedules = await desk.schedules.lease(owner, desk.time.now, desk.time.now + hour, 25)
    await runBatch(needs, { owner, reports, schedules })
    return reports
  }

  desk.time.now = sunday
  await tick()
  assert.is((await desk.onShelf(asha))[0]?.state, 'planned')
  assert.equal(await tick(), [])
  desk.time.now += 2 * minute
  assert.is((await tick()).length, 1)
  desk.time.now += 2 * minute
  assert.equal(await tick(), [])
  desk.time.now += 2 * minute
  down = false
  await tick()
  assert.is((await desk.onShelf(asha))[0]?.state, 'sent')
  assert.is(desk.mails.length, 1)
})

reporting('gives up in the end what breaks each time', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  let drawn = 0
  const sheets: Sheets = {
    pdf: async () => {
      drawn += 1
      throw new RangeError('asha@example.org')
    },
  }
  Object.assign(desk.needs, { sheets })
  desk.time.now = sunday
  for (let n = 0; n < 60; n++) {
    await desk.tick()
    desk.time.now += 65 * minute
  }
  const weekly = (await desk.onShelf(asha)).filter(({ period }) => period.start === '2026-03-15')
  assert.equal(
    weekly.map(({ state, trouble }) => [state, trouble]),
    [['failed', 'broken']],
  )
  assert.ok(drawn >= 40)
})

reporting('begins no new report when most of its time is gone, and the next tick goes on', async () => {
  const desk = await reportDesk()
  const people = [
    await desk.person(),
    await desk.person({ email: 'b@example.org' }),
    await desk.person({ email: 'c@example.org' }),
  ]
  const sheets: Sheets = {
    pdf: async (report) => {
      desk.time.now += 150_000
      return new TextEncoder().encode(report.id)
    },
  }
  Object.assign(desk.needs, { sheets })
  desk.time.now = sunday
  await desk.tick()
  const states = async () =>
    (await Promise.all(people.map(desk.onShelf)))
      .flat()
      .map(({ state }) => state)
      .sort()
  assert.equal(await states(), ['planned', 'sent', 'sent'])

  await desk.tick()
  assert.equal(await states(), ['sent', 'sent', 'sent'])
  assert.is(desk.mails.length, 3)
})

reporting('stops where somebody is no member any more, and where they have left', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  await desk.ledgerDb.deleteFrom('memberships').where('user_id', '=', asha.userId).execute()
  desk.time.now = sunday
  await desk.tick()

  assert.equal(await desk.onShelf(asha), [])
  const [, weekly] = await desk.schedules.list(asha.userId, asha.ledgerId)
  assert.is(weekly?.dueMs, undefined)
})

reporting('leaves no file of somebody who leaves while it is made, whichever comes first', async () => {
  for (const [isDrawn, isGone] of [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ]) {
    const desk = await reportDesk()
    const asha = await desk.person()
    const keys: ObjectKey[] = []
    const put: typeof desk.objects.put = async (key, ...rest) => {
      keys.push(key)
      if (key.endsWith('.pdf') === isDrawn) {
        await desk.users.beginLeaving(asha.userId, desk.time.now)
        for (const known of await desk.shelf.keys(asha.userId)) await desk.objects.remove(known)
        if (isGone) await desk.users.remove(asha.userId)
      }
      await desk.objects.put(key, ...rest)
    }
    desk.time.now = sunday
    const needs = { ...desk.needs, objects: { ...desk.objects, put } }
    const owner = desk.ids.next()
    const schedules = await desk.schedules.lease(owner, sunday, sunday + hour, 1)
    await runBatch(needs, { owner, schedules, reports: [] })

    assert.is(keys.length, isDrawn ? 2 : 1)
    for (const key of keys) assert.is(await desk.objects.get(key), undefined, key)
    assert.equal(desk.mails, [])
  }
})

reporting('follows a new rule of the ledger from where the last report ended', async () => {
  const desk = await reportDesk()
  const asha = await desk.person()
  const scope = await desk.enter(asha.userId, asha.ledgerId)
  const { name, timeZone, firstWeekday } = scope
  const rules = [
    ...scope.rules,
    { effectiveFrom: '2026-04-01', rule: { kind: 'month', date: 25 } },
  ] as typeof scope.rules
  await desk.ledgers.change(scope, { name, timeZone, firstWeekday, rules })
  for (let n = 0; n < 70; n++) {
    desk.time.now += day
    await desk.tick()
  }

  const months = (await desk.onShelf(asha)).filter(({ kind }) => kind === 'monthly').map(({ period }) => period)
  assert.equal(months.toReversed(), [
    { start: '2026-03-01', end: '2026-03-31' },
    { start: '2026-04-01', end: '2026-04-24' },
  ])
})

reporting.run()
