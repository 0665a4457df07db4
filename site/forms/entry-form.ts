import type { TransactionView } from '../../functions/api/transactions.ts'
import { readAmount } from '../amounts.ts'
import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-entry.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { draftOf } from '../state/entries.ts'
import { todayIn } from '../state/new-entry.ts'
import { bin, saveChange } from '../state/save-entry.ts'
import { saveNew } from '../state/save-new.ts'
import { open } from '../state/screen.ts'
import type { Dialog, Values } from '../state/state.ts'
import { uuidV7 } from '../uuid.ts'
import { fields } from './entry-fields.ts'
import { about, firstValues, readEntry, valuesOf } from './entry-values.ts'
import { type At, form, formOf, setForm } from './form.ts'

const name = 'entry'

/** Adds an entry, or changes, copies or deletes one: every field that there is. */
export function entryDialog(
  at: At,
  { id, entry, values, draft, original, copyOf }: Dialog & { readonly kind: 'entry' },
) {
  const { state, desk } = at
  const trouble = (text: string) => setForm(desk, name, { trouble: text })

  async function drop(entry: TransactionView): Promise<void> {
    const { dialog } = desk.state.get()
    const problem = await bin(desk, entry)
    if (problem && desk.state.get().dialog === dialog) trouble(refusalText(problem))
  }

  const copy = (values: Values, day: string) =>
    open(desk, { kind: 'entry', id: uuidV7(desk.now()), values: { ...values, day } })

  return dialog(
    desk,
    t(entry ? words.changeEntry : en.addEntry),
    when(desk, state.book, 7, (book) => {
      // the book may be of yesterday
      const today = todayIn(book.ledger.timeZone, desk.now())
      const typed =
        formOf(state, name).values ??
        firstValues(
          state,
          book,
          entry,
          desk.now(),
          copyOf ? { ...valuesOf(draftOf(copyOf)), day: today } : draft ? valuesOf(draft) : values,
        )
      const { kind, currency } = about(book, typed, entry)
      const amount = readAmount(typed.amount ?? '', currency)
      return form(at, {
        name,
        words: amount.ok ? t(asks.saveAmount, { amount: signed(kind, amount.value, currency) }) : t(asks.save),
        fields: fields(at, name, book, typed, entry),
        beside:
          entry &&
          html`<span class="row w"><button class="b" type="button" onClick=${() => copy(typed, today)}>${t(words.duplicate)}</button>
            <button class="b t over" type="button" onClick=${() => drop(entry)}>${t(asks.remove)}</button></span>`,
        send: async (values) => {
          const draft = readEntry(book, values, { entry, original })
          if ('faults' in draft) return draft
          return entry ? saveChange(desk, entry, draft) : saveNew(desk, id, draft)
        },
      })
    }),
  )
}
