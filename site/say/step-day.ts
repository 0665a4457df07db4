import { addDays } from '../../functions/domain/day.ts'
import { wordsFor } from './day-words.ts'
import type { Known } from './known.ts'
import { readSaid } from './read-said.ts'

/** The same line, of so many days later: its words for the day are put in place of what it says of one, or behind it. */
export function stepDay(text: string, days: number, known: Known): string {
  const { day, parts } = readSaid(text, known)
  const next = wordsFor(addDays(day, days), known.today, known.locale)
  const part = parts.find(({ role }) => role === 'day')
  return part ? text.slice(0, part.start) + next + text.slice(part.end) : `${text.trimEnd()} ${next}`.trimStart()
}
