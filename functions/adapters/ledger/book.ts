import type { Kysely } from 'kysely'
import type { Draft } from '../../domain/draft.ts'
import type { AccountId, CategoryId, LedgerId, PayeeId } from '../../domain/ids.ts'
import type { Book, BookAccount, BookCategory } from '../../domain/settle.ts'
import type { CategoryKind } from '../../domain/transaction.ts'
import type { Ids } from '../../ports/ids.ts'
import { type Piece, rowsOf } from '../sql/piece.ts'
import { among } from './bulk.ts'
import { nameKey } from './name-key.ts'
import { currencyFrom } from './rows.ts'
import type { LedgerTables } from './schema.ts'

/** A payee as it is stored: its own name, and where it was merged into. */
export interface KnownPayee {
  readonly id: PayeeId
  readonly name: string
  readonly into?: { readonly id: PayeeId; readonly name: string }
}

/** The book that drafts are settled against, and what else the write door wants to know. */
export interface OpenBook extends Book {
  payeeOf(id: PayeeId): KnownPayee | undefined
  /** Payees that drafts named and nobody had named before; they are yet to be written. */
  readonly newPayees: readonly { readonly id: PayeeId; readonly name: string }[]
  readonly hasBudgets: boolean
}

/** Reads all that the drafts lean on, and payees by id for what comes back from the trash: one statement. */
export async function openBook(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  drafts: readonly Draft[],
  payeeIds: readonly PayeeId[],
  ids: Ids,
): Promise<OpenBook> {
  const asked = questions(ledgerId, drafts, payeeIds)
  const rows = await rowsOf<BookRow>(db, {
    text: asked.map(({ text }) => text).join(' union all '),
    values: asked.flatMap(({ values }) => values),
  })
  const of = (what: BookRow['what']) => rows.filter((row) => row.what === what)

  const accounts = new Map(of('account').map((row) => [row.id, accountFrom(row)]))
  const [usual] = of('usual').map(accountFrom)
  const categories = new Map(of('category').map((row) => [row.id, categoryFrom(row)]))
  const payees = new Map(of('payee').map((row) => [row.name_key, payeeFrom(row)]))
  const payeesById = new Map([...payees.values()].map((payee) => [payee.id, payee]))
  const newPayees: { readonly id: PayeeId; readonly name: string }[] = []

  return {
    account: (id) => (id === undefined ? usual : accounts.get(id)),
    category: (id) => categories.get(id),
    payee(name) {
      const known = payees.get(nameKey(name))
      if (known) return known.into ?? { id: known.id, name: known.name }
      const made = { id: ids.next() as PayeeId, name: name.trim() }
      payees.set(nameKey(name), made)
      newPayees.push(made)
      return made
    },
    payeeOf: (id) => payeesById.get(id),
    newPayees,
    hasBudgets: of('budget').length > 0,
  }
}

/** One shape for all that is read at once; which columns mean something depends on `what`. */
interface BookRow {
  readonly what: 'account' | 'usual' | 'category' | 'payee' | 'budget'
  readonly id: string
  /** A currency's code, or the kind of a category. */
  readonly word: string
  readonly name: string
  readonly name_key: string
  readonly merged_into: string | null
  readonly merged_name: string | null
  readonly digits: bigint | number | string
  readonly archived: bigint | number | string
}

const account = `id, currency as word, name, name_key, null as merged_into, null as merged_name, digits, archived`
const category = (of: string) =>
  `'category', ${of}.id, ${of}.kind, ${of}.name, ${of}.name_key, ${of}.merged_into, null, 0, ${of}.archived`

function questions(ledgerId: LedgerId, drafts: readonly Draft[], payeeIds: readonly PayeeId[]): Piece[] {
  const accounts = named(drafts.flatMap((draft) => [draft.accountId, draft.toAccountId]))
  const categories = named(drafts.flatMap((draft) => [draft.categoryId, ...categoriesOf(draft)]))
  const names = named(drafts.map(({ payee }) => payee && nameKey(payee)))
  const usual = drafts.some(({ accountId }) => accountId === undefined)

  const asked: Piece[] = [
    {
      text: `select 'account' as what, ${account} from accounts where ledger_id = ? and id in ${among(accounts).text}`,
      values: [ledgerId, ...among(accounts).values],
    },
    {
      text: `select 'budget', '-', '-', '-', '-', null, null, 0, 0 from ledgers where id = ? and exists
        (select 1 from budgets where ledger_id = ? and archived = 0)`,
      values: [ledgerId, ledgerId],
    },
  ]
  if (usual) {
    asked.push({
      text: `select * from (select 'usual', ${account} from accounts where ledger_id = ? and archived = 0
        order by created_ms, id limit 1) usual`,
      values: [ledgerId],
    })
  }
  if (categories.size > 0) {
    const { text, values } = among(categories)
    asked.push(
      {
        text: `select ${category('c')} from categories c where ledger_id = ? and id in ${text}`,
        values: [ledgerId, ...values],
      },
      {
        text: `select ${category('m')} from categories c join categories m on m.ledger_id = c.ledger_id
          and m.id = c.merged_into where c.ledger_id = ? and c.id in ${text}`,
        values: [ledgerId, ...values],
      },
    )
  }
  if (names.size > 0) asked.push(payeesBy('name_key', ledgerId, names))
  if (payeeIds.length > 0) asked.push(payeesBy('id', ledgerId, payeeIds))
  return asked
}

function payeesBy(column: 'name_key' | 'id', ledgerId: LedgerId, wanted: Iterable<string>): Piece {
  const { text, values } = among(wanted)
  return {
    text: `select 'payee', p.id, '-', p.name, p.name_key, m.id, m.name, 0, 0 from payees p left join payees m
      on m.ledger_id = p.ledger_id and m.id = p.merged_into where p.ledger_id = ? and p.${column} in ${text}`,
    values: [ledgerId, ...values],
  }
}

const named = (ids: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(ids.filter((id) => id !== undefined))

const categoriesOf = ({ splits = [] }: Draft) => splits.map(({ categoryId }) => categoryId)

function accountFrom(row: BookRow): BookAccount {
  return {
    id: row.id as AccountId,
    currency: currencyFrom(row.word, row.digits),
    archived: Number(row.archived) === 1,
  }
}

function categoryFrom(row: BookRow): BookCategory {
  return {
    id: row.id as CategoryId,
    kind: row.word as CategoryKind,
    archived: Number(row.archived) === 1,
    ...(row.merged_into !== null && { mergedInto: row.merged_into as CategoryId }),
  }
}

function payeeFrom(row: BookRow): KnownPayee {
  return {
    id: row.id as PayeeId,
    name: row.name,
    ...(row.merged_into !== null && { into: { id: row.merged_into as PayeeId, name: row.merged_name ?? '' } }),
  }
}
