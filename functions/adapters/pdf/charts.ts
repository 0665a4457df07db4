import type { Block } from '../../domain/insight.ts'
import { light } from '../../scene/colours.ts'
import type { ShapeRole } from '../../scene/scene.ts'
import { daysOf, daysScene, hasTrend, trendScene, usualSpending } from '../words/report-scenes.ts'
import { trendHeading } from '../words/report-words.ts'
import { figure, labelSize } from './draw-scene.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import type { Sheet } from './sheet.ts'

const axis = 30
/** Points between two labels, at least. */
const apart = 5

/** Period by period; and for a short one its days beside that. */
export function howItWent(drawing: Drawing, block: Block): void {
  if (!hasTrend(block)) return
  const { sheet, speaker, report } = drawing
  const { left, right } = sheet.paper
  const days = daysOf(block, report.period)
  const x1 = days.length > 0 ? (left + right) / 2 + 18 : left
  const { y } = sheet
  if (days.length > 0) {
    const width = x1 - 36 - left
    heading(sheet, speaker.t('dayByDay'), { x1: left, x2: left + width, note: block.currency.code })
    figure(sheet, daysScene(speaker, block, days, true), { x: left, y: y + 8, width, scale: 0.765, axis })
  }
  trendBars(drawing, block, x1, right, days.length > 0)
}

function trendBars({ sheet, speaker, report }: Drawing, block: Block, x1: number, x2: number, isNarrow: boolean): void {
  const { t, figure: write } = speaker
  const usual = usualSpending(block)
  heading(sheet, trendHeading(speaker, report), { x1, x2, note: block.currency.code })
  const widest = Math.max(...block.trend.map((one) => sheet.width(speaker.label(one), { size: labelSize, bold: true })))
  const places = Math.ceil((widest + apart) / ((x2 - x1 - axis) / block.trend.length))
  const scene = trendScene(speaker, block, Math.max(isNarrow ? 3 : 1, places))
  const scale = isNarrow || sheet.paper.size === 'LETTER' ? 0.62 : 0.8
  sheet.y += 22 + figure(sheet, scene, { x: x1, y: sheet.y + 8, width: x2 - x1, scale, axis })
  legend(sheet, isNarrow ? x1 : x1 + axis, [
    ['income', t('income')],
    ['expense', t('spent')],
    ...(usual === undefined ? [] : [['usual', t('usuallySpent', { amount: write(usual, block.currency) })] as const]),
  ])
  sheet.y += 38
}

/** What the marks of a chart mean. */
function legend(sheet: Sheet, x: number, marks: readonly (readonly [role: ShapeRole, words: string])[]): void {
  let at = x
  for (const [role, words] of marks) {
    const from = at
    sheet.artifact(() => swatch(sheet, role, from, sheet.y - 6))
    sheet.tag('P', () => {
      at += 18 + sheet.put(`${words} `, from + 18, sheet.y, { size: 8, colour: light['ink-2'] }) + 9
    })
  }
}

function swatch({ document }: Sheet, role: ShapeRole, x: number, y: number): void {
  if (role === 'usual') {
    document
      .save()
      .moveTo(x, y + 3.5)
      .lineTo(x + 13, y + 3.5)
    document.lineWidth(0.75).dash(2, { space: 2.5 }).stroke(light.ink)
    document.restore()
  } else if (role === 'income') {
    document
      .rect(x + 0.45, y + 0.45, 12.1, 6.1)
      .lineWidth(0.9)
      .fillAndStroke('#ffffff', light.income)
  } else {
    document.rect(x, y, 13, 7).fill(light.expense)
  }
}
