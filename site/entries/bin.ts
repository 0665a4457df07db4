import type { TransactionView } from '../../functions/api/transactions.ts'
import { problemText } from '../problems.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'

export const binIcon = 'M5 7h14M9 7V4h6v3m-8 0 1 13h8l1-13'

/** To the trash. What it takes comes when it is asked for. */
export async function binThese(desk: Desk, all: readonly TransactionView[]): Promise<void> {
  try {
    await (await import('./entry-acts.ts')).binEntries(desk, all)
  } catch {
    say(desk, problemText({ kind: 'offline' }))
  }
}
