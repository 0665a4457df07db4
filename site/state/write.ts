import type { Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'
import { refusalText } from '../refusals.ts'
import { load } from './load.ts'
import { close, say } from './screen.ts'
import type { Desk } from './state.ts'

type Doing<T> = Promise<Result<T, Problem>>

/**
 * Does it, says so, closes the dialog that it was begun in, loads again what the page shows, and offers to take it back.
 * Who has left that dialog meanwhile hears here of what went wrong.
 */
export async function write<T>(
  desk: Desk,
  doing: Doing<T>,
  words: string,
  undo?: (done: T) => Doing<unknown>,
): Promise<Problem | undefined> {
  const { dialog } = desk.state.get()
  const done = await doing
  // another one may be open by now, with what somebody is typing
  const isSame = desk.state.get().dialog === dialog
  if (!done.ok) {
    if (!isSame) say(desk, refusalText(done.error))
    return done.error
  }
  say(desk, words, undo && (() => undoing(desk, undo(done.value))))
  if (isSame) close(desk)
  void load(desk)
  return undefined
}

async function undoing(desk: Desk, doing: Doing<unknown>): Promise<string | undefined> {
  const done = await doing
  void load(desk)
  return done.ok ? undefined : refusalText(done.error)
}
