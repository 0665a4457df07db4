import { light } from '../../scene/colours.ts'
import { layout, type Placed } from './columns.ts'
import type { Sheet } from './sheet.ts'
import type { Tag } from './tags.ts'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => string
  /** Names its row for who listens; one column does. */
  readonly isHead?: boolean
  /** Takes what room the others leave, in this proportion, and cuts what is longer. */
  readonly grow?: number
  readonly align?: 'left' | 'right'
  readonly colour?: (row: Row) => string
  /** Points of room kept free before the text, and what is drawn there: `x` is where a row's room begins, `edge` the column's. */
  readonly before?: {
    readonly room: number
    readonly draw: (row: Row, at: { readonly x: number; readonly y: number; readonly edge: number }) => void
  }
  readonly indent?: (row: Row) => number
}

/** A hairline above; a rule above, for a sum; that and two beneath, for what is final. */
export type Mark = 'hair' | 'sum' | 'final'

export interface TableStyle<Row> {
  readonly x1: number
  readonly x2: number
  readonly size?: number
  /** Points from one baseline to the next. */
  readonly step?: number
  readonly isStrong?: (row: Row) => boolean
  readonly line?: (row: Row, place: number) => Mark | undefined
  /** Points of air above. */
  readonly air?: (row: Row, place: number) => number
}

/** A row with its texts, which are made once: they are measured before they are drawn. */
export interface Line<Row> {
  readonly row: Row
  readonly texts: readonly string[]
  readonly isStrong: boolean
}

/**
 * A table whose rows are never cut in two: one that does not fit goes whole to the next page, under a repeated head that
 * is furniture there. Columns are as wide as what they hold; where all that is too wide, the letters get smaller.
 */
export function table<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  style: TableStyle<Row>,
): void {
  const { x1, x2, step = 15, line = () => undefined, air = () => 0 } = style
  const lines = rows.map((row) => ({
    row,
    texts: columns.map(({ cell }) => cell(row)),
    isStrong: style.isStrong?.(row) ?? false,
  }))
  const { size, placed } = layout(sheet, columns, lines, style)

  const whole = sheet.root.tag('Table')
  head(sheet, placed, whole)
  const body = whole.tag('TBody')
  belowHead()
  for (const [place, one] of lines.entries()) {
    const above = air(one.row, place)
    if (sheet.y + above > sheet.paper.bottom) nextPage()
    else sheet.y += above
    const mark = line(one.row, place)
    if (mark)
      sheet.rule(sheet.y - step + 3.5, x1, x2, mark === 'hair' ? light.rule : light.ink, mark === 'hair' ? 0.6 : 0.8)
    putRow(sheet, placed, one, size, body.tag('TR'))
    drawBefore(sheet, placed, one, size)
    sheet.y += step
    if (mark === 'final') {
      sheet.doubleRule(sheet.y - step + 5.5, x1, x2)
      sheet.y += 4
    }
  }

  function belowHead(): void {
    sheet.rule(sheet.y + 5, x1, x2)
    sheet.y += step + 1.5
  }

  function nextPage(): void {
    sheet.page()
    sheet.artifact(() => {
      for (const at of placed) putHead(sheet, at)
    }, 'Pagination')
    belowHead()
  }
}

export const headSize = 7.5

function head<Row>(sheet: Sheet, placed: readonly Placed<Row>[], whole: Tag): void {
  const row = whole.tag('THead').tag('TR')
  for (const at of placed) row.tag('TH', { scope: 'Column' }).draw(() => putHead(sheet, at))
}

function putHead<Row>(sheet: Sheet, { column, x, width }: Placed<Row>): void {
  const { head: text, align = 'left' } = column
  const at = align === 'right' ? x + width : x
  sheet.put(text, at, sheet.y, { size: headSize, colour: light['ink-2'], align, room: width })
}

function putRow<Row>(sheet: Sheet, placed: readonly Placed<Row>[], line: Line<Row>, size: number, tag: Tag): void {
  const { row, texts, isStrong: bold } = line
  for (const [place, { column, x, width }] of placed.entries()) {
    const { align = 'left', before, indent, colour, grow, isHead } = column
    const inset = (before?.room ?? 0) + (indent?.(row) ?? 0)
    const at = align === 'right' ? x + width : x + inset
    const room = grow === undefined ? undefined : width - inset
    const style = { size, bold, colour: colour?.(row) ?? light.ink, align, room }
    const cell = isHead ? tag.tag('TH', { scope: 'Row' }) : tag.tag('TD')
    cell.draw(() => void sheet.put(texts[place] ?? '', at, sheet.y, style))
  }
}

function drawBefore<Row>(sheet: Sheet, placed: readonly Placed<Row>[], line: Line<Row>, size: number): void {
  const { row, texts, isStrong: bold } = line
  for (const [place, { column, x: edge, width }] of placed.entries()) {
    const { before, align } = column
    if (!before) continue
    const taken = align === 'right' ? sheet.width(texts[place] ?? '', { size, bold }) + before.room : width
    sheet.artifact(() => before.draw(row, { x: edge + width - taken, y: sheet.y, edge }))
  }
}
