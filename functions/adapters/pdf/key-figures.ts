import type { Block } from '../../domain/insight.ts'
import { light } from '../../scene/colours.ts'
import { type Headline, headlines } from '../words/report-words.ts'
import type { Drawing } from './drawn-report.ts'

const air = 12

/** The first of them is what the report is about: larger, and closed by a double rule. Long ones get a row of their own. */
export function keyFigures({ sheet, speaker, report }: Drawing, block: Block): void {
  const { left, right } = sheet.paper
  const [first, ...others] = headlines(speaker, report, block)
  if (!first) return
  const room = right - left
  const sizeIn =
    (width: number, wanted: number) =>
    ({ value }: Headline) =>
      sheet.sizeFor(value, width - air, { size: wanted, bold: true })
  const isLong =
    sizeIn(room * 0.32, 26)(first) < 18 || others.some((one) => sizeIn((room * 0.66) / others.length, 15)(one) < 11)

  sheet.y += 4
  const top = sheet.y
  sheet.rule(top, left, right, light.ink, 1)
  const from = isLong ? 0 : room * 0.34
  const width = (room - from) / others.length
  const size = Math.min(...others.map(sizeIn(width, 15)))
  const large = sizeIn(isLong ? room : from - air, 26)(first)
  put(first, left, isLong ? room : from, large)
  const ruled = Math.max(sheet.width(first.value, { size: large, bold: true }), 40)
  sheet.doubleRule(top + 47.5, left, left + ruled, light.accent)
  if (isLong) sheet.y += 68
  for (const [place, one] of others.entries()) put(one, left + from + place * width, width, size)
  sheet.y += 98

  function put({ label, value, note }: Headline, x: number, wide: number, of: number): void {
    const { y } = sheet
    const soft = { colour: light['ink-2'], room: wide - air }
    sheet.tag('P', () => {
      // lines of one tag are read as one word, but for the space
      sheet.put(`${label} `, x, y + 15, { ...soft, size: 8.5 })
      sheet.put(`${value} `, x, y + 42, { size: of, bold: true })
      sheet.put(note, x, y + 60, { ...soft, size: 8 })
    })
  }
}
