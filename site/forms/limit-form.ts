import { editable, readAmount } from '../amounts.ts'
import { dialog } from '../components/dialog.ts'
import { limitName } from '../components/limits.ts'
import { when } from '../components/section.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-entry.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { faultText } from '../refusals.ts'
import { type Book, categoryName, here } from '../state/book.ts'
import { both } from '../state/loaded.ts'
import type { Dialog } from '../state/state.ts'
import { write } from '../state/write.ts'
import { choices } from './choices.ts'
import { amountLook, field, option } from './field.ts'
import { type At, form, formOf } from './form.ts'

const name = 'limit'

/** Sets a limit for everything or for a category with its children, changes its amount, or removes it. */
export function limitDialog(at: At, { id, limit }: Dialog & { readonly kind: 'limit' }) {
  const { state, desk } = at
  const { api } = desk.client
  const change = (body: { amount: string } | { archived: boolean }) =>
    api.budgets.changeBudget({ params: { ...here, id: limit?.id ?? id }, body })

  return dialog(
    desk,
    t(limit ? words.changeLimit : words.newLimit),
    when(desk, both(state.book, state.limits), 4, ([book, limits]) => {
      const currency = limit?.currency ?? book.ledger.currency
      const taken = limits.filter((one) => !one.archived).map((one) => one.categoryId)
      const remove = () =>
        write(desk, change({ archived: true }), t(words.limitGone), () => change({ archived: false }))
      return form(at, {
        name,
        words: t(asks.setLimit),
        fields: html`
        ${limit ? html`<p class="field">${limitName(book, limit)}</p>` : field(formOf(state, name), 'categoryId', { label: t(words.limitFor), options: free(book, taken) })}
        ${field(formOf(state, name), 'amount', { label: t(words.amountIn, { currency }), hint: t(words.limitHint), value: limit && editable(limit.amount), ...amountLook })}`,
        beside: limit && html`<button class="b t over" type="button" onClick=${remove}>${t(asks.remove)}</button>`,
        send: async (values) => {
          const amount = readAmount(values.amount ?? '', currency)
          if (!amount.ok) return { kind: 'faults', faults: { amount: faultText(amount.error) } }
          if (limit)
            return write(desk, change({ amount: amount.value }), t(asks.limitSet), () =>
              change({ amount: limit.amount }),
            )
          const body = { amount: amount.value, categoryId: values.categoryId || undefined }
          const params = { ...here, id }
          return write(desk, api.budgets.putBudget({ params, body }), t(asks.limitSet), () =>
            api.budgets.removeBudget({ params }),
          )
        },
      })
    }),
  )
}

/** What has no limit yet. */
function free(book: Book, taken: readonly (string | undefined)[]) {
  const ids = choices(book, 'expense').flatMap(({ parent, children }) => [parent.id, ...children.map((one) => one.id)])
  return [
    !taken.includes(undefined) && option('', t(en.everything)),
    ids.filter((id) => !taken.includes(id)).map((id) => option(id, categoryName(book, id) ?? '')),
  ]
}
