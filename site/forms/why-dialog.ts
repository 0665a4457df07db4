import { dialog } from '../components/dialog.ts'
import { titleOf } from '../components/entry.ts'
import { when } from '../components/section.ts'
import { dayName } from '../days.ts'
import { figure } from '../figures.ts'
import { html } from '../html.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { here } from '../state/book.ts'
import { queryOf } from '../state/filter.ts'
import { askBy, body } from '../state/load.ts'
import { both } from '../state/loaded.ts'
import { open } from '../state/screen.ts'
import { reasonsFor, sumOf, type Why } from '../state/why.ts'
import type { At } from './form.ts'

/** The entries behind a figure, which end in the same sum. */
export function whyDialog({ state, desk }: At, why: Why) {
  const { name, amount, currency, filter } = why
  return dialog(
    desk,
    t(charts.whyTitle, { amount: figure(amount, { currency }) }),
    when(desk, both(state.book, state.why), 6, ([book, slice]) => {
      const reasons = reasonsFor(why, slice.items, book)
      return html`
        ${
          reasons.length === 0
            ? html`<p class="q more">${t(charts.whyNone)}</p>`
            : html`<table class="more"><caption class="vh">${t(charts.rows, { name })}</caption>
          <tbody>${reasons.map(
            ({ entry, amount: part }) => html`<tr key=${entry.id}>
            <td class="q">${dayName(entry.day, book.ledger.today)}</td>
            <th scope="row"><button type="button" class="link" onClick=${() => open(desk, { kind: 'entry', id: entry.id, entry })}>${titleOf(book, entry)}</button></th>
            <td class="r">${figure(part)}</td></tr>`,
          )}</tbody>
          <tfoot><tr class="total"><th scope="row" colspan="2">${name}</th><td class="r">${figure(slice.next ? amount : sumOf(reasons, amount))}</td></tr></tfoot>
        </table>`
        }
        ${slice.next && html`<p class="s q more">${t(charts.whyLatest, { n: slice.items.length })}</p>`}
        <p class="more"><a class="b" href=${to('/entries', filter)}>${t(charts.whyAll)}</a></p>`
    }),
  )
}

askBy({
  why: (api, { dialog }) => {
    const query = { ...(dialog?.kind === 'why' && queryOf(dialog.filter)), limit: '200' }
    return body(api.transactions.listTransactions({ params: here, query }))
  },
})
