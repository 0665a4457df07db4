import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type MaxLengthAction, pipe, safeParse, string } from 'valibot'
import { table } from './table.ts'
import { atMost } from './text.ts'

type Limit = MaxLengthAction<string, number, undefined>

const measuring = suite('the length of a text')

const takes = (limit: Limit, text: string) => safeParse(pipe(string(), limit), text).success

measuring('is told in characters, however many units and bytes one of them needs', () => {
  for (const letter of ['a', 'ж', '東', '🛒', '\u{1d11e}']) {
    assert.ok(takes(atMost(120), letter.repeat(120)), letter)
    assert.not.ok(takes(atMost(120), letter.repeat(121)), letter)
  }
})

measuring('is told so wherever the API limits it', () => {
  const limits = limitsIn(table)
  assert.ok(limits.size > 10, `${limits.size}`)
  for (const limit of limits) assert.ok(takes(limit, '🛒'.repeat(limit.requirement)), `${limit.requirement}`)
})

measuring.run()

/** Every limit of a text anywhere in these shapes; lists have limits of the same type. */
function limitsIn(value: unknown, seen = new Set<unknown>(), found = new Set<Limit>()): Set<Limit> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found
  seen.add(value)
  const { type, pipe: actions } = value as { readonly type?: unknown; readonly pipe?: readonly { type: string }[] }
  if (type === 'string') for (const one of actions ?? []) if (one.type === 'max_length') found.add(one as Limit)
  for (const part of Object.values(value)) limitsIn(part, seen, found)
  return found
}
