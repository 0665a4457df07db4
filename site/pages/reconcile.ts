import type { AccountView } from '../../functions/api/accounts.ts'
import type { TransactionView } from '../../functions/api/transactions.ts'
import { readAmount } from '../amounts.ts'
import { titleOf } from '../components/entry.ts'
import { icon } from '../components/icon.ts'
import { note } from '../components/note.ts'
import { section, when, whenPage } from '../components/section.ts'
import { dayFull } from '../day-full.ts'
import { dayName, shifted } from '../days.ts'
import { figure, negated } from '../figures.ts'
import { amountLook, field } from '../forms/field.ts'
import { type At, form, formOf, setForm } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-book.ts'
import { t } from '../messages/t.ts'
import { faultText, learnRefusals, refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { accountOf, type Book, here } from '../state/book.ts'
import { askBy } from '../state/load.ts'
import { effectOn, lessThan, mostTicked, type Reckoning, readReckoning, without } from '../state/reckoning.ts'
import { saveNew } from '../state/save-new.ts'
import { open, say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { write } from '../state/write.ts'
import { uuidV7 } from '../uuid.ts'

const name = 'reconcile'

/** An account against a statement of its bank: first what the statement says, then what the entries say to that. */
export function reconcile(at: At) {
  const { state, desk } = at
  const { query } = state.place
  return whenPage(desk, t(words.reconcile), state.book, 6, (book) => {
    const account = accountOf(book, query.get('account') ?? undefined)
    const back = html`<a class="b" href=${to('/accounts')}>${t(en.accounts)}</a>`
    if (!account) {
      const head = html`<div class="head"><h1 tabindex="-1">${t(words.reconcile)}</h1>${back}</div>`
      return [head, note({ icon: 'over', words: t(words.noSuchAccount) })]
    }
    const [day, balance] = [query.get('day') ?? '', query.get('balance') ?? '']
    return html`
      <div class="head"><div><h1 tabindex="-1">${t(words.reconcileTitle, { name: account.name })}</h1><p class="q s">${t(words.reconcileLead)}</p></div>
        ${back}</div>
      ${statementForm(at, book, account, day, balance)}
      ${day && balance && when(desk, state.reckoning, 8, (reckoning) => comparison(at, book, account, balance, reckoning))}`
  })
}

function statementForm(at: At, { ledger }: Book, account: AccountView, day: string, balance: string) {
  const of = formOf(at.state, 'statement')
  // statements are of months, as a rule: the last one that is over
  const usual = shifted(`${ledger.today.slice(0, 8)}01`, -1)
  return form(at, {
    name: 'statement',
    words: t(words.begin),
    fields: html`<div class="g two tight narrower" key=${`${day} ${balance}`}>
      ${field(of, 'day', { label: t(words.statementDay), value: day || usual, type: 'date', min: '1900-01-01', max: '2199-12-31' })}
      ${field(of, 'balance', { label: t(words.statementBalance, { currency: account.currency }), value: balance, ...amountLook, inputmode: 'text' })}
    </div>`,
    send: async (values) => {
      const amount = readAmount(values.balance ?? '', account.currency, true)
      if (!amount.ok || !values.day)
        return {
          kind: 'faults',
          faults: amount.ok ? { day: faultText('bad-day') } : { balance: faultText(amount.error) },
        }
      // another statement has other entries
      setForm(at.desk, name, { values: undefined })
      at.desk.go(to('/accounts/reconcile', { account: account.id, day: values.day, balance: amount.value }))
      return undefined
    },
  })
}

function comparison(at: At, book: Book, account: AccountView, balance: string, reckoning: Reckoning) {
  const { statement, since, isCut } = reckoning
  const { day, previous } = statement
  // what is left over from before may still not be on this one; what is new is on it, as a rule
  const leftOver = statement.open.filter((one) => !since.some(({ id }) => id === one.id))
  const carried = statement.statement ? [] : leftOver
  const all = [...since, ...leftOver]
  const openIds = openIn(at, statement.open)
  const open = all.filter(({ id }) => openIds.includes(id))
  const comes = without(reckoning, open, account.id)
  const off = lessThan(balance, comes)
  const agrees = !/[1-9]/.test(off)
  const money = (wire: string) => figure(wire, { currency: account.currency })
  const set = (ids: readonly string[]) => setForm(at.desk, name, { values: { open: ids.join(' ') } })
  const rows = (entries: readonly TransactionView[]) =>
    html`<ul>${entries.map((entry) => row(at, book, account, entry, openIds, set))}</ul>`

  return html`
    ${previous && /[1-9]/.test(previous.off) && note({ icon: 'warn', words: t(words.changedSince, { day: dayFull(previous.day, book.ledger.today), amount: money(previous.off) }) })}
    <div class="g l8 follow">
      <div class="g">
        ${carried.length > 0 && section(t(words.fromBefore, { day: dayFull(previous?.day ?? '', book.ledger.today) }), undefined, rows(carried))}
        ${section(
          previous
            ? t(words.sinceStatement, { day: dayFull(previous.day, book.ledger.today) })
            : t(words.untilStatement, { day: dayFull(day, book.ledger.today) }),
          undefined,
          since.length > 0
            ? [
                html`<p class="row w"><button class="b t" type="button" onClick=${() => set([])}>${t(words.tickAll)}</button><button class="b t" type="button" onClick=${() => set(all.map(({ id }) => id))}>${t(words.tickNone)}</button></p>`,
                rows(since),
                isCut && html`<p class="s q more">${t(words.tooManySince, { n: mostTicked })}</p>`,
              ]
            : html`<p class="q">${t(words.nothingSince)}</p>`,
        )}
      </div>
      ${section(
        t(words.difference),
        account.currency,
        html`<table><caption class="vh">${t(words.difference)}</caption><tbody>
          <tr><th scope="row">${t(words.bookSays, { day: dayFull(day, book.ledger.today) })}</th><td class="r">${figure(statement.book)}</td></tr>
          <tr><th scope="row">${t(words.notOnIt)}</th><td class="r">${figure(lessThan(comes, statement.book))}</td></tr>
          <tr><th scope="row">${t(words.comesTo)}</th><td class="r">${figure(comes)}</td></tr>
          <tr><th scope="row">${t(words.statementSays)}</th><td class="r">${figure(balance)}</td></tr></tbody>
          <tfoot><tr class="total"><th scope="row">${t(words.difference)}</th><td class="r">${figure(off, { plus: true })}</td></tr></tfoot></table>
          <p class=${`st more ${agrees ? 'in' : 'warn'}`} role="status">${icon(agrees ? 'ok' : 'warn')}<b>${agrees ? t(words.agrees) : off.startsWith('-') ? t(words.tooMuch, { amount: money(negated(off)) }) : t(words.tooLittle, { amount: money(off) })}</b></p>
          ${!agrees && html`<p class="s q">${t(words.tickHint)}</p>`}
          <p class="more">${
            agrees
              ? html`<button class="b p" type="button" onClick=${() => remember(at.desk, book, account, day, balance, open)}>${t(words.remember)}</button>`
              : html`<button class="b" type="button" onClick=${() => adjust(at.desk, account, reckoning, off)}>${t(words.adjust)}</button>`
          }</p>
          ${statement.statement && html`<p class="more"><button class="b t over" type="button" onClick=${() => forget(at.desk, account, day)}>${t(words.takeBack, { day: dayFull(day, book.ledger.today) })}</button></p>`}`,
      )}
    </div>`
}

/** The ids of what is not on the statement: what was ticked off here or, before that, what the statement left open. */
function openIn({ state }: At, left: readonly TransactionView[]): readonly string[] {
  const typed = formOf(state, name).values?.open
  return typed === undefined ? left.map(({ id }) => id) : typed.split(' ').filter(Boolean)
}

function row(
  { desk }: At,
  book: Book,
  account: AccountView,
  entry: TransactionView,
  openIds: readonly string[],
  set: (ids: readonly string[]) => void,
) {
  const isOpen = openIds.includes(entry.id)
  const title = titleOf(book, entry)
  const toggle = () => set(isOpen ? openIds.filter((id) => id !== entry.id) : [...openIds, entry.id])
  return html`<li class="session tick" key=${entry.id}>
    <input type="checkbox" checked=${!isOpen} aria-label=${t(words.onStatement, { name: title })} onChange=${toggle} />
    <span class="q">${dayName(entry.day, book.ledger.today)}</span>
    <button class="link" type="button" onClick=${() => open(desk, { kind: 'entry', id: entry.id, entry })}>${title}</button>
    <span class="num r">${figure(effectOn(entry, account.id), { plus: true })}</span>
  </li>`
}

/** Keeps what the account was on that day; who waits for that is led back to the accounts. */
export async function remember(
  desk: Desk,
  { ledger }: Book,
  account: AccountView,
  day: string,
  balance: string,
  open: readonly TransactionView[],
): Promise<void> {
  const { api } = desk.client
  const { place } = desk.state.get()
  const params = { ...here, id: account.id, day }
  const putting = api.statements.putStatement({ params, body: { balance, open: open.map(({ id }) => id) } })
  const problem = await write(desk, putting, t(words.remembered, { day: dayFull(day, ledger.today) }), () =>
    api.statements.removeStatement({ params }),
  )
  if (problem) say(desk, refusalText(problem))
  else if (desk.state.get().place === place) desk.go(to('/accounts'))
}

/** The entry that was asked for last: for the same difference it is the same one, however often that is pressed. */
let adjusting: { readonly of?: Reckoning; readonly off: string; readonly id: string } = { off: '', id: '' }

/** One more entry, of the very difference: for what nobody will find any more. */
export async function adjust(desk: Desk, account: AccountView, reckoning: Reckoning, off: string): Promise<void> {
  if (adjusting.of !== reckoning || adjusting.off !== off) adjusting = { of: reckoning, off, id: uuidV7(desk.now()) }
  const isLess = off.startsWith('-')
  const draft = {
    kind: isLess ? ('expense' as const) : ('income' as const),
    day: reckoning.statement.day,
    amount: isLess ? negated(off) : off,
    accountId: account.id,
    note: t(words.adjustment),
  }
  const problem = await saveNew(desk, adjusting.id, draft)
  if (problem) say(desk, refusalText(problem))
}

async function forget(desk: Desk, account: AccountView, day: string): Promise<void> {
  const params = { ...here, id: account.id, day }
  const problem = await write(desk, desk.client.api.statements.removeStatement({ params }), t(words.forgotten))
  if (problem) say(desk, refusalText(problem))
}

learnRefusals(words.refusals)
askBy({
  reckoning: (api, { place: { query } }) => readReckoning(api, query.get('account') ?? '', query.get('day') ?? ''),
})
offerInside({ '/accounts/reconcile': reconcile })
