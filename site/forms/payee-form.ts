import { dialog } from '../components/dialog.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-book.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { here, payeesIn } from '../state/book.ts'
import { whatIs } from '../state/loaded.ts'
import type { Dialog } from '../state/state.ts'
import { write } from '../state/write.ts'
import { field, option } from './field.ts'
import { type At, form, formOf, setForm } from './form.ts'

const name = 'payee'

/** Renames a payee everywhere at once, merges it into another one, or deletes one that no entry names. */
export function payeeDialog(at: At, { payee }: Dialog & { readonly kind: 'payee' }) {
  const { state, desk } = at
  const { api } = desk.client
  const params = { ...here, id: payee.id }
  const rename = (name: string) => api.payees.changePayee({ params, body: { name } })

  async function remove(): Promise<void> {
    const removing = api.payees.removePayee({ params })
    const problem = await write(desk, removing, t(words.deletedSaid, { name: payee.name }), () =>
      api.payees.putPayee({ params, body: { name: payee.name } }),
    )
    if (problem) setForm(desk, name, { trouble: refusalText(problem) })
  }

  return dialog(
    desk,
    t(words.changePayee),
    html`
    ${form(at, {
      name,
      words: t(asks.save),
      fields: field(formOf(state, name), 'name', {
        label: t(words.payeeName),
        hint: t(words.payeeHint),
        value: payee.name,
        maxlength: '120',
        autocomplete: 'off',
        autofocus: true,
      }),
      beside: html`<button class="b t over" type="button" onClick=${remove}>${t(asks.remove)}</button>`,
      send: ({ name: called = '' }) => write(desk, rename(called), t(words.saved), () => rename(payee.name)),
    })}
    ${mergeForm(at, payee)}`,
  )
}

function mergeForm(at: At, payee: (Dialog & { readonly kind: 'payee' })['payee']) {
  const { state, desk } = at
  const { api } = desk.client
  const book = whatIs(state.book)
  const listed = [...(whatIs(state.payees)?.items ?? []), ...(book ? payeesIn(book) : [])]
  const others = [...new Map(listed.map((one) => [one.id, one])).values()].filter(
    (one) => one.id !== payee.id && !one.mergedInto,
  )
  if (others.length === 0) return undefined
  const params = { ...here, id: payee.id }
  return html`<details><summary>${t(words.mergeInto)}</summary>${form(at, {
    name: 'merge',
    words: t(words.merge),
    fields: field(formOf(state, 'merge'), 'into', {
      label: t(words.mergeWith),
      hint: t(words.mergeHint),
      options: others.toSorted((a, b) => a.name.localeCompare(b.name)).map((one) => option(one.id, one.name)),
    }),
    send: ({ into = '' }) =>
      write(
        desk,
        api.payees.mergePayee({ params, body: { into } }),
        t(words.merged, { name: others.find(({ id }) => id === into)?.name ?? '' }),
        () => api.payees.mergePayee({ params, body: { into: null } }),
      ),
  })}</details>`
}
