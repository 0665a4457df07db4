import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fixtures } from '../../../scripts/samples/reports.ts'
import { type Asked, reportOf, type Told } from '../../../scripts/samples/told-reports.ts'
import type { Day } from '../../domain/day.ts'
import {
  commonPeriod,
  entryDay,
  entryName,
  headlines,
  limitName,
  limitState,
  sentence,
  subject,
} from './report-words.ts'
import { speakerOf } from './speaker.ts'

const plain = (text: string) => text.replace(/\s/g, ' ')
const march = { kind: 'monthly', on: '2026-03-15' } as const

function said(told: readonly Told[], asked: Asked, locale = 'en-IE') {
  const report = reportOf(told, { ...asked, locale })
  const [block] = report.blocks
  if (!block) throw new Error('no block')
  const speaker = speakerOf(locale)
  return {
    sentence: plain(sentence(speaker, report, block)),
    subject: plain(subject(speaker, report, block)),
    headlines: headlines(speaker, report, block).map(({ label, value, note }) => plain(`${label} ${value} (${note})`)),
    report,
    speaker,
  }
}

const months = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']
const each = (amount: bigint, category: string): Told[] =>
  months.map((month) => ({ day: `${month}-10`, amount, categories: [category] }))

const sentences = suite('the sentence of a report')

sentences('says what was spent, against what, and why', () => {
  const told = [
    ...each(10_000n, 'food.groceries'),
    { day: '2026-03-02', amount: 10_000n, categories: ['food.groceries'] },
    { day: '2026-03-18', amount: 1_500n, categories: ['health.doctor'] },
  ]
  assert.is(
    said(told, march).sentence,
    'You spent €115.00 in March, 15% more than in February and 15% more than usual. The largest change is Doctor and dentist, €15.00 above its usual.',
  )
  assert.is(
    said(told, march, 'de-DE').sentence,
    'Im März wurden 115,00 € ausgegeben, 15 % mehr als im Februar und 15 % mehr als üblich. Am meisten verändert hat sich Arzt und Zahnarzt: 15,00 € mehr als üblich.',
  )
})

sentences('gives as the reason what moved the way that all of it did', () => {
  const told = [
    ...each(10_000n, 'food.groceries'),
    ...each(10_000n, 'home.rent'),
    { day: '2026-03-02', amount: 2_000n, categories: ['food.groceries'] },
    { day: '2026-03-02', amount: 17_000n, categories: ['home.rent'] },
    { day: '2026-03-03', amount: 7_500n, categories: ['health.doctor'] },
  ]
  assert.match(said(told, march).sentence, /The largest change is Doctor and dentist, €75\.00 above/)
})

sentences('speaks of weeks, of free ranges and of single days as such', () => {
  const told = [
    { day: '2026-03-18', amount: 1_000n },
    { day: '2026-03-25', amount: 2_000n },
  ]
  assert.is(
    said(told, { kind: 'weekly', on: '2026-03-25' }).sentence,
    'You spent €20.00 from 23 to 29 March, 100% more than in the week before and 100% more than usual. The largest change is No category, €10.00 above its usual.',
  )
  assert.match(
    said(told, { kind: 'weekly', on: '2026-03-25' }, 'en-US').sentence,
    /^You spent €20\.00 from March 23 to March 29, 100% more than in the week before /,
  )
  assert.is(
    said(told, { kind: 'custom', on: { start: '2026-02-26' as Day, end: '2026-03-25' as Day } }, 'de').sentence,
    'Vom 26. Februar bis 25. März wurden 30,00 € ausgegeben.',
  )
  assert.match(said(told, { kind: 'custom', on: '2026-03-25' }).sentence, /^You spent €20\.00 on 25 March\./)
})

sentences('name the years where there are several', () => {
  const told = [{ day: '2026-03-18', amount: 1_000n }]
  const years = { kind: 'custom', on: { start: '2017-01-01' as Day, end: '2026-12-31' as Day } } as const
  assert.is(said(told, years, 'en-US').sentence, 'You spent €10.00 from January 1, 2017 to December 31, 2026.')
  assert.is(said(told, years).sentence, 'You spent €10.00 from 1 January 2017 to 31 December 2026.')
  assert.is(said(told, years, 'de-DE').sentence, 'Vom 1. Januar 2017 bis 31. Dezember 2026 wurden 10,00 € ausgegeben.')
  const year = { kind: 'custom', on: { start: '2026-01-01' as Day, end: '2026-12-31' as Day } } as const
  assert.is(said(told, year).sentence, 'You spent €10.00 from 1 January to 31 December.')
  const week = said([{ day: '2027-01-02', amount: 1_000n }], { kind: 'weekly', on: '2027-01-01' })
  assert.is(week.sentence, 'You spent €10.00 from 28 December 2026 to 3 January 2027.')
})

sentences('does not compare with nothing', () => {
  assert.is(said([{ day: '2026-03-02', amount: 500n }], march).sentence, 'You spent €5.00 in March.')
  assert.is(said([], march).sentence, 'Nothing was recorded in March.')
  assert.is(said([{ day: '2026-03-02', kind: 'income', amount: 5n }], march).sentence, 'Nothing was spent in March.')
  assert.is(
    said([{ day: '2026-03-02', kind: 'refund', amount: 5n }], march).sentence,
    'More came back than was spent in March: €0.05.',
  )
})

const subjects = suite('the subject of a mail')

subjects('holds the amount and how it compares', () => {
  const told = [
    { day: '2026-02-02', amount: 1_000n },
    { day: '2026-03-02', amount: 900n },
  ]
  assert.is(said(told, march).subject, 'March 2026: €9.00 spent, 10% less than in February')
  assert.is(said(told.slice(1), march).subject, 'March 2026: €9.00 spent')
  assert.is(said([], march).subject, 'March 2026: nothing recorded')
})

const figures = suite('the figures of a report')

figures('have a savings rate where something came in, and say what each was', () => {
  const told: Told[] = [
    { day: '2026-02-01', kind: 'income', amount: 100_000n },
    { day: '2026-02-02', amount: 75_000n },
    { day: '2026-03-01', kind: 'income', amount: 100_000n },
    { day: '2026-03-02', amount: 60_000n },
  ]
  assert.equal(said(told, march).headlines, [
    'Spent €600.00 (−20% on February)',
    'Income €1,000.00 (0% on February)',
    'Left over €400.00 (February: €250.00)',
    'Savings rate 40.0% (February: 25.0%)',
  ])
  assert.is(said([{ day: '2026-03-02', amount: 1n }], march).headlines.length, 3)
})

const limits = suite('limits in words')

limits('say what is left, what is over and what is ahead of pace', () => {
  const { speaker, report } = said([{ day: '2026-03-02', amount: 900n, categories: ['food.lunch'] }], {
    ...march,
    limits: [
      { category: 'food', amount: 800n },
      { category: 'food.lunch', amount: 1_000n, rule: { kind: 'week', weekday: 1 } },
      { amount: 5_000n },
    ],
  })
  const [over, week, all] = report.budgets
  assert.ok(over && week && all)

  assert.is(limitState(speaker, over), '1.00 over')
  assert.is(limitState(speaker, all), '41.00 left')
  assert.is(
    limitState(speaker, { ...over, amount: all.amount, spent: all.amount, pace: over.amount }),
    '0.00 left, ahead of pace',
  )
  assert.is(limitName(speaker, all, false), 'Everything')
  assert.match(plain(limitName(speaker, week, false)), /^Lunch at work, 30 March – 5 April 2026$/)
  assert.is(limitName(speaker, week, true), 'Lunch at work')
  assert.is(commonPeriod([week, week]), week.period)
  assert.is(commonPeriod([week, all]), undefined)
})

limits('of a week’s report are all for the month', () => {
  const weekly = fixtures.weekly?.()
  assert.equal(weekly && commonPeriod(weekly.budgets), { start: '2026-03-01', end: '2026-03-31' })
})

const entries = suite('entries in words')

entries('go by payee, else by note, and say that they are refunds', () => {
  const { report, speaker } = said(
    [
      { day: '2026-03-02', amount: 3n, payee: 'Mill Lane', note: 'rolls' },
      { day: '2026-03-02', amount: 2n, note: 'rolls' },
      { day: '2026-03-02', amount: 1n, kind: 'refund' },
    ],
    march,
  )
  assert.equal(
    report.entries.map((entry) => entryName(speaker, entry)),
    ['Mill Lane', 'rolls', 'No payee, refund'],
  )
})

entries('have the year with their day where there are several', () => {
  const told = [{ day: '2026-03-02', amount: 3n }]
  const dayIn = (on: { start: string; end: string }, locale: string) => {
    const { report, speaker } = said(told, { kind: 'custom', on: on as { start: Day; end: Day } }, locale)
    return report.entries.map((entry) => entryDay(speaker, report, entry))
  }
  assert.equal(dayIn({ start: '2026-01-01', end: '2026-12-31' }, 'en-US'), ['Mar 2'])
  assert.equal(dayIn({ start: '2025-12-01', end: '2026-12-31' }, 'en-US'), ['Mar 2, 2026'])
  assert.equal(dayIn({ start: '2025-12-01', end: '2026-12-31' }, 'de'), ['2. März 2026'])
})

for (const one of [sentences, subjects, figures, limits, entries]) one.run()
