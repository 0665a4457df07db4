import type { InsightsView } from '../../functions/api/insights.ts'
import { daysLeft, following, periodTitle, shifted, spanText } from '../days.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-period.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { open } from '../state/screen.ts'
import { icon } from './icon.ts'

/** Which period the page is about, and the ways to others: before, after, any, and two side by side. */
export function periodHead({ state, desk }: At, { period, previous, today }: InsightsView) {
  const { query } = state.place
  const currency = query.get('currency') ?? undefined
  const days = daysLeft(period, today)
  const isRange = query.has('from')
  const next = following(period, previous)
  const before = isRange ? { from: previous.start, to: previous.end } : { on: shifted(period.start, -1) }
  const after = isRange ? { from: next.start, to: next.end } : { on: shifted(period.end, 1) }
  return html`<div class="head">
    <div><h1 tabindex="-1">${periodTitle(period)}</h1><p class="q s">${spanText(period)}${days > 0 && ` · ${t(en.toGo, { n: days })}`}</p></div>
    <nav class="row w" aria-label=${t(en.period)}>
      <a class="b o" href=${to('/', { ...before, currency })} aria-label=${t(en.periodBefore)}>${icon('prev')}</a>
      <a class="b o" href=${to('/', { ...after, currency })} aria-label=${t(en.periodAfter)}>${icon('next')}</a>
      ${(isRange || !days) && html`<a class="b" href=${to('/', { currency })}>${t(en.now)}</a>`}
      <button class="b" type="button" onClick=${() => open(desk, { kind: 'period' })}>${icon('cal')}${t(en.period)}</button>
      <a class="b" href=${to('/compare', { from: period.start, to: period.end, with: previous.start, until: previous.end, currency })}>${t(words.compare)}</a>
    </nav>
  </div>`
}
