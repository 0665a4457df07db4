import { hasUsual } from '../../domain/report-change.ts'
import { moved } from '../../domain/report-moved.ts'
import { blocksToShow } from '../../domain/report-parts.ts'
import { light } from '../../scene/colours.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import { linesOf } from './runs.ts'

/** Points from line to line. */
const leading = 12.5

/** What the words of the report mean; only of those that were used. */
export function howToRead({ sheet, speaker, report }: Drawing): void {
  const { t } = speaker
  const { left, right } = sheet.paper
  const blocks = blocksToShow(report.blocks)
  const said = [
    t('howSpent'),
    ...(blocks.some(hasUsual) ? [t('howUsual')] : []),
    ...(blocks.some((block) => moved(block).length > 0) ? [t('howMoved')] : []),
    t('howKept'),
    ...(sheet.hasDots ? [t('howDots')] : []),
  ]
  const style = { size: 8.5, colour: light['ink-2'] }
  const room = right - left - 40
  const lines = said.map((words) => linesOf(words, (line) => sheet.width(line, style) <= room).length)
  sheet.need(22 + lines.reduce((sum, count) => sum + count * leading + 5, 0) - leading)
  sheet.section = 'H2'
  heading(sheet, t('howToRead'))
  sheet.y += 22
  for (const words of said) {
    sheet.paragraph(words, left, room, leading, style)
    sheet.y += 5
  }
}
