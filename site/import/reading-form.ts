import { field, option } from '../forms/field.ts'
import { type At, formOf } from '../forms/form.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-import.ts'
import { t } from '../messages/t.ts'
import type { Book } from '../state/book.ts'
import { opening, reread, usual } from './acts.ts'
import { dayOrders } from './day-order.ts'
import { type Delimiter, delimiters } from './delimiters.ts'
import type { Importing } from './importing.ts'
import type { Choice } from './lines.ts'
import { type Columns, roles } from './roles.ts'

/** How a file is read: guessed at first, and read anew with every choice. */
export function readingForm({ state, desk }: At, book: Book, importing: Importing, choice: Choice, isLost: boolean) {
  const of = formOf(state, 'import')
  const open = book.accounts.filter(({ archived, id }) => !archived || id === choice.accountId)
  const account = open.find(({ id }) => id === choice.accountId)

  async function change(event: Event): Promise<void> {
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const values = new FormData(form)
    const delimiter = one<Delimiter>(delimiters, values.get('delimiter')) ?? importing.delimiter
    if (delimiter === importing.delimiter) return reread(desk, (now) => ({ ...now, choice: chosen(values, choice) }))
    const part = await opening(desk)
    if (part) reread(desk, (now) => part.parted(now, delimiter, account, usual()))
  }

  const select = <Value extends string>(
    name: string,
    label: string,
    all: readonly Value[],
    texts: { readonly [V in Value]: string },
    now: Value,
  ) => field(of, name, { label, options: all.map((one) => option(one, t<string>(texts[one]), now)) })
  const tick = (name: 'hasHead' | 'isTurned', label: string) =>
    html`<label class="row field"><input type="checkbox" name=${name} checked=${choice[name]} /><span class="s">${label}</span></label>`

  return html`<form onChange=${change} onSubmit=${(event: Event) => event.preventDefault()}>
    ${field(of, 'accountId', { label: t(words.into), options: open.map(({ id, name }) => option(id, name, choice.accountId)) })}
    <details open=${isLost}><summary>${t(words.details)}</summary>
      ${select('order', t(words.order), dayOrders, words.orders, choice.order)}
      ${select('sign', t(words.sign), ['.', ','], words.signs, choice.sign)}
      ${tick('isTurned', t(words.isTurned))}
      ${select('delimiter', t(words.delimiter), delimiters, words.delimiters, importing.delimiter)}
      ${tick('hasHead', t(words.hasHead))}
      ${choice.columns.map((role, n) => {
        const [head = [], next = []] = importing.rows
          .slice(choice.hasHead ? choice.above : 0)
          .filter((row) => row.length > 0)
        const example = (choice.hasHead ? next : head)[n]?.slice(0, 60)
        return field(of, `column-${n}`, {
          label: (choice.hasHead && head[n]) || t(words.column, { n: n + 1 }),
          hint: example && t(words.example, { text: example }),
          options: [
            option('', t(words.unused), role ?? ''),
            ...roles.map((one) => option(one, t(words.roles[one]), role)),
          ],
        })
      })}
    </details>
  </form>`
}

function chosen(values: FormData, before: Choice): Choice {
  const columns: Columns = before.columns.map((_, n) => one(roles, values.get(`column-${n}`)))
  return {
    columns,
    hasHead: values.has('hasHead'),
    above: before.above,
    isTurned: values.has('isTurned'),
    accountId: String(values.get('accountId') ?? before.accountId),
    order: one(dayOrders, values.get('order')) ?? before.order,
    sign: one(['.', ','] as const, values.get('sign')) ?? before.sign,
  }
}

function one<Value extends string>(all: readonly Value[], value: FormDataEntryValue | null): Value | undefined {
  return all.find((known) => known === value)
}
