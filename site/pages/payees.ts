import type { ListedPayee } from '../../functions/api/payees.ts'
import { editButton } from '../components/edit-button.ts'
import { empty } from '../components/empty.ts'
import { icon, swatch } from '../components/icon.ts'
import { when } from '../components/section.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-book.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { type Book, categoryName, colourOf, here } from '../state/book.ts'
import { both, failed, whatIs } from '../state/loaded.ts'
import { readPayees } from '../state/payees.ts'
import { addEntry, open, say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { write } from '../state/write.ts'

/** Whom money goes to and comes from, to be renamed and merged. */
export function payees({ state, desk }: At) {
  const text = state.place.query.get('text') ?? ''
  return html`<div class="head"><div><h1 tabindex="-1">${t(en.payees)}</h1><p class="q s">${t(words.payeesLead)}</p></div></div>
    ${
      (text !== '' || whatIs(state.payees)?.items.length !== 0) &&
      html`<form class="find" role="search" onSubmit=${(event: SubmitEvent) => event.preventDefault()}><label class="vh" for="find-payee">${t(words.findPayee)}</label>
      <input class="f" id="find-payee" type="search" maxlength="120" autocomplete="off" placeholder=${t(words.findPayee)} defaultValue=${text} onInput=${(event: InputEvent) => typed(desk, (event.currentTarget as HTMLInputElement).value)} /></form>`
    }
    ${when(desk, both(state.book, state.payees), 10, ([book, { items, next }]) =>
      items.length === 0
        ? nothing(desk, text)
        : [
            html`<ul class="more">${items.map((one) => line(desk, book, items, one))}</ul>`,
            next &&
              html`<p class="more"><button class="b" type="button" onClick=${() => showMore(desk)}>${t(lists.showMore)}</button></p>`,
          ],
    )}`
}

let wait = () => {}

function typed(desk: Desk, text: string): void {
  wait()
  wait = desk.later(180, () => {
    if (desk.state.get().place.path === '/payees') desk.go(to('/payees', { text }), 'replace')
  })
}

function nothing(desk: Desk, text: string) {
  return text
    ? empty(t(words.nonePayee), undefined, html`<a class="b" href=${to('/payees')}>${t(words.allPayees)}</a>`)
    : empty(
        t(words.noPayees),
        t(words.noPayeesMore),
        html`<button class="b p" type="button" onClick=${() => addEntry(desk)}>${icon('plus')}${t(en.addFirst)}</button>`,
        'list',
      )
}

function line(desk: Desk, book: Book, all: readonly ListedPayee[], payee: ListedPayee) {
  const { id, name, mergedInto, last } = payee
  const other = mergedInto && [...all, ...book.payees].find((one) => one.id === mergedInto)?.name
  const filed = categoryName(book, last?.categoryId)
  return html`<li class="session payee" key=${id}><a href=${to('/entries', { payee: id })}>${mergedInto ? t(words.readAs, { name, other: other ?? '' }) : name}</a>
    <span class="q">${filed && html`${swatch(colourOf(book, last?.categoryId))}<span class="vh">${t(words.filedLast)} </span>${filed}`}</span>
    ${
      mergedInto
        ? html`<button class="b" type="button" onClick=${() => unmerge(desk, payee)}>${t(words.unmerge, { name })}</button>`
        : editButton(name, () => open(desk, { kind: 'payee', payee }))
    }</li>`
}

async function unmerge(desk: Desk, { id, name, mergedInto }: ListedPayee): Promise<void> {
  const { api } = desk.client
  const merge = (into: string | null) => api.payees.mergePayee({ params: { ...here, id }, body: { into } })
  const problem = await write(desk, merge(null), t(words.unmerged, { name }), () => merge(mergedInto ?? null))
  if (problem) say(desk, refusalText(problem))
}

async function showMore({ client, state }: Desk): Promise<void> {
  const { payees, place } = state.get()
  const before = whatIs(payees)
  const more = await readPayees(client.api, place.query.get('text') ?? undefined, (before?.items.length ?? 0) + 1)
  if (whatIs(state.get().payees) !== before) return
  state.set({ payees: more.ok ? { kind: 'ready', value: more.value } : failed(more.error, payees) })
}
