import { light } from '../../scene/colours.ts'
import type { Sheet } from './sheet.ts'

export interface Heading {
  readonly x1?: number
  readonly x2?: number
  /** Quiet, at the right. */
  readonly note?: string
  readonly isBookmarked?: boolean
}

/** A section begins with a rule and its heading; what comes next stands 24 points further down. */
export function heading(sheet: Sheet, text: string, { x1, x2, note, isBookmarked = true }: Heading = {}): void {
  const [from, to] = [x1 ?? sheet.paper.left, x2 ?? sheet.paper.right]
  sheet.rule(sheet.y - 17, from, to, light.ink, 1)
  if (isBookmarked) sheet.bookmark(text)
  sheet.tag(sheet.section, () => void sheet.put(text, from, sheet.y, { size: 12, bold: true, room: to - from }))
  const room = to - from - sheet.width(text, { size: 12, bold: true }) - 12
  if (note && sheet.width(note, { size: 8 }) <= room) {
    sheet.tag('P', () => void sheet.put(note, to, sheet.y, { size: 8, colour: light['ink-2'], align: 'right' }))
  }
}
