import type { TransactionView } from '../../functions/api/transactions.ts'
import { editable } from '../amounts.ts'
import { titleOf } from '../components/entry.ts'
import { icon } from '../components/icon.ts'
import { categoryOptions } from '../forms/choices.ts'
import { readEntry, valuesOf } from '../forms/entry-values.ts'
import { amountLook, option } from '../forms/field.ts'
import { type At, formOf, setForm } from '../forms/form.ts'
import { filedIn } from '../forms/part-values.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as asks from '../messages/en-forms.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { faultsOf, refusalText } from '../refusals.ts'
import { type Book, payeesIn } from '../state/book.ts'
import { draftOf, patchTo } from '../state/entries.ts'
import { whatIs } from '../state/loaded.ts'
import { saveChange } from '../state/save-entry.ts'
import { say } from '../state/screen.ts'

const name = 'line'
/** When it comes. */
const focus = (field: HTMLElement | null) => field?.focus()

/** The entry that is changed in its line: the fields that change most. Enter saves, Escape leaves it as it was. */
export function editedLine(at: At) {
  const [book, list] = [whatIs(at.state.book), whatIs(at.state.entries)]
  const entry = [...(list?.rows.values() ?? [])].flat().find(({ id }) => id === at.state.editing?.id)
  return book && entry && editLine(at, book, entry)
}

function editLine({ state, desk }: At, book: Book, entry: TransactionView) {
  const { faults } = formOf(state, name)
  const leave = () => {
    // back to the list, which says which line is meant
    document.getElementById('list')?.focus()
    setForm(desk, name, { faults: {} })
    desk.state.set({ editing: undefined })
  }
  const focused = (field: string) => state.editing?.field === field

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (formOf(desk.state.get(), name).isBusy) return
    const typed = Object.fromEntries(
      [...new FormData(event.currentTarget as HTMLFormElement)].map(([field, value]) => [field, String(value).trim()]),
    )
    const values = { ...valuesOf(draftOf(entry)), ...typed, [filedIn(entry)]: typed.categoryId ?? '' }
    const draft = readEntry(book, values, { entry })
    const isSame = !('faults' in draft) && Object.keys(patchTo(entry, draft)).length === 0
    if (isSame) return leave()
    setForm(desk, name, { isBusy: true })
    const problem = 'faults' in draft ? undefined : await saveChange(desk, entry, draft)
    const wrong = 'faults' in draft ? draft.faults : problem && faultsOf(problem)
    // another line may be changed by now
    const isHere = desk.state.get().editing === state.editing
    setForm(desk, name, { isBusy: false, faults: (isHere && wrong) || {} })
    if (!wrong) return isHere ? leave() : undefined
    say(desk, problem ? refusalText(problem) : (Object.values(wrong)[0] ?? ''))
  }

  const look = (field: string, label: string) => ({
    class: 'f',
    name: field,
    'aria-label': label,
    'aria-invalid': faults[field] && 'true',
    ref: focused(field) ? focus : undefined,
  })
  return html`<div role="gridcell" aria-colspan="5"><form aria-label=${t(lists.editLine, { name: titleOf(book, entry) })} onSubmit=${save} onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && leave()}>
      <input ...${look('payee', t(lists.payee))} defaultValue=${entry.payee} list="payees" autocomplete="off" maxlength="120" />
      <select ...${look('categoryId', t(en.category))}>${categoryOptions(book, entry.kind === 'income' ? 'income' : 'expense', entry.categoryId)}</select>
      <select ...${look('accountId', t(asks.account))}>${book.accounts
        .filter((one) => !one.archived || one.id === entry.accountId)
        .map((one) => option(one.id, one.name, entry.accountId))}</select>
      <input ...${{ ...amountLook, ...look('amount', t(lists.amount)) }} defaultValue=${editable(entry.amount)} />
      <span class="row"><button class="b o" aria-label=${t(lists.saveLine)}>${icon('ok')}</button><button class="b o" type="button" aria-label=${t(lists.leaveLine)} onClick=${leave}>${icon('close')}</button></span>
      <datalist id="payees">${payeesIn(book).map((one) => html`<option value=${one.name}></option>`)}</datalist>
    </form></div>`
}
