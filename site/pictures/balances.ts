import { sum } from '../../functions/domain/money.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'

/** The accounts of a currency with what is in them, which add up. */
export function balances({ accounts }: Book, currency: string) {
  const open = accounts.filter((one) => !one.archived && one.currency === currency)
  const total = wireOf(sum(open.map((one) => minorOf(one.balance))), digitsOf(open[0]?.balance ?? ''))
  return html`<table><caption class="vh">${t(en.accounts)}</caption>
    <tbody>${open.map(
      (
        one,
      ) => html`<tr key=${one.id}><th scope="row"><a href=${to('/entries', { account: one.id })}>${one.name}</a></th>
        <td class="r">${figure(one.balance)}</td></tr>`,
    )}</tbody>
    <tfoot><tr class="total"><th scope="row">${t(charts.together)}</th><td class="r">${figure(total)}</td></tr></tfoot>
  </table>`
}
