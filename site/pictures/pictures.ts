import { when } from '../components/section.ts'
import type { At } from '../forms/form.ts'
import { offerInside } from '../inside.ts'
import { blockOf } from '../pages/dashboard.ts'
import { inTurn } from '../same.ts'
import { both, whatIs } from '../state/loaded.ts'
import { dayByDay } from './day-by-day.ts'
import { latest } from './latest.ts'
import { netWorth } from './net-worth.ts'
import { shortLimits } from './short-limits.ts'
import { ghost, trendSection } from './trend.ts'
import { whereItWent } from './where-it-went.ts'

// The overview below its first figures, one after the other.

/** The figures and the currency that the page is about; whoever asks for a picture has them. */
function shown({ state }: At) {
  const insights = whatIs(state.figures)
  const block = insights && blockOf(insights, state.place.query.get('currency') ?? undefined)
  if (!insights || !block) return undefined
  const { start, end } = insights.period
  return { insights, block, about: `${start} ${end} ${block.currency}` }
}

/** The point of this chart that is looked at. */
function probeOf({ state }: At, name: string) {
  return state.probe?.name === name ? state.probe : undefined
}

offerInside({
  'pictures/days': (at) => {
    const now = shown(at)
    if (!now) return undefined
    const { insights, block, about } = now
    return inTurn('days whole', about, [insights, block, probeOf(at, 'days')], () => dayByDay(at, block, insights))
  },
  'pictures/where': (at) => {
    const [now, book] = [shown(at), whatIs(at.state.book)]
    if (!now || !book) return undefined
    const { insights, block, about } = now
    const leans = [insights, block, book, at.state.place, probeOf(at, 'ring')]
    return inTurn('where whole', about, leans, () => whereItWent(at, book, block, insights))
  },
  'pictures/latest': (at) => {
    const [slice, book] = [whatIs(at.state.latest), whatIs(at.state.book)]
    return slice && book && inTurn('latest whole', '', [slice, book], () => latest(book, slice, at.desk))
  },
  'pictures/limits': (at) => {
    const [now, book] = [shown(at), whatIs(at.state.book)]
    if (!now || !book) return undefined
    const { block, about } = now
    return inTurn('limits whole', about, [block, book], () => shortLimits(book, block.budgets))
  },
  'pictures/worth': (at) =>
    when(at.desk, both(at.state.book, at.state.worth), 8, ([book, worth]) => {
      const currency = shown(at)?.block.currency ?? book.ledger.currency
      const leans = [book, worth, currency, probeOf(at, 'worth')]
      return inTurn('worth whole', currency, leans, () => netWorth(at, book, worth, currency))
    }),
  'pictures/worth-line': (at) =>
    when(at.desk, both(at.state.book, at.state.worth), 8, ([book, worth]) =>
      netWorth(at, book, worth, book.ledger.currency, false),
    ),
  'pictures/trend': (at) => {
    const now = shown(at)
    if (!now) return undefined
    const { block, about } = now
    return inTurn('trend whole', about, [block, probeOf(at, 'trend')], () => trendSection(at, block))
  },
  'pictures/ghost': () => ghost(),
})
