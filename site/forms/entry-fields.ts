import type { TransactionView } from '../../functions/api/transactions.ts'
import { icon } from '../components/icon.ts'
import { shifted } from '../days.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-entry.ts'
import * as asks from '../messages/en-forms.ts'
import * as say from '../messages/en-say.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { type Book, payeesIn } from '../state/book.ts'
import type { Values } from '../state/state.ts'
import { categoryOptions } from './choices.ts'
import { about, kinds } from './entry-values.ts'
import { amountLook, field, option } from './field.ts'
import { type At, formOf, setForm } from './form.ts'
import { partFields } from './part-fields.ts'
import { filedIn, partsIn, withPart } from './part-values.ts'

/** All fields of an entry, as far as its kind has them. */
export function fields(at: At, name: string, book: Book, typed: Values, entry: TransactionView | undefined) {
  const { state, desk } = at
  const of = formOf(state, name)
  const { kind, currency, arriving, accounts, others } = about(book, typed, entry)
  const isTransfer = kind === 'transfer'
  const isSplit = partsIn(typed).length > 0
  const put = (values: Values) => setForm(desk, name, { values })

  return html`<fieldset class="chips"><legend class="vh">${t(asks.kind)}</legend>${kinds.map(
    (one) =>
      html`<label class="chip"><input type="radio" name="kind" value=${one} defaultChecked=${one === kind} />${t(en.kinds[one])}</label>`,
  )}</fieldset>
    <div class="g two tight">
      ${field(of, 'amount', { label: t(words.amountIn, { currency }), value: typed.amount, ...amountLook, autofocus: true })}
      ${dayField(at, name, typed)}
      ${!isTransfer && field(of, 'payee', { label: t(kind === 'expense' ? words.paidTo : words.paidBy), value: typed.payee, list: 'payees', autocomplete: 'off', maxlength: '120' })}
      ${!isTransfer && !isSplit && categoryField(of, book, kind, typed, () => put(withPart(typed, currency)))}
      ${field(of, 'accountId', { label: t(isTransfer ? asks.fromAccount : asks.account), options: accounts.map((one) => option(one.id, one.name, typed.accountId)) })}
      ${
        isTransfer &&
        (others.length > 0
          ? field(of, 'toAccountId', {
              label: t(asks.toAccount),
              options: others.map((one) => option(one.id, one.name, typed.toAccountId)),
            })
          : html`<p class="s">${t(words.oneAccount)} <a href=${to('/accounts')}>${t(en.accounts)}</a></p>`)
      }
      ${isTransfer && arriving !== currency && field(of, 'toAmount', { label: t(words.arrivingIn, { currency: arriving }), value: typed.toAmount, ...amountLook })}
      ${field(of, 'note', { label: t(asks.note), value: typed.note, autocomplete: 'off', maxlength: '1000' })}
      ${field(of, 'tags', { label: t(say.tags), hint: t(asks.tagsHint), value: typed.tags, autocomplete: 'off', maxlength: '420' })}
    </div>
    ${!isTransfer && isSplit && partFields(of, book, kind, typed, currency, put)}
    <datalist id="payees">${payeesIn(book).map((one) => html`<option value=${one.name}></option>`)}</datalist>`
}

/** A date with a step to either side. */
function dayField({ state, desk }: At, name: string, typed: Values) {
  const step = (days: number) => {
    const day = typed.day && shifted(typed.day, days)
    if (day) setForm(desk, name, { values: { ...typed, day } })
  }
  const button = (picture: 'prev' | 'next', words: string, days: number) =>
    html`<button class="b o" type="button" aria-label=${words} onClick=${() => step(days)}>${icon(picture)}</button>`
  return field(formOf(state, name), 'day', {
    label: t(asks.day),
    now: typed.day,
    type: 'date',
    min: '1900-01-01',
    max: '2199-12-31',
    beside: html`<span class="row steps">${button('prev', t(say.dayBefore), -1)}${button('next', t(say.dayAfter), 1)}</span>`,
  })
}

function categoryField(
  of: ReturnType<typeof formOf>,
  book: Book,
  kind: TransactionView['kind'],
  typed: Values,
  split: () => void,
) {
  const sorts = kind === 'income' ? 'income' : 'expense'
  return field(of, filedIn(typed), {
    label: t(en.category),
    options: categoryOptions(book, sorts, typed[filedIn(typed)]),
    beside: html`<button class="b t" type="button" onClick=${split}>${t(words.splitIt)}</button>`,
  })
}
