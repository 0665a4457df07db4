import type { BudgetView } from '../../functions/api/budgets.ts'
import { limitBar } from '../../functions/scene/limit.ts'
import { daysLeft } from '../days.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import { html } from '../html.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { type Book, colourOf } from '../state/book.ts'
import { type IconName, icon, swatch } from './icon.ts'
import { leftText, limitName, minorsOf, stateOf } from './limits.ts'
import { picture } from './scene.ts'

const looks = { fine: ['ok', 'q'], near: ['warn', 'warn'], over: ['over', 'over'] } as const satisfies {
  readonly [state: string]: readonly [icon: IconName, tone: string]
}

/** Fine, near or over: a shape and words, and only then a colour. */
function standingLine(limit: BudgetView) {
  const state = stateOf(limit)
  const [shape, tone] = looks[state]
  const words = leftText(limit)
  return html`<span class=${`st s ${tone}`}>${icon(shape)}${state === 'near' ? t(lists.limitAhead, { left: words }) : words}</span>`
}

/** One limit as a bar, pressed to change it. */
export function limitRow(book: Book, limit: BudgetView, open: () => void) {
  return html`<li key=${limit.id}><button class="bud" type="button" onClick=${open}>
    <span class="bn"><b>${swatch(colourOf(book, limit.categoryId))}${limitName(book, limit)}</b>${standingLine(limit)}</span>
    ${picture(limitBar(minorsOf(limit)))}
    <span class="bf s num"><b>${figure(limit.spent)}</b> <span class="q">${t(lists.limitOf, { amount: figure(limit.amount) })}${aDay(limit, book)}</span></span>
  </button></li>`
}

/** What may be spent on each day that is left. */
function aDay({ left, period }: BudgetView, { ledger }: Book): string {
  const days = daysLeft(period, ledger.today)
  if (days === 0 || left.startsWith('-')) return ''
  return ` · ${t(lists.perDay, { amount: figure(wireOf(minorOf(left) / BigInt(days), digitsOf(left))) })}`
}
