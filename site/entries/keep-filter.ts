import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { field } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { faultText } from '../refusals.ts'
import { filterIn } from '../state/filter.ts'
import { close, say } from '../state/screen.ts'
import { keepFilters, savedFilters } from './saved-filters.ts'

/** Saves what the list is narrowed by now under a name; one of that name is replaced. */
export function keepDialog(at: At) {
  const { state, desk } = at
  return dialog(
    desk,
    t(lists.saveFilter),
    when(desk, state.book, 2, ({ ledger }) =>
      form(at, {
        name: 'keep-filter',
        words: t(lists.saveFilter),
        fields: field(formOf(state, 'keep-filter'), 'name', {
          label: t(lists.filterName),
          maxlength: '60',
          autocomplete: 'off',
          autofocus: true,
        }),
        send: async ({ name = '' }) => {
          if (!name) return { kind: 'faults', faults: { name: faultText('missing') } }
          const others = savedFilters(desk, ledger.id).filter((one) => one.name !== name)
          close(desk)
          keepFilters(desk, ledger.id, [...others, { name, filter: filterIn(state.place.query) }])
          say(desk, t(lists.saved, { name }))
          return undefined
        },
      }),
    ),
  )
}
