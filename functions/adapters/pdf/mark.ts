import { light } from '../../scene/colours.ts'
import type { Sheet } from './sheet.ts'

/** The mark of Outlay: a coin over a double rule, so many points across. */
export function mark({ document }: Sheet, x: number, y: number, size: number): void {
  const unit = size / 18
  document
    .circle(x + 9 * unit, y + 7 * unit, 6 * unit)
    .lineWidth(2.7 * unit)
    .stroke(light.ink)
  for (const down of [16.2, 19.2]) {
    document
      .moveTo(x, y + down * unit)
      .lineTo(x + size, y + down * unit)
      .lineWidth(1.3 * unit)
      .stroke(light.ink)
  }
}

/** Beyond a limit: an octagon. Near it: a triangle. Never colour alone. */
export function sign({ document }: Sheet, state: 'over' | 'near' | 'fine', x: number, y: number): void {
  if (state === 'fine') return
  const points =
    state === 'over'
      ? Array.from({ length: 8 }, (_, n) => [
          3.2 * Math.sin((Math.PI / 8) * (2 * n + 1)),
          3.2 * Math.cos((Math.PI / 8) * (2 * n + 1)),
        ])
      : [
          [0, -3.2],
          [3.4, 2.8],
          [-3.4, 2.8],
        ]
  const path = points.map(
    ([across = 0, down = 0], n) => `${n ? 'L' : 'M'}${(x + across).toFixed(2)} ${(y + down).toFixed(2)}`,
  )
  const colour = state === 'over' ? light.over : light.warn
  document
    .path(`${path.join('')}Z`)
    .lineWidth(0.9)
    .stroke(colour)
  document
    .moveTo(x, y - 1.4)
    .lineTo(x, y + 0.6)
    .lineWidth(0.9)
    .stroke(colour)
  document.circle(x, y + 1.8, 0.5).fill(colour)
}
