import { colours } from '../../domain/category-colour.ts'
import { addDays, type Day, daysBetween } from '../../domain/day.ts'
import type { Block } from '../../domain/insight.ts'
import type { PartFigure } from '../../domain/insight-categories.ts'
import { fromStore, type Minor } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'
import type { Report } from '../../domain/report.ts'
import { hasUsual } from '../../domain/report-change.ts'
import { leading } from '../../domain/report-parts.ts'
import { bars } from '../../scene/bars.ts'
import { ring } from '../../scene/ring.ts'
import type { PartRole, Scene } from '../../scene/scene.ts'
import { trend } from '../../scene/trend.ts'
import { partName } from './report-words.ts'
import type { Speaker } from './speaker.ts'

/** What was usually spent, where anything is usual. */
export function usualSpending(block: Block): Minor | undefined {
  return hasUsual(block) ? block.usual.expense : undefined
}

/** Whether there is anything to draw a trend of. */
export function hasTrend({ trend: periods }: Block): boolean {
  return periods.some(({ income, expense }) => income !== 0n || expense !== 0n)
}

/** Income and spending by period; every so many periods, counted from the last, have their label, or none. */
export function trendScene(speaker: Speaker, block: Block, everyLabel: number): Scene {
  const { t, axis, figure, label, title, money } = speaker
  const { currency, trend: periods } = block
  const usual = usualSpending(block)
  const pairs = periods.map((one) =>
    t('altPair', { name: title(one), income: figure(one.income, currency), spent: figure(one.expense, currency) }),
  )
  const said = [t('altTrend', { list: pairs.join('; ') })]
  if (usual !== undefined) said.push(t('altUsual', { amount: money(usual, currency) }))
  const isLabelled = (place: number) => everyLabel > 0 && (periods.length - 1 - place) % everyLabel === 0
  return trend(
    periods.map((one, place) => ({ ...one, label: isLabelled(place) ? label(one) : '' })),
    currency.digits,
    { sentence: said.join(' '), axis, amount: (value) => figure(value, currency) },
    { isAboutLast: true, ...(usual !== undefined && { usual }) },
  )
}

export interface DayFigure {
  readonly day: Day
  readonly spent: Minor
}

/** Every day of a period that is short enough to be shown day by day; none of a longer one, or where nothing was spent. */
export function daysOf(block: Block, { start, end }: Period): readonly DayFigure[] {
  const count = daysBetween(start, end) + 1
  if (count < 2 || count > mostDays) return []
  const spent = new Map(block.byDay.map(({ day, expense }) => [day, expense]))
  if ([...spent.values()].every((expense) => expense === 0n)) return []
  return Array.from({ length: count }, (_, n) => addDays(start, n)).map((day) => ({
    day,
    spent: spent.get(day) ?? fromStore(0),
  }))
}

const mostDays = 16

export function dayLabel({ day: name }: Speaker, { day }: DayFigure, count: number): string {
  return name(day, count <= 7 ? 'weekday' : 'number')
}

export function daysScene(
  speaker: Speaker,
  { currency }: Block,
  days: readonly DayFigure[],
  isLabelled: boolean,
): Scene {
  const { t, axis, figure, day: name } = speaker
  const list = days.map(({ day, spent }) =>
    t('altAmount', { name: name(day, 'weekdayAndDay'), amount: figure(spent, currency) }),
  )
  return bars(
    days.map((day) => ({ label: isLabelled ? dayLabel(speaker, day, days.length) : '', amount: day.spent })),
    currency.digits,
    { sentence: t('altDays', { list: list.join('; ') }), axis },
  )
}

/** A category, or all smaller ones, as ring and list show it. */
export interface Part {
  readonly name: string
  readonly amount: Minor
  /** "41%"; empty where shares say nothing. */
  readonly share: string
  readonly role: PartRole
  readonly parts: readonly Minor[]
}

export function partsOf(speaker: Speaker, report: Report, block: Block): readonly Part[] {
  const { named, others } = leading(block)
  const shareOf = (share: number | undefined) => (share === undefined ? '' : speaker.percent(share))
  const parts = named.map((part, place): Part => {
    const { amount, share, children } = part
    const role = roleOf(report, part, place)
    return {
      name: partName(speaker, part),
      amount,
      share: shareOf(share),
      role,
      parts: children.map((one) => one.amount),
    }
  })
  if (!others) return parts
  const rest = { name: speaker.t('everythingElse'), amount: others.amount, share: shareOf(others.share) }
  return [...parts, { ...rest, role: 'c0', parts: [] }]
}

export function ringScene({ t, money }: Speaker, { currency, expense }: Block, parts: readonly Part[]): Scene {
  const list = parts.map(({ name, share, amount }) => t('altShare', { name, share: share || money(amount, currency) }))
  return ring(parts, { sentence: t('altRing', { amount: money(expense, currency), list: list.join('; ') }) })
}

/** The colour that the page gives a category, or else the one of its rank. */
function roleOf({ colours: known }: Report, { categoryId }: PartFigure, place: number): PartRole {
  if (categoryId === undefined) return 'c0'
  const colour = known ? known[categoryId] : (place % colours) + 1
  return `c${colour ?? 0}` as PartRole
}
