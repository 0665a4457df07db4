import { light } from '../../scene/colours.ts'
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

export interface TableStyle<Row> {
  readonly x1: number
  readonly x2: number
  readonly size?: number
  /** Points from one baseline to the next. */
  readonly step?: number
  readonly isStrong?: (row: Row) => boolean
  /** A hairline above; a rule above, for a sum; that and two beneath, for what is final. */
  readonly line?: (row: Row, place: number) => 'hair' | 'sum' | 'final' | undefined
  /** Points of air above. */
  readonly air?: (row: Row, place: number) => number
  /** Draws under the row's text; the row is named by its own figures. */
  readonly under?: (row: Row, y: number) => void
}

interface Placed<Row> {
  readonly column: Column<Row>
  readonly x: number
  readonly width: number
}

const gap = 12
const headSize = 7.5

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
  const { document } = sheet
  const { x1, x2, step = 15, isStrong = () => false, line = () => undefined, air = () => 0 } = style
  const { size, placed } = layout(sheet, columns, rows, style)
  const xOf = ({ column, x, width }: Placed<Row>) => (column.align === 'right' ? x + width : x)
  const putHead = (at: Placed<Row>) => () =>
    void sheet.put(at.column.head, xOf(at), sheet.y, {
      size: headSize,
      colour: light['ink-2'],
      align: at.column.align ?? 'left',
      room: at.width,
    })
  const afterHead = () => {
    sheet.rule(sheet.y + 5, x1, x2)
    sheet.y += step + 1.5
  }

  const whole = document.struct('Table')
  sheet.root.add(whole)
  const heads = placed.map((at) => document.struct('TH', { scope: 'Column' }, [putHead(at)]))
  whole.add(document.struct('THead', [document.struct('TR', heads)]))
  afterHead()

  const body = document.struct('TBody')
  whole.add(body)
  for (const [place, row] of rows.entries()) {
    const mark = line(row, place)
    if (sheet.y + air(row, place) > sheet.paper.bottom) {
      sheet.page()
      sheet.artifact(() => {
        for (const at of placed) putHead(at)()
      }, 'Pagination')
      afterHead()
    } else {
      sheet.y += air(row, place)
    }
    const { y } = sheet
    if (mark === 'hair') sheet.rule(y - step + 3.4, x1, x2)
    else if (mark) sheet.rule(y - step + 3.6, x1, x2, light.ink, 0.8)
    const cells = placed.map((at) => {
      const { column } = at
      const inset = (column.before?.room ?? 0) + (column.indent?.(row) ?? 0)
      const draw = () => {
        sheet.put(column.cell(row), xOf(at) + (column.align === 'right' ? 0 : inset), y, {
          size,
          bold: isStrong(row),
          colour: column.colour?.(row) ?? light.ink,
          align: column.align ?? 'left',
          ...(column.grow !== undefined && { room: at.width - inset }),
        })
      }
      return document.struct(column.isHead ? 'TH' : 'TD', column.isHead ? { scope: 'Row' } : {}, [draw])
    })
    body.add(document.struct('TR', cells))
    for (const { column, x: edge, width } of placed) {
      const { before, cell, align } = column
      if (!before) continue
      const text = align === 'right' ? sheet.width(cell(row), { size, bold: isStrong(row) }) + before.room : width
      sheet.artifact(() => before.draw(row, { x: edge + width - text, y, edge }))
    }
    style.under?.(row, y)
    sheet.y += step
    if (mark === 'final') {
      sheet.doubleRule(y + 5.5, x1, x2)
      sheet.y += 4
    }
  }
  body.end()
  whole.end()
}

/** Where the columns stand, and how large their letters are. */
function layout<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { x1, x2, size: wanted = 8.5, isStrong = () => false }: TableStyle<Row>,
): { readonly size: number; readonly placed: readonly Placed<Row>[] } {
  const natural = columns.map((column) => {
    const head = sheet.width(column.head, { size: headSize })
    if (column.grow !== undefined) return Math.max(head, leastGrowing * column.grow)
    const cells = rows.map((row) => sheet.width(column.cell(row), { size: wanted, bold: isStrong(row) }))
    return Math.max(head, ...cells) + (column.before?.room ?? 0)
  })
  const air = gap * (columns.length - 1)
  const rigid = natural.reduce((sum, width) => sum + width, 0)
  const scale = Math.min(1, (x2 - x1 - air) / rigid)
  const shares = columns.reduce((sum, { grow = 0 }) => sum + grow, 0)
  const left = Math.max(0, x2 - x1 - air - rigid * scale)

  let at = x1
  const placed = columns.map((column, place) => {
    const width = (natural[place] ?? 0) * scale + (column.grow ? (left * column.grow) / shares : 0)
    const x = at
    at += width + gap
    return { column, x, width }
  })
  return { size: wanted * scale, placed }
}

/** Points that a growing column has at least, per share. */
const leastGrowing = 34
