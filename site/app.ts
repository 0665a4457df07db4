import type { ComponentChildren } from 'preact'
import { note } from './components/note.ts'
import { offlineNote } from './components/offline-note.ts'
import { saidLine } from './components/said.ts'
import { shape } from './components/shape.ts'
import { publicShell, shell } from './components/shell.ts'
import type { At } from './forms/form.ts'
import { html } from './html.ts'
import * as en from './messages/en.ts'
import { t } from './messages/t.ts'
import { problemText } from './problems.ts'
import { to } from './router.ts'
import { anew, same } from './same.ts'
import { whatIs } from './state/loaded.ts'
import { addEntry, say } from './state/screen.ts'
import { start } from './state/session.ts'
import type { Desk } from './state/state.ts'

type Page = (at: At) => ComponentChildren
type Arrive = (desk: Desk, isAnother: boolean) => void

/** Pages by their path, dialogs by a mark and their kind. */
const pages: { [name: string]: Page } = {}

/** The parts that they come in, when they are first needed: each offers its own. One name may stand for all that begin with it. */
const parts: { readonly [name: string]: () => Promise<unknown> } = byName([
  [() => import('./pages/landing.ts'), 'landing'],
  [() => import('./pages/door.ts'), 'door'],
  [() => import('./sample/enter.ts'), 'sample'],
  [() => import('./inside.ts'), '/'],
  [() => import('./pictures/pictures.ts'), 'pictures'],
  [() => import('./steps/welcome.ts'), 'steps'],
  [() => import('./forms/say-form.ts'), '#say'],
  [() => import('./forms/keypad.ts'), 'say'],
  [() => import('./forms/dialogs.ts'), '#entry', '#limit', '#why'],
  [() => import('./pages/lists.ts'), '/entries'],
  [() => import('./entries/entry-acts.ts'), 'entries', '#filters', '#keep-filter', '#refile', '#tag'],
  [() => import('./pages/budgets.ts'), '/budgets'],
  [() => import('./pages/accounts.ts'), '/accounts', '#account'],
  [() => import('./pages/reconcile.ts'), '/accounts/reconcile'],
  [() => import('./pages/names.ts'), '/categories', '/payees', '#category', '#payee'],
  [() => import('./pages/compare.ts'), '/compare', '#period'],
  [() => import('./pages/reports.ts'), '/reports', '/reports/{id}'],
  [() => import('./forms/report-form.ts'), '#make-report'],
  [() => import('./pages/links.ts'), '/verify', '/unsubscribe'],
  [() => import('./pages/settings.ts'), '/settings'],
  [() => import('./pages/waiting.ts'), '/waiting'],
  [() => import('./pages/import.ts'), '/import'],
  [() => import('./pages/mail.ts'), 'settings'],
  [() => import('./pages/more.ts'), '/more', '/trash', '#keys'],
])

function byName(all: readonly (readonly [() => Promise<unknown>, ...string[]])[]) {
  return Object.fromEntries(all.flatMap(([part, ...names]) => names.map((name) => [name, part])))
}

// Every page but one or two needs these sooner or later: with this, as one piece, they are smaller than as pieces of their own.
export { dayName } from './days.ts'
export { figure } from './figures.ts'
export { field } from './forms/field.ts'
export { form } from './forms/form.ts'
export { settle } from './locale.ts'

let arriveInside: Arrive | undefined

/** A part adds its pages; the first one of the inside says what is to be done on arrival. */
export function offer(more: { readonly [name: string]: Page }, arrive = arriveInside): void {
  Object.assign(pages, more)
  arriveInside = arrive
}

/** Somebody who is logged in has come to a page; not from another one where the page stays and only its question changes. */
export function arrive(desk: Desk, isAnother: boolean): void {
  arriveInside?.(desk, isAnother)
}

/** Asks for the parts with these pages before it is time to show them. */
export function expect(...names: readonly string[]): void {
  for (const name of names) partOf(name)?.().catch(() => {})
}

const partOf = (name: string) => parts[name] ?? parts[name.split('/')[0] ?? '']

/** The whole page: which one, for whom. */
export function app(at: At) {
  const { state, desk } = at
  return html`${around(at)}
    ${saidLine(state, desk)}`
}

function around(at: At) {
  const { session, place, book } = at.state
  switch (session.kind) {
    case 'starting':
      return shell(place.path, '', () => addEntry(at.desk), undefined)
    case 'unreachable':
      return publicShell(note({ icon: 'over', words: t(en.unreachable), action: [t(en.again), () => start(at.desk)] }))
    case 'out':
      return publicShell([offlineNote(at), named(outside(place.path, session.ended), at)], place.path !== '/login')
    case 'in': {
      const draw = () => (place.path.startsWith('/') && place.path in parts ? named(place.path, at) : missing())
      // behind a dialog nothing is drawn for it or what is typed in it, only for the rest and for parts that have come
      const { forms, dialog: over, ...others } = at.state
      const page = (over ? same : anew)('page', [...Object.values(others), Object.keys(pages).length], draw)
      return shell(place.path, whatIs(book)?.ledger.name ?? '', () => addEntry(at.desk), [
        (pages.notes ?? offlineNote)(at),
        at.state.isSample && pages.sample?.(at),
        page,
        over && named(`#${over.kind}`, at),
      ])
    }
  }
}

/** Links of mails open for whoever has them. */
function outside(path: string, ended: boolean): string {
  if (path === '/verify' || path === '/unsubscribe') return path
  return path === '/' && !ended ? 'landing' : 'door'
}

const coming = new Set<string>()

/** A part of a page, or a page, that comes by itself; nothing until it is here. */
export function named(name: string, at: At) {
  if (!pages[name] && !coming.has(name)) void fetch(name, at)
  return pages[name]?.(at)
}

/** The same, with its shape in its place until it is here. */
export function part(name: string, at: At) {
  return named(name, at) ?? (!pages[name] && shape())
}

async function fetch(name: string, { desk }: At): Promise<void> {
  coming.add(name)
  const before = arriveInside
  await partOf(name)?.().catch(() => say(desk, problemText({ kind: 'offline' })))
  if (!before) arrive(desk, true)
  // shown if it is here; if it is not, the next thing that is pressed asks for it again
  desk.state.set({})
  coming.delete(name)
}

function missing() {
  return html`<h1 tabindex="-1">${t(en.noPage)}</h1><p class="more"><a href=${to('/')}>${t(en.overview)}</a></p>`
}
