import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here, readBook } from './book.ts'
import { failed, type Loaded, waiting, whatIs } from './loaded.ts'
import type { Data, Desk, Dialog, State, Theirs } from './state.ts'

/** What each page shows. */
const needs: { readonly [path: string]: readonly (keyof Data)[] } = {
  '/': ['book', 'figures', 'latest'],
  '/entries': ['book', 'entries'],
  '/budgets': ['book', 'limits'],
  '/settings': ['book', 'sessions'],
  '/waiting': ['book', 'theirs'],
}

/** What each dialog needs beyond its page; it is asked for where it is not there yet. */
const dialogNeeds: { readonly [Kind in Dialog['kind']]: readonly (keyof Data)[] } = {
  say: ['book', 'latest', 'limits'],
  entry: ['book', 'latest'],
  limit: ['book', 'limits'],
}

const params = here

/** How each is asked for; what is shown now may say how much of it. */
const asks: { readonly [Name in keyof Data]: (api: Api, state: State) => Promise<Result<Data[Name], Problem>> } = {
  book: readBook,
  figures: (api, { place }) =>
    body(api.insights.getInsights({ params, query: { on: place.query.get('on') ?? undefined } })),
  latest: (api) => body(api.transactions.listTransactions({ params, query: { limit: '20' } })),
  // what was unfolded stays so when the list loads again
  entries: (api, { place, entries }) =>
    listEntries(api, place.query, Math.max(pageSize, whatIs(entries)?.items.length ?? 0)),
  limits: (api) => items(api.budgets.listBudgets({ params })),
  sessions: (api) => items(api.login.listSessions({})),
  theirs: (api, { waiting }) =>
    readTheirs(
      api,
      waiting.filter(({ trouble }) => trouble).map(({ id }) => id),
    ),
}

/** As they are now; one that is gone is no failure. */
async function readTheirs(api: Api, ids: readonly string[]): Promise<Result<Theirs, Problem>> {
  const found: { [id: string]: Theirs[string] } = {}
  for (const id of new Set(ids)) {
    const answer = await api.transactions.getTransaction({ params: { ...params, id } })
    if (!answer.ok && answer.error.kind !== 'refused') return answer
    found[id] = answer.ok ? answer.value.body : undefined
  }
  return ok(found)
}

export const pageSize = 50
const mostAtOnce = 200

const filters = ['from', 'to', 'category', 'account', 'text'] as const
export type Filter = { readonly [Name in (typeof filters)[number]]?: string | undefined }

/** Which entries: ids and days, as the address has them. */
export function filterIn(query: URLSearchParams): Filter {
  return Object.fromEntries(filters.map((name) => [name, query.get(name) ?? undefined]))
}

export function listEntries(api: Api, query: URLSearchParams, limit: number, cursor?: string) {
  const asked = { ...filterIn(query), limit: String(Math.min(limit, mostAtOnce)), cursor }
  return body(api.transactions.listTransactions({ params, query: asked }))
}

/** Loads what the page shows, and keeps showing what is there until the new comes. */
export function load(desk: Desk): void {
  for (const name of needs[desk.state.get().place.path] ?? []) void loadOne(desk, name)
}

export function loadFor(desk: Desk, dialog: Dialog['kind']): void {
  for (const name of dialogNeeds[dialog]) if (desk.state.get()[name].kind !== 'ready') void loadOne(desk, name)
}

/** On another page the figures of another question are not shown, not even for a moment. */
export function arrive(desk: Desk, isAnother: boolean): void {
  if (isAnother) desk.state.set({ entries: waiting, figures: waiting })
  load(desk)
}

const turns = new Map<string, symbol>()

export async function loadOne<Name extends keyof Data>({ client, state }: Desk, name: Name): Promise<void> {
  const turn = Symbol()
  turns.set(name, turn)
  const answer = await asks[name](client.api, state.get())
  // a later question has been asked, or nobody is here any more
  if (turns.get(name) !== turn || state.get().session.kind !== 'in') return
  const before: Loaded<Data[Name]> = shown(state.get())[name]
  state.set({ [name]: answer.ok ? { kind: 'ready', value: answer.value } : failed(answer.error, before) })
}

function shown(state: State): { readonly [Name in keyof Data]: Loaded<Data[Name]> } {
  return state
}

async function body<T>(
  asking: Promise<Result<{ readonly body: T }, Problem>>,
): Promise<Result<Exclude<T, undefined>, Problem>> {
  const answer = await asking
  // only an answer to If-None-Match is empty, and that is never sent
  return answer.ok ? ok(answer.value.body as Exclude<T, undefined>) : answer
}

async function items<T>(
  asking: Promise<Result<{ readonly body: { readonly items: T } }, Problem>>,
): Promise<Result<T, Problem>> {
  const answer = await body(asking)
  return answer.ok ? ok(answer.value.items) : answer
}
