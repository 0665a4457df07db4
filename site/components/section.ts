import type { ComponentChildren } from 'preact'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { problemText } from '../problems.ts'
import { load } from '../state/load.ts'
import { type Loaded, whatIs } from '../state/loaded.ts'
import type { Desk } from '../state/state.ts'
import { note } from './note.ts'

/** A part of a page under a rule, with its heading and a quiet note at the end of the line. */
export function section(title: string, quiet: string | undefined, ...children: ComponentChildren[]) {
  return html`<section class="sec" aria-label=${title}>
    <header><h2>${title}</h2>${quiet && html`<span class="s q">${quiet}</span>`}</header>
    ${children}
  </section>`
}

/** A page whose head says what is in it: until that is known, its name stands there. */
export function whenPage<T>(
  desk: Desk,
  name: string,
  loaded: Loaded<T>,
  rows: number,
  content: (value: T) => ComponentChildren,
) {
  const head = whatIs(loaded) === undefined && html`<div class="head"><h1 tabindex="-1">${name}</h1></div>`
  return [head, when(desk, loaded, rows, content)]
}

/** The content once it is there; its shape while it is waited for; what went wrong, beside what was there before. */
export function when<T>(desk: Desk, loaded: Loaded<T>, rows: number, content: (value: T) => ComponentChildren) {
  switch (loaded.kind) {
    case 'waiting':
      // the style sheet holds it back for 200 ms: who waits no longer than that sees nothing
      return html`<div class="sk" aria-hidden="true">${Array.from({ length: rows }, () => html`<i></i>`)}</div>`
    case 'ready':
      return content(loaded.value)
    case 'failed': {
      const { problem } = loaded
      // what was refused for good will be refused again
      const helps = problem.kind !== 'refused' || problem.retryAfterS
      return [
        note({
          icon: 'over',
          words: problemText(problem),
          action: helps ? [t(en.again), () => load(desk)] : undefined,
        }),
        loaded.value !== undefined && content(loaded.value),
      ]
    }
  }
}
