import { editable, readAmount } from '../amounts.ts'
import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { categoryOptions } from '../forms/choices.ts'
import { kinds } from '../forms/entry-values.ts'
import { amountLook, field, option } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as lists from '../messages/en-lists.ts'
import * as period from '../messages/en-period.ts'
import { t } from '../messages/t.ts'
import { faultText } from '../refusals.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import type { Filter } from '../state/filter.ts'
import { filterIn } from '../state/filter.ts'
import type { Dialog } from '../state/state.ts'

const name = 'filters'

/** All that can narrow the list, at once. */
export function filterDialog(at: At, { field: asked }: Dialog & { readonly kind: 'filters' }) {
  const { state, desk } = at
  const filter = filterIn(state.place.query)
  const of = formOf(state, name)
  const date = { type: 'date', min: '1900-01-01', max: '2199-12-31' }
  return dialog(
    desk,
    t(lists.filterList),
    when(desk, state.book, 6, (book) =>
      form(at, {
        name,
        words: t(lists.showThem),
        fields: html`<div class="g two tight">
          ${field(of, 'from', { label: t(period.from), value: filter.from, autofocus: asked === 'from', ...date })}
          ${field(of, 'to', { label: t(period.to), value: filter.to, ...date })}
          ${field(of, 'category', { label: t(en.category), options: categories(book, filter.category), autofocus: asked === 'category' })}
          ${field(of, 'account', { label: t(lists.account), options: [any(filter.account), ...book.accounts.map((one) => option(one.id, one.name, filter.account))], autofocus: asked === 'account' })}
          ${field(of, 'kind', { label: t(lists.kind), options: [any(filter.kind), ...kinds.map((one) => option(one, t(en.kinds[one]), filter.kind))], autofocus: asked === 'kind' })}
          ${field(of, 'payee', { label: t(lists.payee), options: [any(filter.payee), ...book.payees.filter((one) => !one.mergedInto).map((one) => option(one.id, one.name, filter.payee))], autofocus: asked === 'payee' })}
          ${field(of, 'min', { label: t(lists.atLeast), value: filter.min && editable(filter.min), ...amountLook, autofocus: asked === 'min' })}
          ${field(of, 'max', { label: t(lists.atMost), value: filter.max && editable(filter.max), ...amountLook })}
          ${field(of, 'tag', { label: t(lists.tag), value: filter.tag, maxlength: '40', autocomplete: 'off', autofocus: asked === 'tag' })}
        </div>`,
        send: async ({ min = '', max = '', tag = '', ...rest }) => {
          const [from, until] = [
            min ? readAmount(min, book.ledger.currency) : undefined,
            max ? readAmount(max, book.ledger.currency) : undefined,
          ]
          const faults = {
            ...(from && !from.ok && { min: faultText(from.error) }),
            ...(until && !until.ok && { max: faultText(until.error) }),
            ...(rest.from && rest.to && rest.from > rest.to && { to: t(period.wrongWay) }),
          }
          if (Object.keys(faults).length > 0) return { kind: 'faults', faults }
          const amounts = {
            min: from?.ok ? from.value : undefined,
            max: until?.ok ? until.value : undefined,
          }
          desk.go(to('/entries', { ...filter, ...rest, ...amounts, tag: tag.replace(/^#/, '') } satisfies Filter))
          return undefined
        },
      }),
    ),
  )
}

const any = (wanted: string | undefined) => option('', t(lists.any), wanted ?? '')

function categories(book: Book, wanted: string | undefined) {
  return [
    any(wanted),
    option('none', t(en.noCategory), wanted),
    ...(['expense', 'income'] as const).map((kind) => categoryOptions(book, kind, wanted)[1]),
  ]
}
