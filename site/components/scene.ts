import { type Scene, type Shape, type ShapeRole, wedgePath } from '../../functions/scene/scene.ts'
import { html } from '../html.ts'

/** Draws a scene: per cent across, pixels down. With a sentence it is a picture for everybody, without one decoration. */
export function picture({ height, sentence, shapes, axis }: Scene) {
  const role = sentence ? { role: 'img', 'aria-label': sentence } : { 'aria-hidden': 'true' }
  return html`<svg class=${axis.length ? 'ch y' : 'ch'} height=${height} ...${role}>
    ${axis.map(({ y, text }) => html`<text x="-8" y=${y + 4} text-anchor="end">${text}</text>`)}
    ${shapes.map(draw)}
  </svg>`
}

function draw(shape: Shape) {
  const { role, y } = shape
  const x = `${shape.x}%`
  switch (shape.kind) {
    case 'rect':
      return html`<rect class=${role} x=${x} y=${y} width=${`${shape.width}%`} height=${shape.height} />`
    case 'line':
      return html`<line class=${role} x1=${x} y1=${y} x2=${`${shape.x2}%`} y2=${shape.y2} />`
    case 'dot':
      return html`<circle class=${role} cx=${x} cy=${y} r="3.5" />`
    case 'wedge':
      return html`<svg x=${x} y=${y} overflow="visible"><path class=${role} d=${wedgePath(shape)} /></svg>`
    case 'text':
      return html`<text class=${role} x=${x} y=${y} text-anchor=${shape.anchor}>${shape.text}</text>`
  }
}

/** What the marks of a chart mean. */
export function legend(...marks: (readonly [role: ShapeRole, words: string])[]) {
  return html`<p class="key">${marks.map(([role, words]) => html`<span><svg aria-hidden="true"><rect width="20" height="12" class=${role} /></svg>${words}</span>`)}</p>`
}
