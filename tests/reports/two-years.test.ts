import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day, latest } from '../../functions/domain/day.ts'
import { always, changeRule, parseRule, type Rule } from '../../functions/domain/period.ts'
import { coverFrom, dueAt, type ScheduleKind, type ScheduleRule } from '../../functions/domain/schedule.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import type { Objects } from '../../functions/ports/objects.ts'
import type { Schedule } from '../../functions/ports/schedules.ts'
import { noon } from '../support/identity-desk.ts'
import { type ReportDesk, reportDesk } from '../support/report-desk.ts'

const years = suite('two years of ticks in every zone there is')

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const quarter = 15 * 60_000
const day = 96 * quarter
const start = noon
const end = start + 731 * day

const rules = ['month', 'month:10', 'month:25', 'month:31', 'payday:25', 'payday:last-workday', 'weeks:2@2026-01-05']
const zones = Intl.supportedValuesOf('timeZone')
const drawn = <T>(what: fc.Arbitrary<T>, count: number, salt: number): readonly T[] =>
  fc.sample(what, { numRuns: count, seed: seed + salt })

const ruled = (text: string): Rule => {
  const rule = parseRule(text, 1)
  if (!rule.ok) throw new Error(text)
  return rule.value
}

/** Somebody in a zone with one schedule, and what they will change in these two years. */
interface Person {
  readonly zone: string
  readonly kind: ScheduleKind
  readonly afterDays: number
  readonly hour: number
  readonly rule: string
  readonly changes: readonly {
    readonly after: number
    readonly what: 'rule' | 'own' | 'timing' | 'zone'
    readonly n: number
  }[]
}

const people: readonly Person[] = drawn(
  fc.record({
    kind: fc.constantFrom('weekly' as const, 'monthly' as const),
    afterDays: fc.integer({ min: 1, max: 10 }),
    hour: fc.nat(23),
    rule: fc.constantFrom('own', 'week:1', 'week:7', ...rules),
    changes: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 700 }),
        what: fc.constantFrom('rule' as const, 'own' as const, 'timing' as const, 'zone' as const),
        n: fc.nat(1000),
      }),
      { maxLength: 4 },
    ),
  }),
  zones.length,
  0,
).map((one, n) => ({ ...one, zone: zones[n] ?? 'UTC' }))

years(`miss no day, count none twice and send nothing twice (SEED=${seed})`, async () => {
  const desk = await reportDesk()
  const files = new Map<string, Uint8Array>()
  const objects: Objects = {
    ...desk.objects,
    put: async (key, body) => void files.set(key, body),
    get: async (key) => files.get(key),
  }
  Object.assign(desk.needs, { objects })
  const begun = await everybody(desk)
  const sent = new Map<string, { from: Day; to: Day; at: number }[]>()
  const outages = drawn(
    fc.record({ tick: fc.nat((end - start) / quarter), hours: fc.integer({ min: 1, max: 48 }) }),
    12,
    1,
  )
  const isOut = (tick: number) => outages.some((out) => tick >= out.tick && tick < out.tick + out.hours * 4)
  const firstTickFrom = (due: number) => {
    let tick = Math.max(0, Math.ceil((due - start) / quarter))
    while (isOut(tick) && start + tick * quarter < end) tick += 1
    return start + tick * quarter
  }
  const changes = people
    .flatMap((person, n) => person.changes.map((change) => ({ ...change, n: change.n, who: n })))
    .toSorted((a, b) => a.after - b.after)

  let changed = 0
  for (let tick = 0; start + tick * quarter <= end; tick++) {
    desk.time.now = start + tick * quarter
    for (
      let change = changes[changed];
      change && start + change.after * day <= desk.time.now;
      change = changes[changed]
    ) {
      await take(desk, begun[change.who] as Schedule, change)
      changed += 1
    }
    if (isOut(tick) && desk.time.now < end) continue
    await desk.tick()
    // now and then an alarm comes twice
    if (tick % 97 === 0) await desk.tick()
    for (const mail of desk.mails.splice(0)) {
      const [, from, to] = mail.subject.split(' ') as [string, Day, Day]
      const all = sent.get(mail.to.address) ?? []
      sent.set(mail.to.address, [...all, { from, to, at: desk.time.now }])
    }
    files.clear()
  }

  let mails = 0
  for (const [n, person] of people.entries()) {
    const all = (sent.get(addressOf(n)) ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    const first = begun[n]
    if (!first) throw new Error('Somebody is missing')
    mails += all.length
    const whose = `${person.zone} ${JSON.stringify(person)}`
    assert.is(all[0]?.from, first.next.start, whose)
    for (const [place, one] of all.entries()) {
      const before = all[place - 1]
      if (before) assert.is(one.from, addDays(before.to, 1), whose)
    }
    const [now] = await desk.schedules.list(first.userId, first.ledgerId)
    assert.is(now?.next.start, addDays(all.at(-1)?.to ?? latest, 1), whose)
    assert.ok((now?.dueMs ?? 0) > end, whose)
    if (person.changes.length > 0) continue
    for (const { to, at } of all) assert.is(at, firstTickFrom(dueAt(to, first)), whose)
  }
  assert.ok(mails > zones.length * 20, `${mails}`)
})

years.run()

const addressOf = (n: number) => `p${n}@example.org`

/** Everybody with the one schedule that they are given, from the period that runs at the start. */
async function everybody(desk: ReportDesk): Promise<readonly Schedule[]> {
  const begun: Schedule[] = []
  for (const [n, { zone, kind, afterDays, hour, rule: text }] of people.entries()) {
    const { userId, ledgerId } = await desk.person({ email: addressOf(n), timeZone: zone })
    const all = await desk.schedules.list(userId, ledgerId)
    for (const { dueMs: _, ...off } of all) await desk.schedules.put(off, off)
    await desk.identityDb
      .deleteFrom('report_schedules')
      .where('user_id', '=', userId)
      .where('kind', '!=', kind)
      .execute()
    const mine = all.find((schedule) => schedule.kind === kind)
    if (!mine) throw new Error('Nobody has such a schedule')
    const rule: ScheduleRule = text === 'own' ? 'own' : ruled(text)
    const timing = { afterDays, hour, timeZone: zone }
    const history = always(rule === 'own' ? ruled('month') : rule)
    const next = coverFrom(history, mine.next.start)
    const schedule = { ...mine, ...timing, rule, next, dueMs: dueAt(next.end, timing) }
    await desk.schedules.put(schedule, mine)
    begun.push(schedule)
  }
  return begun
}

/** As the API does it: a new rule or timing goes on from where the last report ended. */
async function take(desk: ReportDesk, who: Schedule, { what, n }: Person['changes'][number]): Promise<void> {
  const [now] = await desk.schedules.list(who.userId, who.ledgerId)
  if (!now) throw new Error('Nobody has such a schedule')
  const scope = await desk.enter(who.userId, who.ledgerId)
  if (what === 'zone') return desk.schedules.moveTo(who.userId, zones[n % zones.length] ?? 'UTC')
  if (what === 'own') {
    const { name, timeZone, firstWeekday } = scope
    const rule = ruled(rules[n % rules.length] ?? 'month')
    const changed = changeRule(scope.rules, rule, todayIn(timeZone, desk.time.now))
    await desk.ledgers.change(scope, { name, timeZone, firstWeekday, rules: changed })
    return
  }
  const rule = what === 'rule' ? ruled(rules[n % rules.length] ?? 'month') : now.rule
  const timing = { ...now, afterDays: (n % 10) + 1, hour: n % 24 }
  const next = coverFrom(rule === 'own' ? scope.rules : always(rule), now.next.start)
  await desk.schedules.put({ ...timing, rule, next, dueMs: dueAt(next.end, timing) }, now)
}
