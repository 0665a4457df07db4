import type { TransactionView } from '../../functions/api/transactions.ts'
import { empty } from '../components/empty.ts'
import { titleOf } from '../components/entry.ts'
import { when } from '../components/section.ts'
import { momentText } from '../day-names.ts'
import { dayName } from '../days.ts'
import { signed } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { restore } from '../state/entries.ts'
import { both, whatIs } from '../state/loaded.ts'
import { remove } from '../state/new-entry.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { write } from '../state/write.ts'

/** What was deleted in the last thirty days, the latest first, and the way back. */
export function trash({ state, desk }: At) {
  const back = html`<a class="b" href=${to('/entries')}>${t(lists.backToList)}</a>`
  return html`<div class="head"><div><h1 tabindex="-1">${t(lists.trash)}</h1><p class="q s">${t(lists.trashLead)}</p></div>
      ${whatIs(state.trash)?.length !== 0 && back}</div>
    ${when(desk, both(state.book, state.trash), 6, ([book, items]) =>
      items.length === 0
        ? empty(t(lists.trashEmpty), t(lists.trashEmptyMore), back, 'list')
        : html`<ul>${items.map(({ transaction: entry, deletedAt }) => {
            const name = titleOf(book, entry)
            return html`<li class="session row sb" key=${entry.id}>
          <span><b>${name}</b> <span class="num">${signed(entry.kind, entry.amount, entry.currency)}</span><br /><span class="q xs">${dayName(entry.day, book.ledger.today)} · ${t(lists.deletedAt, { when: momentText(deletedAt) })}</span></span>
          <button class="b" type="button" aria-label=${t(lists.restoreNamed, { name })} onClick=${() => bringBack(desk, entry, name)}>${t(lists.restore)}</button></li>`
          })}</ul>`,
    )}`
}

async function bringBack(desk: Desk, entry: TransactionView, name: string): Promise<void> {
  const { api } = desk.client
  const problem = await write(desk, restore(api, entry), t(lists.restored, { name }), ({ body }) => remove(api, body))
  if (problem) say(desk, refusalText(problem))
}
