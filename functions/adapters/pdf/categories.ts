import type { Block } from '../../domain/insight.ts'
import type { CategoryFigure, PartFigure } from '../../domain/insight-categories.ts'
import { fromStore, type Minor, minus } from '../../domain/money.ts'
import { hasUsual } from '../../domain/report-change.ts'
import { categoriesOf } from '../../domain/report-parts.ts'
import type { CategoryKind } from '../../domain/transaction.ts'
import { light } from '../../scene/colours.ts'
import { childName, headBefore, partName } from '../words/report-words.ts'
import type { Drawing } from './drawn-report.ts'
import { heading } from './headings.ts'
import { movedAndPaid } from './moved.ts'
import { type Column, table } from './table.ts'

/** Where it went and where it came from, on two levels; then what moved and who was paid. */
export function categoryPages(drawing: Drawing, block: Block): void {
  const { sheet, speaker } = drawing
  const [expenses, income] = [categoriesOf(block, 'expense'), categoriesOf(block, 'income')]
  if (expenses.length + income.length === 0) return

  sheet.page()
  sheet.y += 4
  if (expenses.length > 0) categoryTable(drawing, block, expenses, speaker.t('whereItWent'), 'expense')
  if (income.length > 0) {
    sheet.need(90)
    categoryTable(drawing, block, income, speaker.t('whereItCameFrom'), 'income')
  }
  movedAndPaid(drawing, block)
}

interface Row {
  readonly level: 'upper' | 'child' | 'total'
  readonly name: string
  readonly part: Pick<PartFigure, 'amount' | 'previous' | 'usual' | 'share'>
  /** Lines, not entries: a split entry counts in each of its categories. Absent in the total. */
  readonly entries?: number
}

function categoryTable(
  { sheet, speaker, report }: Drawing,
  block: Block,
  categories: readonly CategoryFigure[],
  title: string,
  kind: CategoryKind,
): void {
  const { t, figure, percent, count } = speaker
  const { currency } = block
  const isSoft = ({ level }: Row) => (level === 'child' ? light['ink-2'] : light.ink)
  const amount = (head: string, of: (row: Row) => Minor, soft = isSoft): Column<Row> => ({
    head,
    cell: (row) => (of(row) === 0n ? '–' : figure(of(row), currency)),
    align: 'right',
    colour: soft,
  })
  const change: Column<Row> = {
    head: t('change'),
    cell: ({ part }) => (part.amount === part.usual ? '–' : figure(minus(part.amount, part.usual), currency, true)),
    align: 'right',
  }
  const columns: Column<Row>[] = [
    {
      head: t('category'),
      cell: ({ name }) => name,
      isHead: true,
      grow: 2.4,
      indent: ({ level }) => (level === 'child' ? 10 : 0),
    },
    {
      head: t('entries'),
      cell: ({ entries }) => (entries === undefined ? '' : count(entries)),
      align: 'right',
      colour: isSoft,
    },
    amount(
      t(kind === 'expense' ? 'spent' : 'income'),
      ({ part }) => part.amount,
      () => light.ink,
    ),
    {
      head: t('share'),
      cell: ({ part }) => (part.share === undefined ? '' : percent(part.share)),
      align: 'right',
      colour: isSoft,
    },
    amount(headBefore(speaker, report), ({ part }) => part.previous),
    ...(hasUsual(block) ? [amount(t('usual'), ({ part }) => part.usual), change] : []),
  ]
  const rows = rowsOf(categories, block, kind, speaker)
  heading(sheet, title, { note: currency.code })
  sheet.y += 24
  table(sheet, columns, rows, {
    x1: sheet.paper.left,
    x2: sheet.paper.right,
    size: 8.2,
    step: 14.2,
    isStrong: ({ level }) => level !== 'child',
    line: ({ level }, place) => (level === 'total' ? 'final' : level === 'upper' && place > 0 ? 'hair' : undefined),
    air: ({ level }, place) => (level !== 'child' && place > 0 ? 3.4 : 0),
  })
  sheet.y += 34
}

function rowsOf(
  categories: readonly CategoryFigure[],
  block: Block,
  kind: CategoryKind,
  speaker: Drawing['speaker'],
): readonly Row[] {
  const rows = categories.flatMap((upper): Row[] => [
    { level: 'upper', name: partName(speaker, upper), part: upper, entries: upper.entries },
    ...upper.children.map(
      (part): Row => ({ level: 'child', name: childName(speaker, part), part, entries: part.entries }),
    ),
  ])
  const shared = categories.some(({ share }) => share !== undefined)
  const total = {
    amount: block[kind],
    previous: block.previous[kind],
    usual: block.usual[kind] ?? fromStore(0),
    ...(shared && { share: 100 }),
  }
  return [...rows, { level: 'total', name: speaker.t('total'), part: total }]
}
