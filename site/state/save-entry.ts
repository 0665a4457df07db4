import type { TransactionView } from '../../functions/api/transactions.ts'
import type { Problem } from '../api.ts'
import { titleOf } from '../components/entry.ts'
import * as asks from '../messages/en-forms.ts'
import { t } from '../messages/t.ts'
import { change, type Draft, draftOf, restore } from './entries.ts'
import { remove } from './new-entry.ts'
import { bookOf, named } from './save-new.ts'
import type { Desk } from './state.ts'
import { write } from './write.ts'

type Done = Promise<Problem | undefined>

// Each says what it did, and can be taken back for a while.

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
