import type { Structure } from 'pdfkit'
import { light } from '../../scene/colours.ts'
import { layout, type Placed } from './columns.ts'
import type { Sheet } from './sheet.ts'

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

  const whole = sheet.document.struct('Table')
  const body = sheet.document.struct('TBody')
  sheet.root.add(whole)
  whole.add(head(sheet, placed))
  whole.add(body)
  belowHead()
  for (const [place, one] of lines.entries()) {
    const above = air(one.row, place)
    if (sheet.y + above > sheet.paper.bottom) nextPage()
    else sheet.y += above
    const mark = line(one.row, place)
    if (mark)
      sheet.rule(sheet.y - step + 3.5, x1, x2, mark === 'hair' ? light.rule : light.ink, mark === 'hair' ? 0.6 : 0.8)
    body.add(rowOf(sheet, placed, one, size))
    drawBefore(sheet, placed, one, size)
    sheet.y += step
    if (mark === 'final') {
      sheet.doubleRule(sheet.y - step + 5.5, x1, x2)
      sheet.y += 4
    }
  }
  body.end()
  whole.end()

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

function head<Row>(sheet: Sheet, placed: readonly Placed<Row>[]): Structure {
  const { document } = sheet
  const cells = placed.map((at) => document.struct('TH', { scope: 'Column' }, [() => putHead(sheet, at)]))
  return document.struct('THead', [document.struct('TR', cells)])
}

function putHead<Row>(sheet: Sheet, { column, x, width }: Placed<Row>): void {
  const { head: text, align = 'left' } = column
  const at = align === 'right' ? x + width : x
  sheet.put(text, at, sheet.y, { size: headSize, colour: light['ink-2'], align, room: width })
}

function rowOf<Row>(sheet: Sheet, placed: readonly Placed<Row>[], line: Line<Row>, size: number): Structure {
  const { document, y } = sheet
  const { row, texts, isStrong: bold } = line
  const cells = placed.map(({ column, x, width }, place) => {
    const { align = 'left', before, indent, colour, grow, isHead } = column
    const inset = (before?.room ?? 0) + (indent?.(row) ?? 0)
    const at = align === 'right' ? x + width : x + inset
    const room = grow === undefined ? {} : { room: width - inset }
    const draw = () =>
      void sheet.put(texts[place] ?? '', at, y, { size, bold, colour: colour?.(row) ?? light.ink, align, ...room })
    return document.struct(isHead ? 'TH' : 'TD', isHead ? { scope: 'Row' } : {}, [draw])
  })
  return document.struct('TR', cells)
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
