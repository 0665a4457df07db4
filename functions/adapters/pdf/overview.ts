import type { Block } from '../../domain/insight.ts'
import { budgetsIn } from '../../domain/report-parts.ts'
import { light } from '../../scene/colours.ts'
import { brand } from '../words/catalogue.ts'
import { kindName, sentence } from '../words/report-words.ts'
import { howItWent } from './charts.ts'
import type { Drawing } from './drawn-report.ts'
import { keyFigures } from './key-figures.ts'
import { firstLimits } from './limits.ts'
import { mark } from './mark.ts'
import { partsList } from './parts-list.ts'

/**
 * One page that says it all: the sentence, the figures, how it went before, where it went, and the limits. Answers
 * whether all limits had room.
 */
export function overview(drawing: Drawing, block: Block, isFirst: boolean): boolean {
  const { sheet, speaker, report } = drawing
  const { left, right } = sheet.paper
  sheet.page()
  if (isFirst) titled(drawing)
  else inCurrency(drawing, block)

  sheet.paragraph(sentence(speaker, report, block), left, right - left, 19, { size: 12.5 })
  keyFigures(drawing, block)
  howItWent(drawing, block)

  const budgets = budgetsIn(report.budgets, block.currency.code)
  const middle = left + (right - left) * 0.59
  const { y } = sheet
  const hasParts = partsList(drawing, block, left, budgets.length > 0 ? middle - 14 : right)
  const lowest = sheet.y
  sheet.y = y
  const hasAll = firstLimits(drawing, budgets, hasParts ? middle + 14 : left, right)
  sheet.y = Math.max(sheet.y, lowest)
  return hasAll
}

function titled({ sheet, speaker, report }: Drawing): void {
  const { left, right } = sheet.paper
  const { title } = speaker
  sheet.bookmark(title(report.period), true)
  sheet.artifact(() => {
    mark(sheet, left, 51, 13)
    sheet.put(brand, left + 19, 62, { size: 11, bold: true })
    const about = `${kindName(speaker, report)} · ${report.ledger.name}`
    sheet.put(about, right, 62, { size: 8.5, colour: light['ink-2'], align: 'right', room: 300 })
  }, 'Pagination')
  const size = sheet.sizeFor(title(report.period), right - left, { size: 32, bold: true })
  sheet.tag('H1', () => void sheet.put(title(report.period), left - 1.5, 112, { size, bold: true }))
  sheet.y = 144
}

function inCurrency({ sheet, speaker }: Drawing, { currency }: Block): void {
  const { left, right } = sheet.paper
  const name = speaker.t('inCurrency', { name: speaker.currencyName(currency.code), code: currency.code })
  sheet.section = 'H3'
  sheet.bookmark(name, true)
  const size = sheet.sizeFor(name, right - left, { size: 22, bold: true })
  sheet.tag('H2', () => void sheet.put(name, left - 1, 100, { size, bold: true }))
  sheet.y = 128
}
