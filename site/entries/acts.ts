import type { TransactionView } from '../../functions/api/transactions.ts'
import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { categoryOptions } from '../forms/choices.ts'
import { tagsIn } from '../forms/entry-values.ts'
import { field } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import * as en from '../messages/en.ts'
import * as asks from '../messages/en-forms.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { faultText, refusalText } from '../refusals.ts'
import { binAll, mostAtOnce, refile, tagAll } from '../state/bulk.ts'
import { chosenIn } from '../state/chosen.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'

export function refileDialog(at: At) {
  const { state, desk } = at
  const of = formOf(state, 'refile')
  const kinds = new Set(chosenIn(desk.state.get()).map(({ kind }) => (kind === 'income' ? 'income' : 'expense')))
  return dialog(
    desk,
    t(lists.refile),
    when(desk, state.book, 2, (book) =>
      form(at, {
        name: 'refile',
        words: t(lists.refile),
        fields: field(of, 'categoryId', {
          label: t(en.category),
          hint: of.faults.categoryId ? undefined : t(lists.refileLeft),
          autofocus: true,
          options: (['expense', 'income'] as const)
            .filter((kind) => kinds.has(kind))
            .map((kind) => categoryOptions(book, kind, undefined)[1]),
        }),
        send: ({ categoryId = '' }) => refile(desk, book, chosenIn(desk.state.get()).slice(0, mostAtOnce), categoryId),
      }),
    ),
  )
}

export function tagDialog(at: At) {
  const { state, desk } = at
  return dialog(
    desk,
    t(lists.addTags),
    form(at, {
      name: 'tag',
      words: t(lists.addTags),
      fields: field(formOf(state, 'tag'), 'tags', {
        label: t(lists.tag),
        hint: t(asks.tagsHint),
        autocomplete: 'off',
        maxlength: '420',
        autofocus: true,
      }),
      send: async ({ tags = '' }) => {
        const all = tagsIn(tags)
        if (!all) return { kind: 'faults', faults: { tags: faultText('missing') } }
        return tagAll(desk, chosenIn(desk.state.get()).slice(0, mostAtOnce), all)
      },
    }),
  )
}

/** All of them go to the trash, and can come back. */
export async function binEntries(desk: Desk, all: readonly TransactionView[]): Promise<void> {
  if (all.length === 0) return
  if (all.length > mostAtOnce) return say(desk, t(lists.tooMany, { n: mostAtOnce }))
  const problem = await binAll(desk, all)
  if (problem) say(desk, refusalText(problem))
}
