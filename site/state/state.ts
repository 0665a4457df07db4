import type { AccountView, NetWorthView } from '../../functions/api/accounts.ts'
import type { BudgetView } from '../../functions/api/budgets.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import type { MailView } from '../../functions/api/mail.ts'
import type { ListedPayee, PayeeView } from '../../functions/api/payees.ts'
import type { ReportView, ScheduleView } from '../../functions/api/reports.ts'
import type { Reply } from '../../functions/api/route.ts'
import type { login } from '../../functions/api/sessions.ts'
import type { NewTransaction, TransactionView, transactions } from '../../functions/api/transactions.ts'
import type { UserView } from '../../functions/api/users.ts'
import type { TransactionKind } from '../../functions/domain/transaction.ts'
import type { Client, Problem } from '../api.ts'
import type { Importing } from '../import/importing.ts'
import type { Seen } from '../import/seen.ts'
import type { Waiting } from '../offline/waiting.ts'
import type { Go } from '../router.ts'
import type { Book } from './book.ts'
import type { Draft } from './entries.ts'
import type { Filter } from './filter.ts'
import type { View } from './layout.ts'
import type { EntryList } from './list.ts'
import type { Loaded } from './loaded.ts'
import { waiting } from './loaded.ts'
import type { Offline } from './offline.ts'
import type { Reckoning } from './reckoning.ts'
import type { Shelf, Shelved } from './shelf.ts'
import type { Store } from './store.ts'
import type { Stretches } from './stretches.ts'

/** Where the person is: a path of ours ("/entries") and what follows its question mark. */
export interface Place {
  readonly path: string
  /** In the path of one thing, "/reports/{id}". */
  readonly id?: string | undefined
  readonly query: URLSearchParams
}

export type Session =
  | { readonly kind: 'starting' }
  /** Somebody is logged in, but the server cannot be reached to say who. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly user: UserView }

export type SessionView = Reply<typeof login.listSessions>['body']['items'][number]

export type Trashed = Reply<typeof transactions.listTrash>['body']['items'][number]

/** A part of a list; `next` leads to the rest. */
export interface Slice {
  readonly items: readonly TransactionView[]
  readonly next?: string | undefined
}

export interface PayeeSlice {
  readonly items: readonly ListedPayee[]
  readonly next?: string | undefined
}

/** What comes from the server. */
export interface Data {
  readonly book: Book
  readonly figures: InsightsView
  readonly latest: Slice
  readonly entries: EntryList
  readonly limits: readonly BudgetView[]
  readonly sessions: readonly SessionView[]
  readonly theirs: Theirs
  readonly worth: NetWorthView
  /** The entries behind a figure. */
  readonly why: Slice
  readonly trash: readonly Trashed[]
  readonly reckoning: Reckoning
  readonly payees: PayeeSlice
  /** The second of two periods that are compared; the first is `figures`. */
  readonly others: InsightsView
  /** What is there already of what a file would bring. */
  readonly seen: Seen
  readonly shelf: Shelf
  readonly report: Shelved
  /** What a report can be made of. */
  readonly stretches: Stretches
  readonly schedules: readonly ScheduleView[]
  readonly mail: MailView
}

/** Entries as the server has them, for which it did not take a change; nothing for one that is gone there. */
export type Theirs = { readonly [id: string]: TransactionView | undefined }

/** What a dialog over the page is about: without a subject a new one, under an id that is made when it opens. */
export type Dialog =
  /** A new entry, as a line. */
  | { readonly kind: 'say'; readonly id: string }
  /** `values` or a `draft` are what a new one begins with. */
  | {
      readonly kind: 'entry'
      readonly id: string
      readonly entry?: TransactionView | undefined
      readonly values?: Values | undefined
      readonly draft?: Draft | undefined
      /** What was paid abroad for a new one. */
      readonly original?: NewTransaction['original']
      /** What a new one repeats, today. */
      readonly copyOf?: TransactionView | undefined
    }
  | {
      readonly kind: 'why'
      /** What the figure is called. */
      readonly name: string
      /** On the wire. */
      readonly amount: string
      readonly currency: string
      readonly filter: Filter
      /** Of these kinds alone; without, of all but transfers. */
      readonly kinds?: readonly TransactionKind[]
    }
  | { readonly kind: 'period' }
  /** Of the entries that are chosen, another category, or tags. */
  | { readonly kind: 'refile' }
  | { readonly kind: 'tag' }
  /** The filters of the list; `field` is the one that was asked for. */
  | { readonly kind: 'filters'; readonly field: string }
  | { readonly kind: 'keep-filter' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'make-report' }
  | { readonly kind: 'account'; readonly id: string; readonly account?: AccountView | undefined }
  | { readonly kind: 'category'; readonly id: string; readonly category?: CategoryView | undefined }
  | { readonly kind: 'payee'; readonly payee: PayeeView }
  | { readonly kind: 'limit'; readonly id: string; readonly limit?: BudgetView | undefined }

export type Values = { readonly [field: string]: string }
export type Faults = { readonly [field: string]: string }

/** A form as the person has left it. */
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

/** What a mail's link has led to. */
export type Link =
  | { readonly kind: 'held' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'done' }
  /** A new one was asked for, to this address. */
  | { readonly kind: 'sent'; readonly email: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

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
  /** Of a mail's link, and what became of it: in this page's memory and nowhere else. */
  readonly secret: string | undefined
  readonly link: Link
  /** Reports that are being made or mailed, by their ids, as they are by now. */
  readonly followed: ReadonlyMap<string, ReportView>
  readonly dialog: Dialog | undefined
  /** By their names; one of a dialog has its kind's. */
  readonly forms: { readonly [name: string]: Form | undefined }
  readonly said: Saying | undefined
  /** The part of the list of entries that is drawn. */
  readonly view: View
  /** The line of the list that keys act on. */
  readonly cursor: Cursor | undefined
  /** Entries that are chosen, by their ids. */
  readonly chosen: ReadonlyMap<string, TransactionView>
  /** The entry that is changed in its line, and the field that was pressed. */
  readonly editing: { readonly id: string; readonly field: string } | undefined
  /** The point of a chart that is looked at. */
  readonly probe: Probe | undefined
  /** The file whose entries are to be brought. */
  readonly importing: Importing | undefined
}

/** An entry by its place in its day, from 0. */
export interface Cursor {
  readonly day: string
  readonly place: number
}

export interface Probe {
  /** The chart's. */
  readonly name: string
  /** Which of its points, from 0. */
  readonly at: number
}

/** Forgets where the browser does, as in a private window. */
export interface Kept {
  readonly read: () => string | undefined
  readonly write: (value: string | undefined) => void
}

/** What pages act with. */
export interface Desk {
  readonly client: Client
  readonly state: Store<State>
  readonly offline: Offline
  readonly go: Go
  /** Whether it is held in a hand: there is little room, and thumbs write. */
  readonly isHeld: () => boolean
  /** Whether a line of the list has room for fields. */
  readonly isWide: () => boolean
  /** The browser's own. */
  readonly locale: string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Does it so many milliseconds later, unless what it hands out is called before. */
  readonly later: (ms: number, task: () => void) => () => void
  /** A word that this browser remembers beyond this page, by its name. */
  readonly kept: (name: string) => Kept
  /** Remembers, beyond this page, that somebody of this locale logged in here: never who, and no token. */
  readonly hint: Kept
}

/** Before anything is measured. */
export const firstView: View = { from: 0, to: 1600, row: 44, head: 56 }

/** Nothing is chosen in the list of entries. */
export const noList = { cursor: undefined, chosen: new Map(), editing: undefined }

export const noForm: Form = { name: '', isBusy: false, values: undefined, faults: {}, trouble: undefined }

export const noData = {
  book: waiting,
  figures: waiting,
  latest: waiting,
  entries: waiting,
  limits: waiting,
  sessions: waiting,
  theirs: waiting,
  worth: waiting,
  why: waiting,
  trash: waiting,
  reckoning: waiting,
  payees: waiting,
  others: waiting,
  seen: waiting,
  importing: undefined,
  shelf: waiting,
  report: waiting,
  stretches: waiting,
  schedules: waiting,
  mail: waiting,
  followed: new Map(),
  view: firstView,
  ...noList,
  probe: undefined,
}

export const unpressed = { kind: 'held' } as const

export function firstState(place: Place, isOnline: boolean, secret?: string): State {
  return {
    ...noData,
    place,
    isOnline,
    isSample: false,
    carried: undefined,
    waiting: [],
    secret,
    link: unpressed,
    session: { kind: 'starting' },
    dialog: undefined,
    forms: {},
    said: undefined,
  }
}
