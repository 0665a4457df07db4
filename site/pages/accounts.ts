import type { AccountView } from '../../functions/api/accounts.ts'
import { sum } from '../../functions/domain/money.ts'
import { editButton } from '../components/edit-button.ts'
import { empty } from '../components/empty.ts'
import { bigFigure } from '../components/hero.ts'
import { icon } from '../components/icon.ts'
import { section, whenPage } from '../components/section.ts'
import { dayName } from '../days.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import { accountDialog } from '../forms/account-form.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-book.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { part } from '../parts.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { open } from '../state/screen.ts'
import { uuidV7 } from '../uuid.ts'

/** Where money is: what is in each account, until when it is reconciled, and what all of them come to over time. */
export function accounts(at: At) {
  const { state, desk } = at
  const edit = (account?: AccountView) => open(desk, { kind: 'account', id: uuidV7(desk.now()), account })
  const add = html`<button class="b p" type="button" onClick=${() => edit()}>${icon('plus')}${t(words.addAccount)}</button>`
  return whenPage(desk, t(en.accounts), state.book, 8, (book) => {
    const [live, gone] = [book.accounts.filter((one) => !one.archived), book.accounts.filter((one) => one.archived)]
    return html`
      <div class="head"><div><h1 tabindex="-1">${t(en.accounts)}</h1><p class="q s">${t(words.accountsLead, { n: live.length })}</p></div>${live.length > 0 && add}</div>
      ${live.length > 0 ? html`<section class="left" aria-label=${t(charts.together)}>${together(book, live)}</section>` : empty(t(words.noAccounts), t(words.noAccountsMore), add, 'list')}
      <div class="g l8">
        ${live.length > 0 && section(t(en.accounts), book.ledger.currency, html`<ul>${live.map((one) => line(book, one, edit))}</ul>`, gone.length > 0 && html`<details><summary>${t(words.archived)}</summary><ul>${gone.map((one) => line(book, one, edit))}</ul></details>`)}
        ${live.length > 0 && part('pictures/worth-line', at)}
      </div>`
  })
}

function together({ ledger: { currency } }: Book, live: readonly AccountView[]) {
  const own = live.filter((one) => one.currency === currency)
  const total = wireOf(sum(own.map((one) => minorOf(one.balance))), digitsOf(own[0]?.balance ?? ''))
  return bigFigure(t(charts.netWorth), total, currency)
}

function line({ ledger }: Book, account: AccountView, edit: (account: AccountView) => void) {
  const { id, name, kind, balance, currency, reconciled } = account
  const until = reconciled
    ? t(words.reconciledUntil, { day: dayName(reconciled, ledger.today) })
    : t(words.neverReconciled)
  return html`<li class="session account" key=${id}>
    <span><a href=${to('/entries', { account: id })}>${name}</a><br /><span class="q xs">${t(words.accountKinds[kind])} · ${until}</span><br /><a class="again xs" href=${to('/accounts/reconcile', { account: id })} aria-label=${t(words.reconcileNamed, { name })}>${t(words.reconcile)}</a></span>
    <b class="num">${figure(balance, { currency: currency === ledger.currency ? undefined : currency })}</b>
    ${editButton(name, () => edit(account))}
  </li>`
}

offerInside({
  '/accounts': accounts,
  '#account': (at) => at.state.dialog?.kind === 'account' && accountDialog(at, at.state.dialog),
})
