import type { BudgetView } from '../../functions/api/budgets.ts'
import { limitBar } from '../../functions/scene/limit.ts'
import { leftText, limitName, minorsOf } from '../components/limits.ts'
import { picture } from '../components/scene.ts'
import { section } from '../components/section.ts'
import { minorOf } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'

/** A few limits as thin bars: those with the least left first. */
export function shortLimits(book: Book, all: readonly BudgetView[]) {
  const parts = all.filter((one) => one.categoryId && !one.archived)
  const part = (one: BudgetView) => Number(minorOf(one.spent)) / Number(minorOf(one.amount))
  const shown = parts.toSorted((a, b) => part(b) - part(a)).slice(0, 5)
  if (shown.length === 0) return undefined
  return section(
    t(en.budgets),
    undefined,
    html`<ul>${shown.map(
      (
        one,
      ) => html`<li class="short" key=${one.id}><span class="bn s"><span>${limitName(book, one)}</span><span class="q">${leftText(one)}</span></span>
      ${picture(limitBar(minorsOf(one)))}</li>`,
    )}</ul>
    <p class="more s"><a href=${to('/budgets')}>${t(charts.allBudgets)}</a></p>`,
  )
}
