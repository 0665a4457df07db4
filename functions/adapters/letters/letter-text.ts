import { brand } from '../words/catalogue.ts'
import type { Draft, LimitLine, Piece, TableRow } from './pieces.ts'

const width = 72
/** Columns that a name may take before it gets a line of its own. */
const widestName = 34

/** The same letter for who reads text: the same words and figures in the same order. */
export function letterText({ about, pieces, why, links }: Draft): string {
  const foot = [wrapped(why), ...links.map(({ text, url }) => `${text}:\n${url}`)].join('\n')
  return `${[`${brand} · ${about}`, ...pieces.flatMap(pieceOf), `--\n${foot}`].join('\n\n')}\n`
}

function pieceOf(piece: Piece): readonly string[] {
  switch (piece.kind) {
    case 'title':
      return [`${piece.text}\n${'='.repeat(Math.min(signs(piece.text), width))}`]
    case 'lead':
    case 'note':
      return [wrapped(piece.text)]
    case 'heading': {
      const words = piece.note ? `${piece.text} (${piece.note})` : piece.text
      return [`${words}\n${'-'.repeat(Math.min(signs(words), width))}`]
    }
    case 'figures':
      return [aligned(piece.figures.map(({ label, value, note }) => ({ cells: [label, value, note] })))]
    case 'table':
      return [aligned([{ cells: piece.heads }, ...piece.rows])]
    case 'bars':
      return [wrapped(piece.picture.alt), ...(piece.caption ? [wrapped(piece.caption)] : [])]
    case 'limits':
      return [piece.limits.map(limitOf).join('\n')]
    case 'button':
      return [`${piece.text}:\n${piece.url}`]
  }
}

function limitOf({ name, state, made, standing }: LimitLine): string {
  const sign = { over: '!! ', near: '! ', fine: '' }[standing]
  return `${name}\n  ${sign}${state} (${made})`
}

/** Names to the left, figures to the right of their column. */
function aligned(rows: readonly TableRow[]): string {
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      ...rows.map(({ cells }) => signs(cells[column] ?? '')).filter((size) => column > 0 || size <= widestName),
      0,
    ),
  )
  const total = widths.reduce((sum, size) => sum + size, 0) + 2 * (columns - 1)
  return rows
    .flatMap(({ cells, isTotal }) => {
      const [name = '', ...figures] = cells
      const shown = figures.map((figure, place) =>
        figure.padStart(figure.length + (widths[place + 1] ?? 0) - signs(figure)),
      )
      const isLong = signs(name) > (widths[0] ?? 0)
      const first = ' '.repeat(Math.max(0, (widths[0] ?? 0) - (isLong ? 0 : signs(name))))
      const line = [`${isLong ? '' : name}${first}`, ...shown].join('  ').trimEnd()
      return [...(isTotal ? ['-'.repeat(total)] : []), ...(isLong ? [name, line] : [line])]
    })
    .join('\n')
}

function wrapped(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && signs(last) + 1 + signs(word) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Letters that are one sign each. */
const simple = /^[\u0020-\u007e\u00a0-\u024f\u2009\u2010-\u2026\u202f\u20ac\u2212]*$/

/** How many signs a reader sees. */
function signs(text: string): number {
  if (simple.test(text)) return text.length
  let count = 0
  for (const _ of graphemes.segment(text)) count += 1
  return count
}
