import type { Block } from '../../domain/insight.ts'
import { light } from '../../scene/colours.ts'
import { ringSize } from '../../scene/ring.ts'
import { type Part, partsOf, ringScene } from '../words/report-scenes.ts'
import { figure, inkOf } from './draw-scene.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import { table } from './table.ts'

/** Points from line to line; a list that has the page to itself is not drawn out over all of it. */
const step = 14.4
const widest = 340

type Row = Pick<Part, 'name' | 'amount' | 'share'> & { readonly role?: Part['role'] }

/** Where it went: the ring, and what is in it by name. Answers whether there was anything. */
export function partsList({ sheet, speaker, report }: Drawing, block: Block, x1: number, x2: number): boolean {
  const { t, figure: write, percent } = speaker
  const { currency, expense } = block
  const parts = partsOf(speaker, report, block)
  if (parts.length === 0) return false

  heading(sheet, t('whereItWent'), { x1, x2, note: currency.code })
  const scene = ringScene(speaker, block, parts)
  const scale = x2 - x1 > widest ? 0.66 : 0.46
  const width = scene.shapes.length > 0 ? ringSize * scale : 0
  const top = sheet.y + 16
  if (width > 0) figure(sheet, scene, { x: x1, y: top, width, scale })

  const total: Row = { name: t('total'), amount: expense, share: parts.some(({ share }) => share) ? percent(100) : '' }
  const from = width > 0 ? x1 + width + 14 : x1
  sheet.y = top + 6
  table<Row>(
    sheet,
    [
      {
        head: t('category'),
        cell: ({ name }) => name,
        isHead: true,
        grow: 1,
        before: {
          room: 10,
          draw: ({ role }, { x, y }) => {
            if (role) sheet.document.rect(x, y - 6.2, 6.5, 6.5).fill(inkOf(role))
          },
        },
      },
      { head: t('spent'), cell: ({ amount }) => write(amount, currency), align: 'right' },
      { head: t('share'), cell: ({ share }) => share, align: 'right', colour: () => light['ink-2'] },
    ],
    [...parts, total],
    {
      x1: from,
      x2: Math.min(x2, from + widest),
      step,
      isStrong: (row) => row === total,
      line: (row) => (row === total ? 'final' : undefined),
      air: (row) => (row === total ? 3.4 : 0),
    },
  )
  sheet.y = Math.max(sheet.y, top + width)
  return true
}
