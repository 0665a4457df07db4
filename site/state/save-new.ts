import type { NewTransaction } from '../../functions/api/transactions.ts'
import type { Problem } from '../api.ts'
import { titleOf } from '../components/entry.ts'
import { signed } from '../figures.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import type { Book } from './book.ts'
import type { Draft } from './entries.ts'
import { whatIs } from './loaded.ts'
import { create, remove } from './new-entry.ts'
import type { Desk } from './state.ts'
import { write } from './write.ts'

/** Records a new entry, says so, and can take it back for a while. */
export function saveNew(desk: Desk, id: string, draft: NewTransaction): Promise<Problem | undefined> {
  const { api } = desk.client
  return write(desk, create(api, id, draft), t(asks.saved, { what: named(desk, draft) }), ({ body }) =>
    remove(api, body),
  )
}

/** "Mill Lane Bakery, −12.50". */
export function named(desk: Desk, draft: Draft): string {
  return `${titleOf(bookOf(desk), draft)}, ${signed(draft.kind, draft.amount)}`
}

/** Without one, names are those that the entry has by itself. */
export function bookOf({ state }: Desk): Pick<Book, 'categories'> {
  return whatIs(state.get().book) ?? { categories: [] }
}
