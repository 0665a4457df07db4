import type { Report } from '../../domain/report.ts'
import type { AlertLinks, Letter, LimitAlert, Reader, ReportLinks } from '../../ports/letters.ts'
import { alertLetter } from './alert-letter.ts'
import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'
import type { Draft, Picture } from './pieces.ts'
import { reportLetter } from './report-letter.ts'
import { resetLetter } from './reset-letter.ts'
import { verificationLetter } from './verification-letter.ts'

export function report(given: Report, reader: Reader, links: ReportLinks): Promise<Letter> {
  return written(reportLetter(given, reader, links))
}

export function verification(reader: Reader, link: string, minutes: number): Promise<Letter> {
  return written(verificationLetter(reader, link, minutes))
}

export function reset(reader: Reader, link: string, minutes: number): Promise<Letter> {
  return written(resetLetter(reader, link, minutes))
}

export function alert(given: LimitAlert, reader: Reader, links: AlertLinks): Promise<Letter> {
  return written(alertLetter(given, reader, links))
}

async function written(draft: Draft): Promise<Letter> {
  const pictures = await drawn(draft)
  return { subject: draft.subject, html: letterHtml(draft), text: letterText(draft), pictures }
}

/** What draws them is read with the first letter that has any. */
async function drawn({ pieces }: Draft): Promise<Letter['pictures']> {
  const pictures = pieces.flatMap((piece): readonly Picture[] => {
    if (piece.kind === 'bars') return [piece.picture]
    return piece.kind === 'table' && piece.ring ? [piece.ring] : []
  })
  if (pictures.length === 0) return []
  const { png } = await import('./pictures.ts')
  return Promise.all(pictures.map(png))
}
