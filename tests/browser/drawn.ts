import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { At } from '../../site/forms/form.ts'
import type { Loaded } from '../../site/state/loaded.ts'
import type { State } from '../../site/state/state.ts'
import { book, deskWith, entry, user } from './desk.ts'
import { figures, worth } from './figures.ts'

export const ready = <T>(value: T): Loaded<T> => ({ kind: 'ready', value })
export const lost = { kind: 'failed', problem: { kind: 'offline' } } as const
export const inside = { session: { kind: 'in', user } } as const
export const placed = (path: string, query = '') => ({ place: { path, query: new URLSearchParams(query) } })

/** Somebody who is logged in, with what the overview shows. */
export const filled = {
  ...inside,
  book: ready(book),
  figures: ready(figures),
  latest: ready({ items: [entry] }),
  worth: ready(worth),
}

/** A state to draw, and a desk whose server says nothing. */
export function at(change: Partial<State>): At {
  const { desk } = deskWith(() => [200, {}], change)
  return { state: desk.state.get(), desk }
}

/** What a page comes to, without what it is made of: tags as bars, so that texts stay apart. */
export function shown(page: unknown): string {
  const text = htmlOf(page).replace(/<[^>]*>/g, '|')
  return text.replace(/\|[|\s]*/g, '|').replace(/&#?\w+;/g, ' ')
}

export function htmlOf(page: unknown): string {
  return ([page].flat(9) as VNode[]).map((node) => (node ? render(node) : '')).join('')
}
