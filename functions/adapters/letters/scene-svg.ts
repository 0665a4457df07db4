import { type Shape, tidy, wedgePath } from '../../scene/scene.ts'
import type { Picture } from './pieces.ts'
import { toneOf } from './tones.ts'

/** The scene as SVG for a mail: in pixels, without words and without a ground, in tones that hold on light and dark. */
export function sceneSvg({ scene, width, scale }: Picture): string {
  const height = tidy(scene.height * scale)
  const shapes = scene.shapes.map((shape) => drawn(shape, width / 100, scale)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`
}

function drawn(shape: Shape, across: number, scale: number): string {
  const [x, y] = [tidy(shape.x * across), tidy(shape.y * scale)]
  const tone = toneOf(shape.role)
  switch (shape.kind) {
    case 'rect': {
      const [width, height] = [tidy(shape.width * across), tidy(shape.height * scale)]
      if (width <= 0 || height <= 0) return ''
      if (shape.role !== 'income')
        return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${tone}"${shape.role === 'before' ? ' fill-opacity=".55"' : ''}/>`
      const line = Math.min(1.5, width, height)
      return `<rect x="${tidy(x + line / 2)}" y="${tidy(y + line / 2)}" width="${tidy(width - line)}" height="${tidy(height - line)}" fill="none" stroke="${tone}" stroke-width="${line}"/>`
    }
    case 'line': {
      // the axis and its figures are words, which a mail's picture has none of
      if (shape.role === 'grid') return ''
      const dash = shape.role === 'usual' ? ' stroke-dasharray="4 4"' : ''
      const end = `x2="${tidy(shape.x2 * across)}" y2="${tidy(shape.y2 * scale)}"`
      return `<line x1="${x}" y1="${y}" ${end} stroke="${tone}" stroke-width="1.25"${dash}/>`
    }
    case 'dot':
      return `<circle cx="${x}" cy="${y}" r="3" fill="${tone}"/>`
    case 'wedge': {
      const piece = { ...shape, inner: shape.inner * scale, outer: shape.outer * scale }
      return `<path transform="translate(${x} ${y})" d="${wedgePath(piece)}" fill="${tone}"/>`
    }
    case 'text':
      return ''
  }
}
