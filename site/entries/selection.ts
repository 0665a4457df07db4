import type { TransactionView } from '../../functions/api/transactions.ts'
import { sum } from '../../functions/domain/money.ts'
import { bin } from '../components/bin.ts'
import { icon, iconOf } from '../components/icon.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as asks from '../messages/en-forms.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import type { Book } from '../state/book.ts'
import { chosenIn } from '../state/chosen.ts'
import { whatIs } from '../state/loaded.ts'
import { open } from '../state/screen.ts'
import { binEntries } from './acts.ts'

const moveIcon = 'M4 8h14l-4-4m6 12H6l4 4'

/** What can be done to all that is chosen: how many, what they come to, and the acts. */
export function selectionBar({ state, desk }: At) {
  const [all, book] = [chosenIn(state), whatIs(state.book)]
  if (!book) return undefined
  return html`<div class="bulk" role="region" aria-label=${t(lists.selection)}>
    <b class="num" role="status">${t(lists.selected, { n: all.length })}${sumText(book, all)}</b>
    <span class="row acts">
      <button class="b" type="button" onClick=${() => open(desk, { kind: 'refile' })}>${iconOf(moveIcon)}${t(lists.refile)}</button>
      <button class="b" type="button" onClick=${() => open(desk, { kind: 'tag' })}>${icon('tag')}${t(lists.addTags)}</button>
      <button class="b" type="button" onClick=${() => binEntries(desk, all)}>${bin()}${t(asks.remove)}</button>
    </span>
    <button class="b o" type="button" aria-label=${t(lists.clear)} onClick=${() => desk.state.set({ chosen: new Map() })}>${icon('close')}</button>
  </div>`
}

function sumText({ ledger }: Book, all: readonly TransactionView[]): string {
  const own = all.filter((one) => one.currency === ledger.currency && one.kind !== 'transfer')
  const total = sum(own.map(({ kind, amount }) => minorOf(kind === 'expense' ? `-${amount}` : amount)))
  return own[0] ? ` · ${figure(wireOf(total, digitsOf(own[0].amount)), { plus: true })}` : ''
}
