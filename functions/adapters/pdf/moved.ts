import type { Block, PayeeFigure } from '../../domain/insight.ts'
import { type Moved, moved } from '../../domain/report-moved.ts'
import { light } from '../../scene/colours.ts'
import { partName } from '../words/report-words.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import { table } from './table.ts'

const mostPaid = 6
const barLength = 36

/** What is far from its usual, and beside it the payees that got most. */
export function movedAndPaid(drawing: Drawing, block: Block): void {
  const { sheet } = drawing
  const { left, right } = sheet.paper
  const changes = moved(block)
  const payees = block.byPayee.filter(({ expense }) => expense > 0n).slice(0, mostPaid)
  if (changes.length + payees.length === 0) return

  sheet.need(26 + 16 * Math.max(changes.length, payees.length))
  const isPair = changes.length > 0 && payees.length > 0
  const middle = (left + right) / 2
  const { y } = sheet
  if (changes.length > 0) movedTable(drawing, block, changes, left, isPair ? middle - 16 : right)
  const lowest = sheet.y
  sheet.y = y
  if (payees.length > 0) payeeTable(drawing, block, payees, isPair ? middle + 16 : left, right)
  sheet.y = Math.max(lowest, sheet.y) + 30
}

/** More than usual to the right, less to the left: the length says how much, the figure exactly. */
function movedTable(
  { sheet, speaker }: Drawing,
  { currency }: Block,
  changes: readonly Moved[],
  x1: number,
  x2: number,
) {
  const { t, figure } = speaker
  const { document } = sheet
  const size = ({ by }: Moved) => Math.abs(Number(by))
  const most = Math.max(...changes.map(size))
  heading(sheet, t('movedMost'), { x1, x2, note: t('againstUsual') })
  sheet.y += 24
  table(
    sheet,
    [
      { head: t('category'), cell: ({ part, within }) => partName(speaker, part, within), isHead: true, grow: 1 },
      {
        head: t('change'),
        cell: ({ by }) => figure(by, currency, true),
        align: 'right',
        before: {
          room: 2 * barLength + 8,
          draw: (change, { y, edge }) => {
            const zero = edge + barLength
            const length = (size(change) / most) * barLength
            const isMore = change.by > 0n
            document.rect(isMore ? zero : zero - length, y - 6.3, length, 7).fill(isMore ? light.expense : light.edge)
            document
              .moveTo(zero, y - 11)
              .lineTo(zero, y + 5)
              .lineWidth(0.6)
              .stroke(light.edge)
          },
        },
      },
    ],
    changes,
    { x1, x2, step: 16 },
  )
}

function payeeTable(
  { sheet, speaker }: Drawing,
  { currency }: Block,
  payees: readonly PayeeFigure[],
  x1: number,
  x2: number,
) {
  const { t, figure, count } = speaker
  heading(sheet, t('paidMost'), { x1, x2, note: currency.code })
  sheet.y += 24
  table(
    sheet,
    [
      { head: t('payee'), cell: ({ name }) => name ?? t('noPayee'), isHead: true, grow: 1 },
      { head: t('entries'), cell: ({ entries }) => count(entries), align: 'right', colour: () => light['ink-2'] },
      { head: t('spent'), cell: ({ expense }) => figure(expense, currency), align: 'right' },
    ],
    payees,
    { x1, x2, step: 16 },
  )
}
