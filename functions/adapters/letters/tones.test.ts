import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dark, light } from '../../scene/colours.ts'
import type { ShapeRole } from '../../scene/scene.ts'
import { luminance, toneOf } from './tones.ts'

const roles: readonly ShapeRole[] = ['income', 'expense', 'before', 'usual', 'zero', 'warn', 'over', 'pace', 'net']
const parts = Array.from({ length: 11 }, (_, n) => `c${n}` as ShapeRole)

const tones = suite('the tones of a mail’s pictures')

tones('stand out from a light ground and from a dark one', () => {
  const contrast = (one: string, other: string) => {
    const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x)
    return (a + 0.05) / (b + 0.05)
  }
  for (const role of [...roles, ...parts]) {
    for (const ground of [light.sheet, dark.sheet]) {
      assert.ok(contrast(toneOf(role), ground) >= 2.9, `${role} on ${ground}: ${contrast(toneOf(role), ground)}`)
    }
  }
})

tones('differ from category to category', () => {
  assert.is(new Set(parts.map(toneOf)).size, parts.length)
})

tones.run()
