import { daysBetween } from '../../domain/day.ts'
import { type Block, savingsRate } from '../../domain/insight.ts'
import type { CategoryFigure, PartFigure } from '../../domain/insight-categories.ts'
import { minus, negate } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'
import type { Report, ReportBudget, ReportEntry } from '../../domain/report.ts'
import { changeOf, hasUsual, isAsUsual } from '../../domain/report-change.ts'
import { type Moved, moved } from '../../domain/report-moved.ts'
import { isCalendarMonth } from '../../domain/written.ts'
import { standing } from '../../scene/limit.ts'
import type { Speaker } from './speaker.ts'

export function kindName({ t }: Speaker, { kind }: Report): string {
  return t(kind)
}

/** "in March", "from 23 to 29 March": as it stands in a sentence; with the years where there are several. */
export function when({ t, day }: Speaker, { start, end }: Period): string {
  if (isCalendarMonth({ start, end })) return t('whenMonth', { month: day(start, 'month') })
  if (start === end) return t('whenDay', { day: day(start, 'date') })
  if (!isWithinYear({ start, end })) {
    return t('whenSpan', { from: day(start, 'dateAndYear'), to: day(end, 'dateAndYear') })
  }
  const to = day(end, 'date')
  // "23 to 29 March", where the country says the day first
  const isShort = start.slice(0, 7) === end.slice(0, 7) && /^\d/.test(to)
  return isShort ? t('whenDays', { from: Number(start.slice(8)), to }) : t('whenSpan', { from: day(start, 'date'), to })
}

const isWithinYear = ({ start, end }: Period) => start.slice(0, 4) === end.slice(0, 4)

/** What the period before is called: by its month, as the week before, or as the period before; absent where there is none. */
export function unitBefore({ period, previous }: Pick<Report, 'period' | 'previous'>) {
  if (previous.start === period.start) return undefined
  if (isCalendarMonth(previous) && isCalendarMonth(period)) return 'month'
  return isWeek(previous) && isWeek(period) ? 'week' : 'period'
}

const isWeek = ({ start, end }: Period) => daysBetween(start, end) === 6

function inSentence({ t, day }: Speaker, report: Report): string {
  const unit = unitBefore(report)
  if (unit === 'month') return t('thenMonth', { month: day(report.previous.start, 'month') })
  return unit === 'week' ? t('thenWeek') : t('thenPeriod')
}

/** What was spent, against what, and what moved most: the one thing to read. */
export function sentence(speaker: Speaker, report: Report, block: Block): string {
  const { t, money } = speaker
  const { currency, expense } = block
  const at = { when: when(speaker, report.period) }
  if (block.entries === 0) return t('nothingRecorded', at)
  if (expense < 0n) return t('cameBack', { ...at, amount: money(negate(expense), currency) })
  if (expense === 0n) return t('nothingSpent', at)

  const spent = t('spentSentence', { ...at, amount: money(expense, currency) })
  const [one, other] = [againstBefore(speaker, report, block), againstUsual(speaker, block)].flatMap(
    (said) => said ?? [],
  )
  const against = one && other ? t('bothOf', { one, other }) : one
  const most = reason(block)
  return `${spent}${against ? `, ${against}` : ''}.${most ? ` ${movedSentence(speaker, block, most)}` : ''}`
}

/** What moved most the way that all of it moved, or else what moved most. */
function reason(block: Block): Moved | undefined {
  const all = moved(block)
  const isMore = block.expense > block.usual.expense
  return all.find(({ by }) => by > 0n === isMore) ?? all[0]
}

function againstBefore(speaker: Speaker, report: Report, { expense, previous }: Block): string | undefined {
  const { percent } = changeOf(expense, previous.expense)
  if (percent === undefined || unitBefore(report) === undefined) return undefined
  const said = inSentence(speaker, report)
  if (percent === 0) return speaker.t('sentenceSame', { before: said })
  const size = { percent: speaker.percent(Math.abs(percent)), before: said }
  return percent > 0 ? speaker.t('sentenceMore', size) : speaker.t('sentenceLess', size)
}

function againstUsual({ t, percent: write }: Speaker, block: Block): string | undefined {
  const { percent } = changeOf(block.expense, block.usual.expense)
  if (percent === undefined || !hasUsual(block)) return undefined
  if (isAsUsual(block)) return t('usualSame')
  const size = { percent: write(Math.abs(percent)) }
  return percent > 0 ? t('usualMore', size) : t('usualLess', size)
}

function movedSentence(speaker: Speaker, { currency }: Block, { part, within, by }: Moved): string {
  const said = { name: partName(speaker, part, within), amount: speaker.money(by < 0n ? negate(by) : by, currency) }
  return by > 0n ? speaker.t('movedUp', said) : speaker.t('movedDown', said)
}

/** What a mail is called: the amount, and how it compares. */
export function subject(speaker: Speaker, report: Report, block: Block): string {
  const { t, money, title, percent: write } = speaker
  const said = { title: title(report.period), amount: money(block.expense, block.currency) }
  if (block.entries === 0) return t('subjectEmpty', said)
  if (block.expense < 0n) return t('subjectBack', { ...said, amount: money(negate(block.expense), block.currency) })
  const { percent } = changeOf(block.expense, block.previous.expense)
  if (!percent || unitBefore(report) === undefined) return t('subjectPlain', said)
  const against = { ...said, percent: write(Math.abs(percent)), before: inSentence(speaker, report) }
  return percent > 0 ? t('subjectMore', against) : t('subjectLess', against)
}

/** A figure with its name and what it was before. */
export interface Headline {
  readonly label: string
  readonly value: string
  readonly note: string
}

/** Spent, income, left over and, where there is an income, the savings rate. */
export function headlines(speaker: Speaker, report: Report, block: Block): readonly Headline[] {
  const { t, money, rate } = speaker
  const { currency, income, expense, net, previous } = block
  const was = (amount: string) => wasBefore(speaker, report, amount)
  const changed = (now: typeof net, before: typeof net) => {
    const { percent } = changeOf(now, before)
    return percent === undefined
      ? was(money(before, currency))
      : onBefore(speaker, report, speaker.percent(percent, true))
  }
  const rateBefore = savingsRate(previous)
  return [
    { label: t('spent'), value: money(expense, currency), note: changed(expense, previous.expense) },
    { label: t('income'), value: money(income, currency), note: changed(income, previous.income) },
    { label: t('leftOver'), value: money(net, currency), note: was(money(previous.net, currency)) },
    ...(block.savingsRate === undefined
      ? []
      : [
          {
            label: t('savingsRate'),
            value: rate(block.savingsRate),
            note: rateBefore === undefined ? '' : was(rate(rateBefore)),
          },
        ]),
  ]
}

function onBefore({ t, day }: Speaker, report: Report, change: string): string {
  const unit = unitBefore(report)
  if (unit === undefined) return ''
  if (unit === 'month') return t('onMonth', { change, month: day(report.previous.start, 'month') })
  return unit === 'week' ? t('onWeek', { change }) : t('onPeriod', { change })
}

function wasBefore({ t, day }: Speaker, report: Report, amount: string): string {
  const unit = unitBefore(report)
  if (unit === undefined) return ''
  if (unit === 'month') return t('wasMonth', { month: day(report.previous.start, 'month'), amount })
  return unit === 'week' ? t('wasWeek', { amount }) : t('wasPeriod', { amount })
}

/** The head of a column with the figures of the period before. */
export function headBefore({ t, day }: Speaker, report: Report): string {
  const unit = unitBefore(report)
  if (unit === 'month') return day(report.previous.start, 'month')
  return unit === 'week' ? t('weekBefore') : t('periodBefore')
}

/** The heading over what went before: "Month by month". */
export function trendHeading({ t }: Speaker, report: Report): string {
  const unit = unitBefore(report)
  return unit === 'month' ? t('monthByMonth') : unit === 'week' ? t('weekByWeek') : t('periodByPeriod')
}

/** What lies on an upper category itself has no name of its own: in a list under it, or alone. */
export function partName({ t }: Speaker, part: PartFigure, within?: CategoryFigure): string {
  return part.name ?? within?.name ?? t('noCategory')
}

export function childName({ t }: Speaker, { name }: PartFigure): string {
  return name ?? t('noSubcategory')
}

/** With its own period where that is another one than the report's, and was not said for all of them. */
export function limitName({ t, title }: Speaker, { category, period }: ReportBudget, isPeriodSaid: boolean): string {
  const name = category ?? t('everything')
  return period && !isPeriodSaid ? t('limitIn', { name, period: title(period) }) : name
}

/** The one period of all these limits that is not the report's; absent where they have several, or that. */
export function commonPeriod(budgets: readonly ReportBudget[]): Period | undefined {
  const own = budgets[0]?.period
  return budgets.every(({ period }) => period?.start === own?.start && period?.end === own?.end) ? own : undefined
}

/** What is left, or by how much it is over; never by colour alone. */
export function limitState({ t, figure }: Speaker, budget: ReportBudget): string {
  const { amount, spent, currency } = budget
  const left = figure(minus(spent > amount ? spent : amount, spent > amount ? amount : spent), currency)
  const state = standing(budget)
  if (state === 'over') return t('amountOver', { amount: left })
  return state === 'near' ? t('amountAhead', { amount: left }) : t('amountLeft', { amount: left })
}

/** Whom it was paid to, or else what somebody noted. */
export function entryName({ t }: Speaker, { kind, payee, note }: ReportEntry): string {
  const name = payee ?? note ?? t('noPayee')
  return kind === 'refund' ? t('refundFrom', { name }) : name
}

/** With the year where the report is about several. */
export function entryDay({ day }: Speaker, { period }: Report, entry: ReportEntry): string {
  return day(entry.day, isWithinYear(period) ? 'day' : 'dayAndYear')
}
