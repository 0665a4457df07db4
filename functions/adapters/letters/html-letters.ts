import type { Letter, Letters } from '../../ports/letters.ts'
import type { Draft, Picture } from './pieces.ts'

/** Writes letters in this thread; what writes HTML is read with the first letter, what draws pictures with the first picture. */
export function htmlLetters(): Letters {
  return {
    report: async (report, reader, links) => {
      const { reportLetter } = await import('./report-letter.ts')
      return written(reportLetter(report, reader, links))
    },
    verification: async (reader, link, minutes) => {
      const { verificationLetter } = await import('./verification-letter.ts')
      return written(verificationLetter(reader, link, minutes))
    },
    alert: async (alert, reader, links) => {
      const { alertLetter } = await import('./alert-letter.ts')
      return written(alertLetter(alert, reader, links))
    },
  }
}

async function written(draft: Draft): Promise<Letter> {
  const { letterHtml } = await import('./letter-html.ts')
  const { letterText } = await import('./letter-text.ts')
  return {
    subject: draft.subject,
    html: letterHtml(draft),
    text: letterText(draft),
    pictures: await drawn(draft),
  }
}

async function drawn({ pieces }: Draft): Promise<Letter['pictures']> {
  const pictures = pieces.flatMap((piece): readonly Picture[] => {
    if (piece.kind === 'bars') return [piece.picture]
    return piece.kind === 'table' && piece.ring ? [piece.ring] : []
  })
  if (pictures.length === 0) return []
  const { png } = await import('./pictures.ts')
  return Promise.all(pictures.map(png))
}
