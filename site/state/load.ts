import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here, readBook } from './book.ts'
import { failed, type Loaded, waiting } from './loaded.ts'
import { type Data, type Desk, type Dialog, firstView, noList, type State } from './state.ts'

/** What each page shows, besides the book. */
const needs: { readonly [path: string]: readonly (keyof Data)[] } = {
  '/': ['figures', 'latest', 'worth'],
  '/entries': ['entries'],
  '/accounts': ['worth'],
  '/accounts/reconcile': ['reckoning'],
  '/categories': [],
  '/payees': ['payees'],
  '/compare': ['figures', 'others'],
  '/trash': ['trash'],
  '/import': ['seen'],
  '/budgets': ['limits'],
  '/settings': ['sessions', 'mail', 'schedules'],
  '/waiting': ['theirs'],
  '/reports': ['shelf', 'schedules', 'mail'],
  '/reports/{id}': ['report', 'mail'],
}

/** What some dialogs need beyond the book and their page. */
const dialogNeeds: { readonly [Kind in Dialog['kind']]?: readonly (keyof Data)[] } = {
  say: ['latest', 'limits'],
  entry: ['latest'],
  limit: ['limits'],
  why: ['why'],
  'make-report': ['stretches', 'mail'],
}

const params = here

type Asks = { readonly [Name in keyof Data]: (api: Api, state: State) => Promise<Result<Data[Name], Problem>> }

/** How each is asked for; what is shown now may say how much of it. What only one page asks for comes with its part. */
const asks: Partial<{ -readonly [Name in keyof Asks]: Asks[Name] }> = {
  book: readBook,
  figures: (api, { place: { query } }) => body(api.insights.getInsights({ params, query: periodIn(query) })),
  worth: (api, { place: { query } }) => {
    const { on, to } = periodIn(query)
    return body(api.accounts.getNetWorth({ params, query: { on: on ?? to } }))
  },
  latest: (api) => body(api.transactions.listTransactions({ params, query: { limit: '20' } })),
  limits: (api) => items(api.budgets.listBudgets({ params })),
}

/** What was to be loaded before its part was here. */
const early = new Map<keyof Data, Desk>()

/** A part knows how to ask for what its pages show. */
export function askBy(more: Partial<Asks>): void {
  Object.assign(asks, more)
  for (const [name, desk] of early) {
    if (!asks[name]) continue
    early.delete(name)
    void loadOne(desk, name)
  }
}

/** The period that an address asks for: one that holds a day, or from one day to another. */
export function periodIn(query: URLSearchParams) {
  const [from, to] = [query.get('from') ?? undefined, query.get('to') ?? undefined]
  return from && to ? { from, to } : { on: query.get('on') ?? undefined }
}

/** Loads what the page shows, and keeps showing what is there until the new comes. */
export function load(desk: Desk): void {
  const names = needs[desk.state.get().place.path]
  if (names) for (const name of ['book', ...names] as const) void loadOne(desk, name)
}

/**
 * What a dialog needs: the book where it is not there yet, and the rest anew, which is of before the latest entry where the
 * page does not show it. The entries behind a figure are another figure's by now.
 */
export function loadFor(desk: Desk, dialog: Dialog['kind']): void {
  if (dialog === 'why') desk.state.set({ why: waiting })
  if (desk.state.get().book.kind !== 'ready') void loadOne(desk, 'book')
  for (const name of dialogNeeds[dialog] ?? []) void loadOne(desk, name)
}

/** What one page asks and another does not. */
const ofPage = {
  entries: waiting,
  figures: waiting,
  worth: waiting,
  reckoning: waiting,
  payees: waiting,
  others: waiting,
  report: waiting,
}

/** On another page the figures of another question are not shown, not even for a moment. */
export function arrive(desk: Desk, isAnother: boolean): void {
  if (isAnother) desk.state.set({ ...ofPage, forms: {}, probe: undefined, view: firstView, ...noList })
  load(desk)
}

const turns = new Map<string, symbol>()

export async function loadOne<Name extends keyof Data>(desk: Desk, name: Name): Promise<void> {
  const { client, state } = desk
  const ask: Asks[Name] | undefined = asks[name]
  if (!ask) {
    early.set(name, desk)
    return
  }
  const turn = Symbol()
  turns.set(name, turn)
  const answer = await ask(client.api, state.get()).catch(() => refuse({ kind: 'broken' as const, requestId: '' }))
  // a later question has been asked
  if (turns.get(name) !== turn) return
  turns.delete(name)
  if (state.get().session.kind !== 'in') return
  const before: Loaded<Data[Name]> = shown(state.get())[name]
  state.set({ [name]: answer.ok ? { kind: 'ready', value: answer.value } : failed(answer.error, before) })
}

/** Asks, once, for what a part shows beyond its page: it may be called while the page is drawn. */
export function want(desk: Desk, name: 'mail' | 'schedules' | 'shelf'): void {
  if (desk.state.get()[name].kind === 'waiting' && !turns.has(name)) void loadOne(desk, name)
}

function shown(state: State): { readonly [Name in keyof Data]: Loaded<Data[Name]> } {
  return state
}

export async function body<T>(
  asking: Promise<Result<{ readonly body: T }, Problem>>,
): Promise<Result<Exclude<T, undefined>, Problem>> {
  const answer = await asking
  // only an answer to If-None-Match is empty, and that is never sent
  return answer.ok ? ok(answer.value.body as Exclude<T, undefined>) : answer
}

export async function items<T>(
  asking: Promise<Result<{ readonly body: { readonly items: T } }, Problem>>,
): Promise<Result<T, Problem>> {
  const answer = await body(asking)
  return answer.ok ? ok(answer.value.items) : answer
}
