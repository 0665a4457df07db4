import type { InsightsView } from '../../functions/api/insights.ts'
import { sum, zero } from '../../functions/domain/money.ts'
import { type ChartDay, daysChart, sumsOf } from '../../functions/scene/days.ts'
import { figuresTable } from '../components/figures-table.ts'
import { type Block, wholeLimit } from '../components/hero.ts'
import { type ProbePoint, probed } from '../components/probe.ts'
import { legend, picture } from '../components/scene.ts'
import { section } from '../components/section.ts'
import { monthName } from '../day-names.ts'
import { dayName, type Span, shifted } from '../days.ts'
import { axisFigure, digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import * as en from '../messages/en.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { same } from '../same.ts'
import { open } from '../state/screen.ts'

/** More bars than this are too thin to be told apart: longer periods have several days in each. */
const mostBars = 62

interface Bar extends ChartDay {
  /** What it stands for: a day, or some of them. */
  readonly span: Span
}

/** What was spent so far against the even pace of the limit for everything. */
export function dayByDay(at: At, block: Block, insights: InsightsView) {
  const { currency, expense } = block
  const digits = digitsOf(expense)
  const limit = wholeLimit(block, insights)
  const bars = barsOf(block, insights)
  const sums = sumsOf(bars)
  const text = (value: bigint) => figure(wireOf(value, digits))
  const paceAt = (place: number) => limit && text((minorOf(limit.amount) * BigInt(place + 1)) / BigInt(bars.length))
  const nameOf = ({ span }: Bar) => dayName(span.start, insights.today)

  const points = bars.slice(0, Math.max(sums.length, 1)).map((bar, place): ProbePoint => {
    const own = text(bar.spent ?? 0n)
    const all = text(sums[place]?.after ?? 0n)
    const pace = paceAt(place)
    return {
      x: (100 / bars.length) * (place + 0.5),
      lines: [
        t(charts.dayTip, { day: nameOf(bar), amount: own }),
        pace ? t(charts.dayTipPace, { sum: all, pace }) : t(charts.dayTipSum, { sum: all }),
      ],
      open: () => why(at, bar, wireOf(bar.spent ?? 0n, digits), currency, nameOf(bar)),
    }
  })
  const title = t(charts.dayByDay)
  const words = {
    spent: figure(expense),
    currency,
    limit: figure(limit?.amount ?? ''),
    pace: figure(limit?.pace ?? ''),
  }
  const scene = () =>
    picture(
      daysChart(bars, limit && minorOf(limit.amount), digits, {
        sentence: t(limit ? charts.daysPaceSentence : charts.daysSentence, words),
        axis: axisFigure,
        limit: limit ? `${t(charts.limitIs)} ${figure(limit.amount)}` : '',
      }),
    )
  return section(
    title,
    t(charts.soFar, { currency }),
    probed(at, { name: 'days', title, points, chart: same('days', [insights, block], scene) }),
    same('days figures', [insights, block], () => [
      legend(
        ['expense', t(charts.thatDay)],
        ['before', t(charts.beforeIt)],
        ...(bars.some(({ spent }) => (spent ?? 0n) < 0n) ? [['income', t(charts.backDay)] as const] : []),
        ...(limit ? [['pace', t(charts.pace)] as const] : []),
      ),
      figuresTable(
        t(charts.daysCaption, { currency }),
        [charts.day, en.spent, charts.thatDay, ...(limit ? [charts.paceThen] : [])].map((head) => t(head)),
        bars
          .slice(0, sums.length)
          .map((bar, place) => [
            nameOf(bar),
            text(sums[place]?.after ?? 0n),
            text(bar.spent ?? 0n),
            ...(limit ? [paceAt(place) ?? ''] : []),
          ]),
      ),
    ]),
  )
}

function why({ desk }: At, { span }: Bar, amount: string, currency: string, name: string): void {
  const filter = { from: span.start, to: span.end, currency }
  open(desk, { kind: 'why', name, amount, currency, filter, kinds: ['expense', 'refund'] })
}

function barsOf({ byDay }: Block, { period, today }: InsightsView): readonly Bar[] {
  const days: string[] = []
  for (let day = period.start; day <= period.end; day = shifted(day, 1)) days.push(day)
  const size = Math.ceil(days.length / mostBars)
  const spent = new Map(byDay.map(({ day, expense }) => [day, minorOf(expense)]))
  // what lies ahead is drawn as far as something is entered there
  const last = [today, byDay.at(-1)?.day ?? ''].sort().at(-1) ?? today
  const starts = days.filter((_, place) => place % size === 0)
  return starts.map((start, place) => {
    const own = days.slice(place * size, (place + 1) * size)
    const end = own.at(-1) ?? start
    return {
      span: { start, end },
      isToday: start <= today && today <= end,
      spent: start <= last ? sum(own.map((day) => spent.get(day) ?? zero)) : undefined,
      label: size > 1 ? monthLabel(own) : dateLabel(start, place, starts, today),
    }
  })
}

/** Every week, the last day, and today, which has room around it. */
function dateLabel(day: string, place: number, all: readonly string[], today: string): string {
  const date = String(Number(day.slice(8)))
  if (day === today) return t(en.dayNamed, { name: t(en.today), date })
  const distance = Math.abs(place - all.indexOf(today))
  const isNear = all.includes(today) && distance < all.length / 5
  const isLast = place === all.length - 1
  return !isNear && (isLast || (place % 7 === 0 && all.length - place > 3)) ? date : ''
}

function monthLabel(days: readonly string[]): string {
  const first = days.find((day) => day.endsWith('-01'))
  return first ? monthName(first) : ''
}
