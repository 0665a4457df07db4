import { places as all } from './components/places.ts'
import { addEntry, open } from './inside.ts'
import { areKeysOn, keyBefore } from './keys-on.ts'
import { to } from './router.ts'
import type { Desk } from './state/state.ts'

/** Pages by the letter that leads there after a g: the first of their address, and o for the overview, which has none. */
export const places = all.map(([path, , words]) => [path[1] ?? 'o', path, words] as const)

/** One key anywhere on a page, while nothing is typed and no dialog is open. */
export function keyed(desk: Desk, event: KeyboardEvent): void {
  const { session, dialog, place } = desk.state.get()
  const isTyped =
    event.target instanceof Element && event.target.matches('input:not([type=checkbox]), select, textarea')
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
  if (session.kind !== 'in' || dialog || isTyped || !isPlain || !areKeysOn(desk)) return

  const act = actOf(desk, event.key, keyBefore.is, place.path)
  keyBefore.is = event.key
  if (!act) return
  event.preventDefault()
  act()
}

function actOf(desk: Desk, key: string, before: string, path: string): (() => void) | undefined {
  const place = before === 'g' ? places.find(([letter]) => letter === key) : undefined
  if (place) return () => desk.go(to(place[1]))
  if (key === 'n') return () => addEntry(desk)
  if (key === '?') return () => open(desk, { kind: 'keys' })
  if (key === '/') return () => search(desk, path)
  return undefined
}

function search(desk: Desk, path: string): void {
  if (path !== '/entries') desk.go(to('/entries'))
  // the page is drawn by now, or comes with its part
  if (!focusSearch()) requestAnimationFrame(focusSearch)
}

function focusSearch(): boolean {
  const box = document.getElementById('find')
  box?.focus()
  return box !== null
}
