import type { Block } from '../../domain/insight.ts'
import type { ReportBudget } from '../../domain/report.ts'
import { budgetsIn } from '../../domain/report-parts.ts'
import { light } from '../../scene/colours.ts'
import { limitBar, standing } from '../../scene/limit.ts'
import { commonPeriod, limitName, limitState } from '../words/report-words.ts'
import { drawScene } from './draw-scene.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import { sign } from './mark.ts'
import type { Tag } from './tags.ts'

/** Of so many limits the most pressing ones stand on the first page, where it has room for them. */
const mostOnFirstPage = 6
/** Points from one limit to the next. */
const step = 36

/** Answers whether these are all. */
export function firstLimits(drawing: Drawing, budgets: readonly ReportBudget[], x1: number, x2: number): boolean {
  const { sheet } = drawing
  const fitting = Math.floor((sheet.paper.bottom - sheet.y - 24 - 21) / step) + 1
  const first = budgets.slice(0, Math.max(0, Math.min(mostOnFirstPage, fitting)))
  if (first.length > 0) limitTable(drawing, first, x1, x2, budgets.length - first.length)
  return first.length === budgets.length
}

/** All limits in the currency, on the pages that follow. */
export function allLimits(drawing: Drawing, { currency }: Block): void {
  const { sheet, report } = drawing
  sheet.need(90)
  limitTable(drawing, budgetsIn(report.budgets, currency.code), sheet.paper.left, sheet.paper.right, 0)
  sheet.y += 24
}

/** Each with its bar: the track is the limit, the fill what was spent, the tick the pace. */
function limitTable(drawing: Drawing, budgets: readonly ReportBudget[], x1: number, x2: number, more: number): void {
  const { sheet, speaker } = drawing
  const own = commonPeriod(budgets)
  const note = own ? speaker.title(own) : (budgets[0]?.currency.code ?? '')
  heading(sheet, speaker.t('limits'), {
    x1,
    x2,
    note: more > 0 ? speaker.t('moreLimits', { n: more }) : note,
    isBookmarked: more === 0,
  })
  sheet.y += 24
  const body = sheet.root.tag('Table').tag('TBody')
  for (const budget of budgets) {
    sheet.need(21)
    const name = limitName(speaker, budget, own !== undefined && more === 0)
    row(drawing, budget, name, x1, x2, body.tag('TR'))
    const scene = limitBar(budget)
    sheet.artifact(() => void drawScene(sheet, scene, { x: x1, y: sheet.y + 3, width: x2 - x1, scale: 0.5 }))
    sheet.y += step
  }
}

const colours = { over: light.over, near: light.warn, fine: light['ink-2'] }

/** Its name, how it stands, and below the bar what that is made of. */
function row({ sheet, speaker }: Drawing, budget: ReportBudget, name: string, x1: number, x2: number, tag: Tag): void {
  const { t, figure } = speaker
  const { y } = sheet
  const { spent, amount, currency } = budget
  const state = standing(budget)
  const said = limitState(speaker, budget)
  const width = sheet.width(said, { size: 8.5 })
  const made = t('spentOf', { spent: figure(spent, currency), limit: figure(amount, currency) })
  tag
    .tag('TH', { scope: 'Row' })
    .draw(() => void sheet.put(name, x1, y, { size: 8.5, bold: true, room: x2 - x1 - width - 18 }))
  tag.tag('TD').draw(() => void sheet.put(made, x1, y + 21, { size: 8, colour: light['ink-2'], room: x2 - x1 }))
  tag.tag('TD').draw(() => void sheet.put(said, x2, y, { size: 8.5, colour: colours[state], align: 'right' }))
  sheet.artifact(() => sign(sheet, state, x2 - width - 6.5, y - 3))
}
