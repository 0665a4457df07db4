import type { Role } from '../../domain/role.ts'
import type { CategoryKind, TransactionKind } from '../../domain/transaction.ts'
import type { Flag, Whole } from '../sql/columns.ts'

/**
 * The tables of the ledger plane, as `migrations/` makes them. Ids are UUID text; days and months are 'YYYY-MM-DD';
 * `…_ms` are epoch milliseconds; amounts are minor units; names ending in `_key` are folded text made by us, at most
 * 480 characters and never ending in a space (MySQL compares as if trailing spaces were not there).
 * In raw SQL name `lines` by `sql.table`: the word is reserved in MySQL.
 */
export interface LedgerTables {
  ledgers: LedgersTable
  ledger_rules: LedgerRulesTable
  principals: PrincipalsTable
  memberships: MembershipsTable
  accounts: AccountsTable
  categories: CategoriesTable
  payees: PayeesTable
  transactions: TransactionsTable
  lines: LinesTable
  tags: TagsTable
  totals: TotalsTable
  terms: TermsTable
  trash: TrashTable
  origins: OriginsTable
  budgets: BudgetsTable
  budget_limits: BudgetLimitsTable
  limit_rules: LimitRulesTable
  alerts: AlertsTable
  api_tokens: ApiTokensTable
  statements: StatementsTable
  open_items: OpenItemsTable
}

export interface LedgersTable {
  id: string
  name: string
  currency: string
  digits: Whole
  time_zone: string
  /** ISO weekday, 1 is Monday. */
  first_weekday: Whole
  /** Raised first in every write: the ledger's lock, the ETag of its lists, the watermark of reports. */
  revision: Whole
  created_ms: Whole
}

export interface LedgerRulesTable {
  ledger_id: string
  effective_from: string
  /** Canonical, as `month:25`. */
  rule: string
}

export interface PrincipalsTable {
  user_id: string
  default_ledger_id: string
  /** Tokens issued before this are no longer good. */
  valid_from_ms: Whole
  state: 'active' | 'leaving'
}

export interface MembershipsTable {
  ledger_id: string
  user_id: string
  role: Role
}

export interface AccountsTable {
  ledger_id: string
  id: string
  version: Whole
  name: string
  /** Unique in its ledger. */
  name_key: string
  kind: 'cash' | 'bank' | 'card' | 'savings'
  currency: string
  digits: Whole
  opening_balance: Whole
  opening_day: string
  /** The opening balance and every entry since, kept by the write door. */
  balance: Whole
  archived: Flag
  created_ms: Whole
  touched_ms: Whole
}

export interface CategoriesTable {
  ledger_id: string
  id: string
  version: Whole
  name: string
  /** Unique among the children of one parent, per kind. */
  name_key: string
  kind: CategoryKind
  parent_id: string | null
  /** The parent's id, '-' for none: NULLs differ in unique keys. */
  parent_key: string
  /** The category that reads put in this one's place; never a chain. */
  merged_into: string | null
  /** What it was merged into, which may itself have been merged since: taking one merge back leaves the others. */
  merge_target: string | null
  archived: Flag
  /** The preset's key, for as long as its name may be translated. */
  preset: string | null
  created_ms: Whole
  touched_ms: Whole
}

export interface PayeesTable {
  ledger_id: string
  id: string
  version: Whole
  name: string
  /** Unique in its ledger. */
  name_key: string
  /** As in categories, and so is the next. */
  merged_into: string | null
  merge_target: string | null
  created_ms: Whole
  touched_ms: Whole
}

export interface TransactionsTable {
  ledger_id: string
  id: string
  version: Whole
  kind: TransactionKind
  day: string
  /** The first day of the day's calendar month. */
  month: string
  amount: Whole
  currency: string
  digits: Whole
  account_id: string
  to_account_id: string | null
  to_amount: Whole | null
  to_currency: string | null
  to_digits: Whole | null
  category_id: string | null
  payee_id: string | null
  note: string | null
  /** A JSON array of text; '' for none. */
  tags: string
  original_amount: Whole | null
  original_currency: string | null
  original_digits: Whole | null
  /** How many splits it has; 0 for an unsplit entry, whose one line says nothing that this row does not. */
  split_count: Whole
  /** SHA-256 (hex) of the canonical body it was made from: tells a retry from another entry with the same id. */
  body_hash: string
  created_ms: Whole
  touched_ms: Whole
}

/** One per split, exactly one for an unsplit entry; a transfer has one, on the account that the money leaves. */
export interface LinesTable {
  ledger_id: string
  tx_id: string
  /** Its place in the entry, from 0. */
  n: Whole
  category_id: string | null
  payee_id: string | null
  account_id: string
  kind: TransactionKind
  currency: string
  day: string
  month: string
  amount: Whole
  note: string | null
}

export interface TagsTable {
  ledger_id: string
  tag_key: string
  day: string
  tx_id: string
  tag: string
}

export interface TotalsTable {
  ledger_id: string
  face: 'kind' | 'category' | 'account' | 'payee'
  /** A day, or a calendar month. */
  grain: 'd' | 'm'
  start: string
  /** '-' for none; face category has '+' for income without one. */
  key_id: string
  currency: string
  plus: Whole
  minus: Whole
  n: Whole
  touched_ms: Whole
}

export interface TermsTable {
  ledger_id: string
  /** A folded word of payee or note, at most 40 characters. */
  term: string
  day: string
  tx_id: string
}

export interface TrashTable {
  ledger_id: string
  tx_id: string
  version: Whole
  /** The whole entry as JSON. */
  body: string
  deleted_ms: Whole
  deleted_by: string
}

/** What a row was made from, if somebody sent a body for it: tells a repeat from another row under the same id. */
export interface OriginsTable {
  ledger_id: string
  list: 'accounts' | 'categories' | 'payees' | 'budgets'
  row_id: string
  /** As in transactions. */
  body_hash: string
}

export interface BudgetsTable {
  ledger_id: string
  id: string
  version: Whole
  /** NULL is a limit for everything. */
  category_id: string | null
  currency: string
  digits: Whole
  rule: string
  archived: Flag
  created_ms: Whole
  touched_ms: Whole
}

export interface BudgetLimitsTable {
  ledger_id: string
  budget_id: string
  effective_from: string
  amount: Whole
}

/** The rule that a limit's periods went by, where its budget has another one by now. */
export interface LimitRulesTable {
  ledger_id: string
  budget_id: string
  effective_from: string
  rule: string
}

/** A limit that was crossed, written with the entry that crossed it; the mails about it come later. */
export interface AlertsTable {
  ledger_id: string
  budget_id: string
  period_start: string
  /** Percent of the limit. */
  threshold: Whole
  id: string
  period_end: string
  /** What was spent when it was crossed, and the limit then. */
  amount: Whole
  limit_amount: Whole
  currency: string
  digits: Whole
  crossed_ms: Whole
  /** `telling`: a mail may have gone out. `outdone`: not told, for a worse one of the same period waits to be. */
  state: 'crossed' | 'telling' | 'outdone' | 'settled'
  lease_until: Whole
  attempts: Whole
}

export interface ApiTokensTable {
  id: string
  /** SHA-256 (hex). */
  token_hash: string
  user_id: string
  /** NULL reaches all of the user's ledgers. */
  ledger_id: string | null
  name: string
  scope: 'read' | 'write'
  created_ms: Whole
  last_used_ms: Whole | null
  expires_ms: Whole | null
  revoked_ms: Whole | null
}

/** What the bank said was in an account at the end of a day, and the entries agreed with. */
export interface StatementsTable {
  ledger_id: string
  account_id: string
  day: string
  balance: Whole
  touched_ms: Whole
}

/** Entries up to the day of a statement that were not on it. Their entry may have gone since: they count while it is there. */
export interface OpenItemsTable {
  ledger_id: string
  account_id: string
  /** The statement's. */
  day: string
  tx_id: string
}
