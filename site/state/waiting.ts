import type { TransactionView } from '../../functions/api/transactions.ts'
import * as words from '../messages/en-waiting.ts'
import { t } from '../messages/t.ts'
import type { Waiting } from '../offline/waiting.ts'
import { open, say } from './screen.ts'
import type { Desk } from './state.ts'

/** It is not sent; what is on the server stays as it is. Can be taken back for a while. */
export async function discard(desk: Desk, item: Waiting): Promise<void> {
  const keeping = await desk.offline.keeping()
  await keeping?.drop(item)
  say(desk, t(words.discarded), async () => {
    await keeping?.put(item)
    return undefined
  })
}

/** Sends it again, over the version that is there now. */
export async function keepMine(desk: Desk, { trouble: _, ...item }: Waiting, there: TransactionView): Promise<void> {
  const { change } = item
  const over = change.do === 'patch' || change.do === 'delete' ? { ...change, version: there.version } : change
  const keeping = await desk.offline.keeping()
  await keeping?.put({ ...item, change: over, before: there })
}

/** Opens the form with what was typed: saved again it takes the place of what was refused. */
export function changeIt(desk: Desk, { id, change }: Waiting): void {
  if (change.do !== 'create') return
  const { original, ...draft } = change.draft
  open(desk, { kind: 'entry', id, draft, original })
}
