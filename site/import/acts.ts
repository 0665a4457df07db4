import type { AccountView } from '../../functions/api/accounts.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { numberFormat } from '../formats.ts'
import { locale, numberLocale } from '../locale.ts'
import * as words from '../messages/en-import.ts'
import { t } from '../messages/t.ts'
import { problemText } from '../problems.ts'
import { refusalText } from '../refusals.ts'
import { load, loadOne } from '../state/load.ts'
import { whatIs } from '../state/loaded.ts'
import { say } from '../state/screen.ts'
import type { Desk, State } from '../state/state.ts'
import { bring, takeBack } from './bring.ts'
import { usualOrder } from './day-order.ts'
import { draftsOf, type Importing, isTaken, planned, readingOf, spanOf } from './importing.ts'
import type { Usual } from './open-file.ts'
import { readSeen, type Seen } from './seen.ts'

/** Looks at a file; nothing of it leaves the browser by that. */
export async function look(desk: Desk, file: File | undefined): Promise<void> {
  const part = file && (await opening(desk))
  if (!file || !part) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  const opened = part.openFile(file.name, bytes, firstAccount(desk), usual())
  if (!opened.ok) return say(desk, t(words.troubles[opened.error]))
  desk.state.set({ importing: opened.value, seen: { kind: 'waiting' } })
  void loadOne(desk, 'seen')
}

/** What makes a table of a file comes when there is one. */
export async function opening(desk: Desk): Promise<typeof import('./open-file.ts') | undefined> {
  const part = await import('./open-file.ts').catch(() => undefined)
  if (!part) say(desk, problemText({ kind: 'offline' }))
  return part
}

/** Reads it in another way: what was decided about single lines is about other lines by then. */
export function reread(desk: Desk, change: (importing: Importing) => Importing): void {
  const { importing } = desk.state.get()
  if (!importing) return
  const read = { ...change(importing), turned: new Set<string>(), brought: undefined }
  const isElsewhere = read.choice?.accountId !== importing.choice?.accountId
  desk.state.set({ importing: read, ...(isElsewhere && { seen: { kind: 'waiting' } }) })
  void loadOne(desk, 'seen')
}

export function set(desk: Desk, change: Partial<Importing>): void {
  const { importing } = desk.state.get()
  // who left, or looks at another file by now, hears no more of this one
  if (importing) desk.state.set({ importing: { ...importing, ...change } })
}

/** What the ledger has where the file's lines would be. */
export function readSeenOf(api: Api, { importing, book }: State): Promise<Result<Seen, Problem>> {
  const known = whatIs(book)
  const span =
    importing &&
    known &&
    spanOf(readingOf(importing.rows, importing.choice, importing.read, known).found, importing.choice)
  return span ? readSeen(api, span) : Promise.resolve(ok({ entries: [], deleted: new Set<string>() }))
}

/** All that is to be brought, in the order of the file. */
export async function bringAll(desk: Desk): Promise<void> {
  const { importing, book, seen } = desk.state.get()
  const [known, there] = [whatIs(book), whatIs(seen)]
  if (!importing || !known || !there || importing.progress) return
  const { found, missing } = readingOf(importing.rows, importing.choice, importing.read, known)
  const wanted = planned(found, there).filter((one) => isTaken(one, importing))
  const told = (done: number) => set(desk, { progress: { done, of: wanted.length } })
  const { api } = desk.client
  told(0)
  const problem = missing && (await (await opening(desk))?.addMissing(api, missing, draftsOf(wanted)))
  const brought = problem ? { ids: [], already: 0, problem } : await bring(api, wanted, told)
  const before = importing.brought?.ids ?? []
  set(desk, {
    progress: undefined,
    turned: new Set(),
    brought: { ...brought, ids: [...before, ...brought.ids] },
  })
  load(desk)
}

/** Deletes again what this file has brought. */
export async function undoAll(desk: Desk): Promise<void> {
  const ids = desk.state.get().importing?.brought?.ids ?? []
  const undone = await takeBack(desk.client.api, ids)
  if (undone.ok) set(desk, { brought: undefined })
  say(desk, undone.ok ? t(words.takenBack, { n: ids.length }) : refusalText(undone.error))
  load(desk)
}

export function firstAccount({ state }: Desk): AccountView | undefined {
  const book = whatIs(state.get().book)
  const asked = state.get().place.query.get('account')
  const open = book?.accounts.filter((one) => !one.archived)
  return open?.find(({ id }) => id === asked) ?? open?.[0]
}

export function usual(): Usual {
  const parts = numberFormat(numberLocale(), {}).formatToParts(1.5)
  return {
    order: usualOrder(locale()),
    sign: parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.',
  }
}
