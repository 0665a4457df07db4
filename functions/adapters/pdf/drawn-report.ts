import type { Block } from '../../domain/insight.ts'
import type { Report } from '../../domain/report.ts'
import { formatReport } from '../../domain/report-file.ts'
import { blocksToShow } from '../../domain/report-parts.ts'
import { light } from '../../scene/colours.ts'
import { cleaned } from '../words/clean.ts'
import { kindName } from '../words/report-words.ts'
import { type Speaker, speakerOf } from '../words/speaker.ts'
import { attach } from './attached.ts'
import { categoryPages } from './categories.ts'
import { entryPages } from './entries.ts'
import { faces } from './faces.ts'
import { howToRead } from './how-to-read.ts'
import { allLimits } from './limits.ts'
import { mark } from './mark.ts'
import { overview } from './overview.ts'
import { paperFor } from './paper.ts'
import { runsOf } from './runs.ts'
import { Sheet } from './sheet.ts'

/** What every part of a report is drawn from. */
export interface Drawing {
  readonly sheet: Sheet
  readonly speaker: Speaker
  readonly report: Report
}

/** The whole report as a PDF. The same report gives the same bytes. */
export async function drawnReport(given: Report): Promise<Uint8Array> {
  const report = cleaned(given)
  const { regular, semibold } = await faces()
  const isDrawn = (text: string) =>
    runsOf(text, (letter) => regular.has(letter)).every(({ actual }) => actual === undefined)
  const speaker = speakerOf(report.locale, isDrawn)
  const { t, title } = speaker
  const made = new Date(report.madeMs)
  const about = {
    title: t('documentTitle', {
      title: title(report.period),
      kind: kindName(speaker, report),
      ledger: report.ledger.name,
    }),
    language: speaker.tag,
    made,
    key: `${report.id} ${report.edition}`,
  }
  const sheet = new Sheet(paperFor(report.locale), { regular, semibold }, about)
  const drawing = { sheet, speaker, report }

  for (const [place, block] of blocksToShow(report.blocks).entries()) drawBlock(drawing, block, place === 0)
  howToRead(drawing)
  furniture(drawing)
  attach(sheet.document, 'figures.json', 'application/json', Buffer.from(formatReport(given)), made)
  return sheet.finish()
}

function drawBlock(drawing: Drawing, block: Block, isFirst: boolean): void {
  const hasAllLimits = overview(drawing, block, isFirst)
  categoryPages(drawing, block)
  if (!hasAllLimits) allLimits(drawing, block)
  entryPages(drawing, block)
}

/** What stands on every page: whose it is, as of when, and which page it is. */
function furniture({ sheet, speaker, report }: Drawing): void {
  const { left, right, height } = sheet.paper
  const { t, title, moment } = speaker
  const { start, count } = sheet.document.bufferedPageRange()
  const soft = { size: 7.5, colour: light['ink-2'] }
  for (let page = start; page < start + count; page++) {
    sheet.document.switchToPage(page)
    sheet.artifact(() => {
      if (page > start) {
        mark(sheet, left, 34, 9)
        sheet.put(title(report.period), left + 14, 41, { ...soft, size: 8 })
        sheet.put(report.ledger.name, right, 41, { ...soft, size: 8, align: 'right', room: (right - left) / 2 })
      }
      const asOf = { moment: moment(report.madeMs, report.ledger.timeZone), edition: report.edition }
      sheet.put(t('asOf', asOf), left, height - 38, soft)
      sheet.put(t('pageOf', { page: page - start + 1, pages: count }), right, height - 38, { ...soft, align: 'right' })
    }, 'Pagination')
  }
}
