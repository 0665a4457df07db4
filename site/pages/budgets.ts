import type { BudgetView } from '../../functions/api/budgets.ts'
import { sum } from '../../functions/domain/money.ts'
import { empty } from '../components/empty.ts'
import { figuresTable } from '../components/figures-table.ts'
import { bigFigure } from '../components/hero.ts'
import { icon } from '../components/icon.ts'
import { limitRow } from '../components/limit-row.ts'
import { limitName, paceLine, ruler } from '../components/limits.ts'
import { legend } from '../components/scene.ts'
import { section, whenPage } from '../components/section.ts'
import { daysLeft, periodTitle } from '../days.ts'
import { digitsOf, figure, minorOf, negated, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-entry.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { both } from '../state/loaded.ts'
import { open } from '../state/screen.ts'
import { uuidV7 } from '../uuid.ts'

/** Limits against what is spent and what the pace would be: the one for everything first, then one bar each. */
export function budgets({ state, desk }: At) {
  const edit = (limit?: BudgetView) => open(desk, { kind: 'limit', id: uuidV7(desk.now()), limit })
  const add = html`<button class="b p" type="button" onClick=${() => edit()}>${icon('plus')}${t(words.newLimit)}</button>`

  return whenPage(desk, t(en.budgets), both(state.book, state.limits), 8, ([book, all]) => {
    const live = all.filter((one) => !one.archived)
    const [whole, parts] = [live.find((one) => !one.categoryId), live.filter((one) => one.categoryId)]
    const days = daysLeft(book.ledger.period, book.ledger.today)
    return html`
      <div class="head"><div><h1 tabindex="-1">${t(en.budgets)}</h1><p class="q s">${periodTitle(book.ledger.period)} · ${t(en.toGo, { n: days })}</p></div>${live.length > 0 && add}</div>
      ${whole && forEverything(whole, () => edit(whole))}
      ${parts.length > 0 && section(t(lists.byCategory), book.ledger.currency, rows(book, parts, edit), sharedOut(book, whole, parts))}
      ${live.length === 0 && empty(t(lists.noLimits), t(lists.noLimitsMore), add, 'bars')}
      ${live.length > 0 && html`<p class="s q follow">${t(lists.periodHint)} <a href=${to('/settings')}>${t(en.settings)}</a></p>`}`
  })
}

function forEverything(limit: BudgetView, edit: () => void) {
  const { amount, currency, left } = limit
  const isOver = left.startsWith('-')
  const label = t(isOver ? en.leftOver : lists.leftOf, { limit: figure(amount, { currency }) })
  return html`<section class="left" aria-label=${t(en.everything)}>
    <div class="row w sb end">
      ${bigFigure(label, isOver ? negated(left) : left, currency, isOver ? 'over' : '')}
      <div class="row w s">${paceLine(limit)}<button class="b" type="button" onClick=${edit}>${t(words.changeLimit)}</button></div>
    </div>
    ${ruler(limit)}
  </section>`
}

function rows(book: Book, limits: readonly BudgetView[], edit: (limit: BudgetView) => void) {
  const heads = [en.category, en.spent, en.paceToday, lists.limit, lists.left].map((head) => t(head))
  const figures = limits.map((one) => [
    limitName(book, one),
    ...[one.spent, one.pace, one.amount, one.left].map((wire) => figure(wire)),
  ])
  return html`<ul>${limits.map((limit) => limitRow(book, limit, () => edit(limit)))}</ul>
    ${legend(['expense', t(en.spent)], ['warn', t(lists.nearLegend)], ['over', t(lists.overLegend)], ['pace', t(en.paceToday)])}
    ${figuresTable(t(lists.limitsCaption), heads, figures)}`
}

/** How much of the limit for everything the others take, where they are of one currency; a part of a part counts once. */
function sharedOut(book: Book, whole: BudgetView | undefined, parts: readonly BudgetView[]) {
  const top = parts.filter((one) => {
    const parent = book.categories.find(({ id }) => id === one.categoryId)?.parentId
    return one.currency === whole?.currency && !parts.some((other) => other.categoryId === parent)
  })
  if (!whole || top.length === 0) return undefined
  const shared = sum(top.map((one) => minorOf(one.amount)))
  const left = minorOf(whole.amount) - shared
  const text = (minor: bigint) => figure(wireOf(minor, digitsOf(whole.amount)))
  const limit = figure(whole.amount)
  return html`<table><caption class="vh">${t(lists.sharedOut)}</caption><tbody>
    <tr class="total"><th scope="row">${t(lists.sharedOut)}</th><td class="r">${text(shared)}</td></tr>
    <tr class="plain"><th scope="row" class="q">${t(left < 0n ? lists.sharedBeyond : lists.notShared, { limit })}</th><td class="r q">${text(left < 0n ? -left : left)}</td></tr></tbody></table>`
}

offerInside({ '/budgets': budgets })
