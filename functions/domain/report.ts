import type { Currency } from './currency.ts'
import type { Day } from './day.ts'
import type { Block } from './insight.ts'
import type { Minor } from './money.ts'
import type { Period } from './period.ts'
import type { Transaction } from './transaction.ts'

export type ReportKind = 'weekly' | 'monthly' | 'custom'

/** One limit as it stood at the end of the period. */
export interface ReportBudget {
  /** Absent for a limit on everything. */
  readonly category?: string
  readonly currency: Currency
  readonly amount: Minor
  readonly spent: Minor
  readonly pace: Minor
  /** Its own, where that is not the report's: a limit for the month, seen at the end of a week. */
  readonly period?: Period
}

/** An entry as the report lists it; names are those of now. */
export interface ReportEntry {
  readonly day: Day
  readonly kind: Transaction['kind']
  readonly payee?: string
  readonly note?: string
  /** The name of its category, or of the parts that it is split into. */
  readonly categories: readonly string[]
  readonly account: string
  readonly currency: Currency
  /** Positive; `kind` says which way. */
  readonly amount: Minor
}

/**
 * Everything that PDF, mail and shelf show, and nothing else: what they cannot find here they must not say. It is kept
 * as `figures.json` beside the PDF.
 */
export interface Report {
  readonly id: string
  readonly kind: ReportKind
  readonly edition: number
  readonly ledger: { readonly name: string; readonly timeZone: string }
  /** Of the reader: language, paper and the writing of numbers follow it. */
  readonly locale: string
  /** When the figures were read, epoch milliseconds; the only clock that a report knows. */
  readonly madeMs: number
  readonly revision: number
  readonly period: Period
  readonly previous: Period
  /** One per currency, the ledger's first. Nothing is added across them. */
  readonly blocks: readonly Block[]
  readonly budgets: readonly ReportBudget[]
  /**
   * Income, expenses and refunds of the period, the largest first; of each currency the `mostListed` largest, whatever
   * their kind.
   */
  readonly entries: readonly ReportEntry[]
  /** By the id of an upper category the colour that the page gives it, from 1; without it colours go by rank. */
  readonly colours?: { readonly [categoryId: string]: number }
}

/** Entries that a report lists of each currency; what is smaller is one line. */
export const mostListed = 60
