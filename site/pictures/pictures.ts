import { when } from '../components/section.ts'
import type { At } from '../forms/form.ts'
import { offerInside } from '../inside.ts'
import { blockOf } from '../pages/dashboard.ts'
import { both, whatIs } from '../state/loaded.ts'
import { dayByDay } from './day-by-day.ts'
import { netWorth } from './net-worth.ts'
import { ghost, trendSection } from './trend.ts'
import { whereItWent } from './where-it-went.ts'

// The pictures of the overview: they come behind its figures.

/** The figures and the currency that the page is about; whoever asks for a picture has them. */
function shown({ state }: At) {
  const insights = whatIs(state.figures)
  const block = insights && blockOf(insights, state.place.query.get('currency') ?? undefined)
  return insights && block && { insights, block }
}

offerInside({
  'pictures/days': (at) => {
    const now = shown(at)
    return now && dayByDay(at, now.block, now.insights)
  },
  'pictures/where': (at) => {
    const [now, book] = [shown(at), whatIs(at.state.book)]
    return now && book && whereItWent(at, book, now.block, now.insights)
  },
  'pictures/worth': (at) =>
    when(at.desk, both(at.state.book, at.state.worth), 8, ([book, worth]) =>
      netWorth(at, book, worth, shown(at)?.block.currency ?? book.ledger.currency),
    ),
  'pictures/worth-line': (at) =>
    when(at.desk, both(at.state.book, at.state.worth), 8, ([book, worth]) =>
      netWorth(at, book, worth, book.ledger.currency, false),
    ),
  'pictures/trend': (at) => {
    const now = shown(at)
    return now && trendSection(at, now.block)
  },
  'pictures/ghost': () => ghost(),
})
