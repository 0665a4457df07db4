import type { Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'
import { refusalText } from '../refusals.ts'
import { load } from './load.ts'
import { close, say } from './screen.ts'
import type { Desk } from './state.ts'

type Doing<T> = Promise<Result<T, Problem>>

/** Does it, says so, closes the dialog, loads again what the page shows, and offers to take it back. */
export async function write<T>(
  desk: Desk,
  doing: Doing<T>,
  words: string,
  undo?: (done: T) => Doing<unknown>,
): Promise<Problem | undefined> {
  const done = await doing
  if (!done.ok) return done.error
  say(desk, words, undo && (() => undoing(desk, undo(done.value))))
  close(desk)
  void load(desk)
  return undefined
}

async function undoing(desk: Desk, doing: Doing<unknown>): Promise<string | undefined> {
  const done = await doing
  void load(desk)
  return done.ok ? undefined : refusalText(done.error)
}
