import { light } from '../../scene/colours.ts'
import { type Scene, type Shape, type ShapeRole, wedgePath } from '../../scene/scene.ts'
import type { Sheet } from './sheet.ts'

export interface Frame {
  readonly x: number
  readonly y: number
  /** Points. */
  readonly width: number
  /** Points per pixel of the scene. */
  readonly scale: number
  /** Points on the left that the axis has. */
  readonly axis?: number
}

/** Draws a scene as paths, with its axis, and answers with its height in points. */
export function drawScene(sheet: Sheet, scene: Scene, { x, y, width, scale, axis = 0 }: Frame): number {
  const place: Place = {
    x: (across) => x + axis + ((width - axis) * across) / 100,
    y: (down) => y + down * scale,
    scale,
  }
  for (const step of scene.axis) {
    sheet.put(`${step.text} `, x + axis - 4, place.y(step.y) + 2.6, {
      size: labelSize,
      colour: light['ink-2'],
      align: 'right',
    })
  }
  for (const shape of scene.shapes) draw(sheet, shape, place)
  return scene.height * scale
}

/** Points; what is remarkable is as large, and bold. */
export const labelSize = 7.5

/** As a picture with a sentence that stands for it. */
export function figure(sheet: Sheet, scene: Scene, frame: Frame): number {
  const { x, y, width, scale } = frame
  const height = scene.height * scale
  sheet.tag('Figure', () => void drawScene(sheet, scene, frame), {
    picture: { sentence: sheet.shown(scene.sentence), box: [x, y, x + width, y + height] },
  })
  return height
}

interface Place {
  readonly x: (across: number) => number
  readonly y: (down: number) => number
  readonly scale: number
}

function draw(sheet: Sheet, shape: Shape, place: Place): void {
  const { document } = sheet
  const [x, y] = [place.x(shape.x), place.y(shape.y)]
  switch (shape.kind) {
    case 'rect': {
      const [width, height] = [place.x(shape.x + shape.width) - x, shape.height * place.scale]
      if (width > 0 && height > 0) fillRect(sheet, shape.role, x, y, width, height)
      return
    }
    case 'line':
      document
        .save()
        .moveTo(x, y)
        .lineTo(place.x(shape.x2), place.y(shape.y2))
        .lineWidth(thickness[shape.role] ?? 0.6)
      if (shape.role === 'usual') document.dash(2, { space: 2.5 })
      document.stroke(inkOf(shape.role))
      document.restore()
      return
    case 'dot':
      document
        .circle(x, y, 3.5 * place.scale)
        .lineWidth(1)
        .fillAndStroke('#ffffff', inkOf(shape.role))
      return
    case 'wedge':
      document
        .save()
        .translate(x, y)
        .path(wedgePath(scaled(shape, place.scale)))
        .fill(inkOf(shape.role))
      document.restore()
      return
    case 'text': {
      const style = { headline: { size: 13, bold: true }, strong: { size: labelSize, bold: true } }[
        shape.role as string
      ]
      sheet.put(`${shape.text} `, x, y, {
        size: style?.size ?? labelSize,
        bold: style?.bold ?? false,
        colour: style ? light.ink : light['ink-2'],
        align: ({ start: 'left', middle: 'middle', end: 'right' } as const)[shape.anchor],
      })
    }
  }
}

/** Income and tracks are hollow: their line stays within the place that they take. */
function fillRect({ document }: Sheet, role: ShapeRole, x: number, y: number, width: number, height: number): void {
  if (role !== 'income' && role !== 'track') {
    document.rect(x, y, width, height).fill(inkOf(role))
    return
  }
  const line = role === 'income' ? 0.9 : 0.6
  const inset = Math.min(line, width, height)
  document
    .rect(x + inset / 2, y + inset / 2, width - inset, height - inset)
    .lineWidth(inset)
    .fillAndStroke('#ffffff', role === 'income' ? light.income : light.edge)
}

const scaled = <Piece extends { inner: number; outer: number }>(piece: Piece, scale: number): Piece => ({
  ...piece,
  inner: piece.inner * scale,
  outer: piece.outer * scale,
})

const thickness: { readonly [Role in ShapeRole]?: number } = { pace: 1.6, net: 1.2, usual: 0.75, zero: 0.7, grid: 0.4 }

/** Spent before: the ink of expenses at two fifths, on paper. */
const before = '#b0b5b3'

export function inkOf(role: ShapeRole): string {
  switch (role) {
    case 'grid':
      return light.rule
    case 'zero':
    case 'usual':
    case 'strong':
    case 'headline':
      return light.ink
    case 'net':
    case 'pace':
      return light.accent
    case 'track':
    case 'c0':
      return light.edge
    case 'before':
      return before
    case 'label':
    case 'spare':
      return light['ink-2']
    default:
      return light[role]
  }
}
