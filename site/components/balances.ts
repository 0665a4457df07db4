import { sum } from '../../functions/domain/money.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { section } from './section.ts'

/** The accounts with what is in them; only those in the ledger's currency are added up. */
export function balances({ accounts, ledger: { currency } }: Book) {
  const open = accounts.filter((one) => !one.archived)
  const own = open.filter((one) => one.currency === currency)
  const total = wireOf(sum(own.map((one) => minorOf(one.balance))), digitsOf(own[0]?.balance ?? ''))
  return section(
    t(en.accounts),
    currency,
    html`<table><caption class="vh">${t(en.accounts)}</caption>
      <tbody>${open.map(
        (
          one,
        ) => html`<tr key=${one.id}><th scope="row"><a href=${to('/entries', { account: one.id })}>${one.name}</a></th>
          <td class="r">${figure(one.balance, { currency: one.currency === currency ? undefined : one.currency })}</td></tr>`,
      )}</tbody>
      <tfoot><tr class="total"><th scope="row">${t(en.together)}</th><td class="r">${figure(total)}</td></tr></tfoot>
    </table>`,
  )
}
