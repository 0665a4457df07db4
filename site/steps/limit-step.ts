import { readAmount } from '../amounts.ts'
import { when } from '../components/section.ts'
import { amountLook, field } from '../forms/field.ts'
import { form, formOf } from '../forms/form.ts'
import * as asks from '../messages/en-forms.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { faultText } from '../refusals.ts'
import { here } from '../state/book.ts'
import { whatIs } from '../state/loaded.ts'
import { write } from '../state/write.ts'
import { uuidV7 } from '../uuid.ts'
import type { Step } from './steps.ts'

const name = 'first-limit'

/** One number: what the overview counts down from. */
export const limitStep: Step = {
  name: 'limit',
  title: words.limitTitle,
  text: words.limitText,
  isDone: ({ figures }) =>
    (whatIs(figures)?.currencies ?? []).some(({ budgets }) => budgets.some((one) => !one.categoryId && !one.archived)),
  draw: (at) => {
    const { state, desk } = at
    return when(desk, state.book, 2, ({ ledger: { currency } }) =>
      form(at, {
        name,
        words: t(asks.setLimit),
        fields: field(formOf(state, name), 'amount', { label: t(words.limitLabel, { currency }), ...amountLook }),
        send: async (values) => {
          const amount = readAmount(values.amount ?? '', currency)
          if (!amount.ok) return { kind: 'faults', faults: { amount: faultText(amount.error) } }
          const { api } = desk.client
          const params = { ...here, id: uuidV7(desk.now()) }
          const setting = api.budgets.putBudget({ params, body: { amount: amount.value } })
          return write(desk, setting, t(asks.limitSet), () => api.budgets.removeBudget({ params }))
        },
      }),
    )
  },
}
