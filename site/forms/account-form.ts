import type { AccountView } from '../../functions/api/accounts.ts'
import { editable, readAmount } from '../amounts.ts'
import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-book.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { faultText, refusalText } from '../refusals.ts'
import { type Book, here } from '../state/book.ts'
import type { Dialog, Values } from '../state/state.ts'
import { write } from '../state/write.ts'
import { currencyOptions } from './currencies.ts'
import { amountLook, field, option } from './field.ts'
import { type At, form, formOf, type Outcome, setForm } from './form.ts'

const name = 'account'
const kinds = ['bank', 'cash', 'card', 'savings'] as const

/** Opens an account, or changes, archives or deletes one. */
export function accountDialog(at: At, { id, account }: Dialog & { readonly kind: 'account' }) {
  const { state, desk } = at
  const of = formOf(state, name)
  return dialog(
    desk,
    t(account ? words.changeAccount : words.addAccount),
    when(desk, state.book, 5, (book) => {
      const currency = account?.currency ?? of.values?.currency ?? book.ledger.currency
      return form(at, {
        name,
        words: t(asks.save),
        fields: html`<div class="g two tight">
          ${field(of, 'name', { label: t(words.accountName), value: account?.name, maxlength: '120', autocomplete: 'off', autofocus: true })}
          ${field(of, 'kind', { label: t(asks.kind), options: kinds.map((one) => option(one, t(words.accountKinds[one]), account?.kind)) })}
          ${field(of, 'opening', { label: t(words.opening, { currency }), hint: t(words.openingHint), value: account && editable(account.opening.amount), ...amountLook, inputmode: 'text' })}
          ${field(of, 'openingDay', { label: t(words.openingDay), value: account?.opening.day ?? book.ledger.today, type: 'date', min: '1900-01-01', max: '2199-12-31' })}
          ${!account && field(of, 'currency', { label: t(en.currency), hint: t(words.currencyHint), options: currencyOptions(book.ledger.currency) })}
        </div>`,
        beside: account && sideActs(at, account),
        send: (values) => save(at, book, id, account, values),
      })
    }),
  )
}

async function save(
  { desk }: At,
  { ledger }: Book,
  id: string,
  account: AccountView | undefined,
  values: Values,
): Promise<Outcome> {
  const { name: called = '', kind, opening, openingDay, currency = account?.currency ?? ledger.currency } = values
  const amount = readAmount(opening || '0', currency, true)
  if (!amount.ok) return { kind: 'faults', faults: { opening: faultText(amount.error) } }
  const { api } = desk.client
  const body = {
    name: called,
    kind: kinds.find((one) => one === kind) ?? 'bank',
    opening: { amount: amount.value, day: openingDay || ledger.today },
  }
  if (!account)
    return write(
      desk,
      api.accounts.putAccount({ params: { ...here, id }, body: { ...body, currency } }),
      t(words.saved),
    )
  const { name, kind: before, opening: was } = account
  return write(desk, api.accounts.changeAccount({ params: { ...here, id: account.id }, body }), t(words.saved), () =>
    api.accounts.changeAccount({ params: { ...here, id: account.id }, body: { name, kind: before, opening: was } }),
  )
}

/** An account that was ever used can only be put aside. */
function sideActs({ desk }: At, account: AccountView) {
  const { api } = desk.client
  const { name, archived } = account
  const params = { ...here, id: account.id }
  const put = (aside: boolean) => api.accounts.changeAccount({ params, body: { archived: aside } })
  const aside = () =>
    write(desk, put(!archived), t(archived ? words.isBack : words.archivedSaid, { name }), () => put(archived))

  async function remove(): Promise<void> {
    const { opening, kind, currency } = account
    const problem = await write(desk, api.accounts.removeAccount({ params }), t(words.deletedSaid, { name }), () =>
      api.accounts.putAccount({ params, body: { name, kind, currency, opening } }),
    )
    const isUsed = problem?.kind === 'refused' && problem.code === 'in-use'
    const trouble = problem && (isUsed ? t(words.inUse) : refusalText(problem))
    if (trouble) setForm(desk, 'account', { trouble })
  }

  return html`<span class="row w"><button class="b" type="button" onClick=${aside}>${t(archived ? words.unarchive : words.archive)}</button>
    <button class="b t over" type="button" onClick=${remove}>${t(asks.remove)}</button></span>`
}
