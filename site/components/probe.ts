import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import type { Probe } from '../state/state.ts'

/** A point of a chart that can be pointed at. */
export interface ProbePoint {
  /** Per cent across. */
  readonly x: number
  /** Its figure first. */
  readonly lines: readonly string[]
  /** What pressing it does. */
  readonly open?: (() => void) | undefined
}

/** Whether the mouse or a finger was used last: a range of its own would put the point elsewhere than the chart does. */
let isPointing = false
/** What was looked at before it was pressed: a finger sees a point first, and opens it with another press. */
let wasAt: Probe | undefined

interface ProbeParts {
  /** Its chart's, and no other one's on the page. */
  readonly name: string
  /** What the chart is called. */
  readonly title: string
  readonly points: readonly ProbePoint[]
  readonly chart: unknown
  /** Where it begins; the last point without one. */
  readonly first?: number
  /** Which point is at a place of the chart, across and down from 0 to 1; the nearest across without it. */
  readonly find?: (x: number, y: number) => number | undefined
  /** The chart itself says what is pointed at. */
  readonly isBare?: boolean
}

/**
 * A chart whose points are walked by arrow keys, by a finger or by the mouse, each with its figures beside it. It is a
 * slider, so that who listens hears the point too; what it says stands in the chart's table as well.
 */
export function probed({ state, desk }: At, { name, title, points, chart, first, find, isBare }: ProbeParts) {
  const own = state.probe?.name === name ? state.probe : undefined
  const at = Math.max(0, Math.min(own?.at ?? first ?? points.length, points.length - 1))
  const point = points[at]
  const set = (at: number | undefined) => {
    const now = desk.state.get().probe
    if (at === undefined ? now?.name === name : now?.name !== name || now.at !== at)
      desk.state.set({ probe: at === undefined ? undefined : { name, at } })
  }

  function pointed(event: PointerEvent): void {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect()
    const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height]
    set(find ? find(x, y) : nearest(points, x * 100))
  }

  function pressed({ key }: KeyboardEvent): void {
    isPointing = false
    if (key === 'Enter') point?.open?.()
    if (key === 'Escape') set(undefined)
  }

  function letGo({ pointerType }: PointerEvent): void {
    const now = desk.state.get().probe
    if (now && (pointerType === 'mouse' || (wasAt?.name === now.name && wasAt.at === now.at))) points[now.at]?.open?.()
  }

  function walked(event: InputEvent): void {
    const range = event.currentTarget as HTMLInputElement
    if (isPointing) range.value = String(desk.state.get().probe?.at ?? at)
    else set(Number(range.value))
  }

  return html`<div class=${isBare ? 'plot bare' : 'plot'}>
    ${chart}
    ${own && point && !isBare && tip(point)}
    <input class="probe" type="range" min="0" max=${points.length - 1} step="1" value=${at}
      aria-label=${t(charts.walk, { name: title })} aria-valuetext=${point?.lines.join(' · ')}
      onInput=${walked}
      onFocus=${() => set(at)} onBlur=${() => set(undefined)} onKeyDown=${pressed}
      onPointerDown=${(event: PointerEvent) => {
        isPointing = true
        wasAt = own
        pointed(event)
      }}
      onPointerMove=${pointed} onPointerLeave=${({ pointerType }: PointerEvent) => pointerType === 'mouse' && set(undefined)}
      onPointerUp=${letGo} />
  </div>`
}

function nearest(points: readonly ProbePoint[], x: number): number {
  const distances = points.map((point) => Math.abs(point.x - x))
  return distances.indexOf(Math.min(...distances))
}

/** Stays in the plot: near an end it leans to the other side. */
function tip({ x, lines }: ProbePoint) {
  const width = Math.max(...lines.map((one) => one.length)) * 7 + 20
  const lean = x < 25 ? 0 : x > 75 ? -width : -width / 2
  return html`<svg class="ch y tip" aria-hidden="true"><svg x=${`${x}%`} overflow="visible">
    <line class="guide" y1="0" y2="100%" />
    <g transform=${`translate(${lean})`}><rect class="tipbox" width=${width} height=${lines.length * 17 + 12} rx="3" />
      ${lines.map((one, n) => html`<text class=${n ? 'tipt' : 'tipt strong'} x="10" y=${19 + n * 17}>${one}</text>`)}</g>
  </svg></svg>`
}
