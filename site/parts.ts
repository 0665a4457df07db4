import type { ComponentChildren } from 'preact'
import { shape } from './components/shape.ts'
import type { At } from './forms/form.ts'
import { problemText } from './problems.ts'
import { say } from './state/screen.ts'
import type { Desk } from './state/state.ts'

type Page = (at: At) => ComponentChildren
type Arrive = (desk: Desk, isAnother: boolean) => void

/** Pages by their path, dialogs by a mark and their kind: those that have come. */
export const pages: { [name: string]: Page } = {}

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
  [() => import('./pages/links.ts'), '/verify', '/unsubscribe', '/reset'],
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
export { offlineNote } from './components/offline-note.ts'
export { places } from './components/places.ts'
export { dayName } from './days.ts'
export { figure } from './figures.ts'
export { field } from './forms/field.ts'
export { form } from './forms/form.ts'
export { kept } from './kept.ts'
export { settle } from './locale.ts'
export { start } from './state/session.ts'

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

/** Whether there is such a page, here or still to come. */
export const isPage = (path: string): boolean => path.startsWith('/') && path in parts

const partOf = (name: string) => parts[name] ?? parts[name.split('/')[0] ?? '']

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
