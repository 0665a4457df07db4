import type { BudgetView } from '../../functions/api/budgets.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import type { Reply } from '../../functions/api/route.ts'
import type { login } from '../../functions/api/sessions.ts'
import type { TransactionView } from '../../functions/api/transactions.ts'
import type { UserView } from '../../functions/api/users.ts'
import type { Client } from '../api.ts'
import type { Waiting } from '../offline/waiting.ts'
import type { Go } from '../router.ts'
import type { Book } from './book.ts'
import type { Loaded } from './loaded.ts'
import { waiting } from './loaded.ts'
import type { Offline } from './offline.ts'
import type { Store } from './store.ts'

/** Where the person is: a path of ours ("/entries") and what follows its question mark. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
}

export type Session =
  | { readonly kind: 'starting' }
  /** Somebody is logged in, but the server cannot be reached to say who. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly user: UserView }

export type SessionView = Reply<typeof login.listSessions>['body']['items'][number]

/** A part of a list; `next` leads to the rest. */
export interface Slice {
  readonly items: readonly TransactionView[]
  readonly next?: string | undefined
}

/** What comes from the server. */
export interface Data {
  readonly book: Book
  readonly figures: InsightsView
  readonly latest: Slice
  readonly entries: Slice
  readonly limits: readonly BudgetView[]
  readonly sessions: readonly SessionView[]
  readonly theirs: Theirs
}

/** Entries as the server has them, for which it did not take a change; nothing for one that is gone there. */
export type Theirs = { readonly [id: string]: TransactionView | undefined }

/** What a dialog over the page is about: without a subject a new one, under an id that is made when it opens. */
export type Dialog =
  /** A new entry, as a line. */
  | { readonly kind: 'say'; readonly id: string }
  /** `values` are what a new one begins with. */
  | {
      readonly kind: 'entry'
      readonly id: string
      readonly entry?: TransactionView | undefined
      readonly values?: Values | undefined
    }
  | { readonly kind: 'limit'; readonly id: string; readonly limit?: BudgetView | undefined }

export type Values = { readonly [field: string]: string }
export type Faults = { readonly [field: string]: string }

/** The form that the person is at; there is one at a time. */
export interface Form {
  readonly name: string
  readonly isBusy: boolean
  /** As they were at the last key; none before it. */
  readonly values: Values | undefined
  /** What is wrong, by field. */
  readonly faults: Faults
  /** What is wrong and no field is to blame for. */
  readonly trouble: string | undefined
}

/** What was just done, and how to take it back. */
export interface Saying {
  readonly words: string
  readonly undo?: Undo | undefined
}

/** Answers with what to say when it did not work. */
export type Undo = () => Promise<string | undefined>

/** All that the page shows. */
export interface State extends Readonly<{ [Name in keyof Data]: Loaded<Data[Name]> }> {
  readonly place: Place
  readonly session: Session
  readonly isOnline: boolean
  /** The page answers its own calls, with a household that nobody has. */
  readonly isSample: boolean
  /** What was done here and the server does not know of yet. */
  readonly waiting: readonly Waiting[]
  /** Categories that somebody may take along out of the sample. */
  readonly carried: readonly CategoryView[] | undefined
  readonly dialog: Dialog | undefined
  readonly form: Form
  readonly said: Saying | undefined
}

/** What pages act with. */
export interface Desk {
  readonly client: Client
  readonly state: Store<State>
  readonly offline: Offline
  readonly go: Go
  /** Whether it is held in a hand: there is little room, and thumbs write. */
  readonly isHeld: () => boolean
  /** The browser's own. */
  readonly locale: string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Does it so many milliseconds later, unless what it hands out is called before. */
  readonly later: (ms: number, task: () => void) => () => void
  /** Remembers, beyond this page, that somebody logged in here: never who, and no token. */
  readonly hint: { readonly read: () => string | undefined; readonly write: (value: string | undefined) => void }
}

export const noForm: Form = { name: '', isBusy: false, values: undefined, faults: {}, trouble: undefined }

export const noData = {
  book: waiting,
  figures: waiting,
  latest: waiting,
  entries: waiting,
  limits: waiting,
  sessions: waiting,
  theirs: waiting,
}

export function firstState(place: Place, isOnline: boolean): State {
  return {
    ...noData,
    place,
    isOnline,
    isSample: false,
    carried: undefined,
    waiting: [],
    session: { kind: 'starting' },
    dialog: undefined,
    form: noForm,
    said: undefined,
  }
}
