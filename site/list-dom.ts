import { fill } from './state/fill.ts'
import type { View } from './state/layout.ts'
import type { Desk } from './state/state.ts'

let isWatching = false

/** From now on the list follows what is in sight. */
export function follow(desk: Desk): void {
  if (isWatching || typeof addEventListener === 'undefined') return
  isWatching = true
  let isAsked = false
  const soon = () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      look(desk)
    })
  }
  addEventListener('scroll', soon, { passive: true })
  addEventListener('resize', soon, { passive: true })
}

/** Draws what is in sight of the list and a little around it, and asks for rows that are not here yet. */
export function look(desk: Desk): void {
  const list = document.getElementById('list')
  if (!list || desk.state.get().place.path !== '/entries') return
  const { view } = desk.state.get()
  const [from, to] = sightOf(list)
  const { row, head } = sizesOf(list, view)
  const margin = innerHeight / 2
  const isDrawn = view.from <= Math.max(0, from - margin / 2) && view.to >= to + margin / 2
  if (!isDrawn || row !== view.row || head !== view.head) {
    desk.state.set({ view: { from: Math.max(0, from - margin), to: to + margin, row, head } })
  }
  void fill(desk)
}

/** Pixels of the list from its top that can be seen. */
function sightOf(list: Element): readonly [from: number, to: number] {
  const { top } = list.getBoundingClientRect()
  return [Math.max(0, -top), Math.max(0, innerHeight - top)]
}

/** The style sheet says how high lines are; they change with the size of letters and the width of the page. */
function sizesOf(list: Element, { row, head }: View): Pick<View, 'row' | 'head'> {
  const height = (selector: string) => list.querySelector(selector)?.getBoundingClientRect().height
  return { row: height('.entry') || row, head: height('.day') || head }
}

/** Brings a stretch of the list into sight, clear of what floats over the page. */
export function reveal(top: number, height: number): void {
  const list = document.getElementById('list')
  if (!list) return
  const y = list.getBoundingClientRect().top + top
  const [above, below] = [72, 160]
  if (y < above) scrollBy(0, y - above)
  else if (y + height > innerHeight - below) scrollBy(0, y + height - innerHeight + below)
}
