import type { TransactionView } from '../../functions/api/transactions.ts'
import type { Problem } from '../api.ts'
import { titleOf } from '../components/entry.ts'
import { signed } from '../figures.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import type { Book } from './book.ts'
import { change, create, type Draft, draftOf, remove, restore } from './entries.ts'
import { whatIs } from './loaded.ts'
import type { Desk } from './state.ts'
import { write } from './write.ts'

type Done = Promise<Problem | undefined>

// Each says what it did, and can be taken back for a while.

export function saveNew(desk: Desk, id: string, draft: Draft): Done {
  const { api } = desk.client
  return write(desk, create(api, id, draft), t(asks.saved, { what: named(desk, draft) }), ({ body }) =>
    remove(api, body),
  )
}

export function saveChange(desk: Desk, entry: TransactionView, draft: Draft): Done {
  const { api } = desk.client
  return write(desk, change(api, entry, draft), t(asks.changed, { what: named(desk, draft) }), ({ body }) =>
    change(api, body, draftOf(entry)),
  )
}

export function bin(desk: Desk, entry: TransactionView): Done {
  const { api } = desk.client
  const what = titleOf(bookOf(desk), entry)
  return write(desk, remove(api, entry), t(asks.deleted, { what }), () => restore(api, entry))
}

function named(desk: Desk, draft: Draft): string {
  return `${titleOf(bookOf(desk), draft)}, ${signed(draft.kind, draft.amount)}`
}

/** Without one, names are those that the entry has by itself. */
function bookOf({ state }: Desk): Pick<Book, 'categories'> {
  return whatIs(state.get().book) ?? { categories: [] }
}
