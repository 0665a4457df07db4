import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { want } from '../state/load.ts'
import type { Desk, State } from '../state/state.ts'
import { isBeginning } from './beginning.ts'
import { skip, skipped } from './skipped.ts'
import { type Step, steps } from './steps.ts'

/** The steps that are neither done nor skipped; those skipped here are known in this browser. */
export function openSteps(desk: Desk, state: State): readonly Step[] {
  const names = skipped(desk)
  return steps.filter((step) => !step.isDone(state) && !names.includes(step.name))
}

/** As cards to take or to leave. */
export function cards(at: At) {
  const { desk, state } = at
  if (isBeginning(state)) for (const name of ['schedules', 'mail', 'shelf'] as const) want(desk, name)
  const open = openSteps(desk, state)
  if (open.length === 0) return undefined
  return html`<ol class="g two firsts" aria-label=${t(words.firstSteps)}>${open.map(
    (step, n) => html`<li class="first" key=${step.name}><span class="n serif" aria-hidden="true">${n + 1}</span><div>
      <h2>${t(step.title)}</h2><p class="s q">${t(step.text)}</p>
      ${step.draw(at)}
      <button class="b t" type="button" onClick=${() => skip(desk, step.name)}>${t(words.skip)}<span class="vh"> ${t(step.title)}</span></button>
    </div></li>`,
  )}</ol>`
}
