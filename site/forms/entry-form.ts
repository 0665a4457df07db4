import type { TransactionView } from '../../functions/api/transactions.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { editable, readAmount } from '../amounts.ts'
import { dialog } from '../components/dialog.ts'
import { titleOf } from '../components/entry.ts'
import { when } from '../components/section.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { faultText, refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { accountOf, type Book } from '../state/book.ts'
import { change, create, type Draft, draftOf, remove, restore } from '../state/entries.ts'
import { whatIs } from '../state/loaded.ts'
import type { Dialog, State, Values } from '../state/state.ts'
import { write } from '../state/write.ts'
import { choices } from './choices.ts'
import { amountLook, field, option } from './field.ts'
import { type At, form, formOf, type Outcome } from './form.ts'

const kinds = ['expense', 'income', 'transfer', 'refund'] as const

/** Adds an entry, or changes or deletes one. */
export function entryDialog(at: At, { id, entry }: Dialog & { readonly kind: 'entry' }) {
  const { state, desk } = at
  const { api } = desk.client

  function save(draft: Draft): Promise<Outcome> {
    const what = `${titleOf(draft)}, ${signed(draft.kind, draft.amount)}`
    return entry
      ? write(desk, change(api, entry, draft), t(asks.changed, { what }), ({ body }) =>
          change(api, body, draftOf(entry)),
        )
      : write(desk, create(api, id, draft), t(asks.saved, { what }), ({ body }) => remove(api, body))
  }

  async function bin(entry: TransactionView): Promise<void> {
    const problem = await write(desk, remove(api, entry), t(asks.deleted, { what: titleOf(entry) }), () =>
      restore(api, entry),
    )
    if (problem) desk.state.set({ form: { ...formOf(desk.state.get(), name), trouble: refusalText(problem) } })
  }

  return dialog(
    desk,
    t(entry ? asks.changeEntry : en.addEntry),
    when(desk, state.book, 7, (book) => {
      const typed = formOf(state, name).values ?? firstValues(state, book, entry, desk.now())
      const { kind, currency } = about(book, typed)
      const amount = readAmount(typed.amount ?? '', currency)
      return form(at, {
        name,
        words: amount.ok ? t(asks.saveAmount, { amount: signed(kind, amount.value, currency) }) : t(asks.save),
        fields: fields(state, book, typed, entry),
        beside:
          entry && html`<button class="b t over" type="button" onClick=${() => bin(entry)}>${t(asks.remove)}</button>`,
        send: async (values) => {
          const draft = read(book, values)
          return 'faults' in draft ? draft : save(draft)
        },
      })
    }),
  )
}

const name = 'entry'

function fields(state: State, book: Book, typed: Values, entry: TransactionView | undefined) {
  const of = formOf(state, name)
  const { kind, currency, arriving, accounts, others } = about(book, typed, entry)
  const isTransfer = kind === 'transfer'
  return html`<fieldset class="chips"><legend class="vh">${t(asks.kind)}</legend>${kinds.map(
    (one) =>
      html`<label class="chip"><input type="radio" name="kind" value=${one} defaultChecked=${one === kind} />${t(en.kinds[one])}</label>`,
  )}</fieldset>
    <div class="g two tight">
      ${field(of, 'amount', { label: t(asks.amountIn, { currency }), value: typed.amount, ...amountLook, autofocus: true })}
      ${field(of, 'day', { label: t(asks.day), value: typed.day, type: 'date', min: '1900-01-01', max: '2199-12-31' })}
      ${!isTransfer && field(of, 'payee', { label: t(kind === 'expense' ? asks.paidTo : asks.paidBy), value: typed.payee, list: 'payees', autocomplete: 'off', maxlength: '120' })}
      ${!isTransfer && categoryField(of, book, kind, typed.categoryId, entry?.splits?.length)}
      ${field(of, 'accountId', { label: t(isTransfer ? asks.fromAccount : asks.account), options: accounts.map((one) => option(one.id, one.name, typed.accountId)) })}
      ${
        isTransfer &&
        (others.length > 0
          ? field(of, 'toAccountId', {
              label: t(asks.toAccount),
              options: others.map((one) => option(one.id, one.name, typed.toAccountId)),
            })
          : html`<p class="s">${t(asks.oneAccount)} <a href=${to('/settings')}>${t(en.settings)}</a></p>`)
      }
      ${isTransfer && arriving !== currency && field(of, 'toAmount', { label: t(asks.arrivingIn, { currency: arriving }), value: typed.toAmount, ...amountLook })}
      ${field(of, 'note', { label: t(asks.note), value: typed.note, autocomplete: 'off', maxlength: '1000' })}
    </div>
    <datalist id="payees">${book.payees.map((one) => html`<option value=${one.name}></option>`)}</datalist>`
}

function categoryField(
  of: ReturnType<typeof formOf>,
  book: Book,
  kind: Draft['kind'],
  wanted: string | undefined,
  parts: number | undefined,
) {
  if (parts) return html`<p class="s q">${t(en.split, { n: parts })}</p>`
  const sorts = kind === 'income' ? 'income' : 'expense'
  const groups = choices(book, sorts, wanted).map(({ parent, children }) => {
    const options = [parent, ...children].map((one) => option(one.id, one.name, wanted))
    return children.length > 0 ? html`<optgroup label=${parent.name}>${options}</optgroup>` : options
  })
  return field(of, 'categoryId', {
    key: sorts,
    label: t(en.category),
    options: [option('', t(en.noCategory), wanted), groups],
  })
}

/** Most people pay most things from one account: that of the latest entry. */
function firstValues({ latest }: State, book: Book, entry: TransactionView | undefined, now: number): Values {
  if (!entry) {
    const accountId = whatIs(latest)?.items[0]?.accountId ?? book.accounts.find((one) => !one.archived)?.id ?? ''
    return { kind: 'expense', day: todayIn(book.ledger.timeZone, now), accountId }
  }
  const { amount, toAmount, ...rest } = draftOf(entry)
  const given = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { ...Object.fromEntries(given), amount: editable(amount), toAmount: toAmount ? editable(toAmount) : '' }
}

/** The kind, the accounts and the currencies that the form speaks of, as far as it is filled in. */
function about(book: Book, values: Values, entry?: TransactionView) {
  const kind = kinds.find((one) => one === values.kind) ?? 'expense'
  const accounts = book.accounts.filter(
    (one) => !one.archived || one.id === entry?.accountId || one.id === entry?.toAccountId,
  )
  const others = accounts.filter((one) => one.id !== values.accountId)
  const currency = accountOf(book, values.accountId)?.currency ?? book.ledger.currency
  const arriving = (others.find((one) => one.id === values.toAccountId) ?? others[0])?.currency ?? currency
  return { kind, accounts, others, currency, arriving }
}

function read(book: Book, values: Values): Draft | (Outcome & { readonly kind: 'faults' }) {
  const { kind, currency, arriving } = about(book, values)
  const { day = '', accountId, toAccountId, categoryId, payee, note } = values
  const amount = readAmount(values.amount ?? '', currency)
  const isTransfer = kind === 'transfer'
  const toAmount = isTransfer && arriving !== currency ? readAmount(values.toAmount ?? '', arriving) : undefined
  if (amount.ok && toAmount?.ok !== false && day) {
    const filed = isTransfer
      ? { toAccountId, toAmount: toAmount?.value }
      : { categoryId: categoryId || undefined, payee: payee || undefined }
    return { kind, day, amount: amount.value, accountId, note: note || undefined, ...filed }
  }
  return {
    kind: 'faults',
    faults: {
      ...(!amount.ok && { amount: faultText(amount.error) }),
      ...(toAmount?.ok === false && { toAmount: faultText(toAmount.error) }),
      ...(!day && { day: faultText('bad-day') }),
    },
  }
}
