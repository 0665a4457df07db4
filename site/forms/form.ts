import type { ComponentChildren } from 'preact'
import type { Problem } from '../api.ts'
import { note } from '../components/note.ts'
import { focusFault } from '../dom.ts'
import { html } from '../html.ts'
import { faultsOf, faultText, refusalText } from '../refusals.ts'
import { type Desk, type Faults, type Form, noForm, type State, type Values } from '../state/state.ts'

/** Nothing: it went well. Else what the server says, or what was found wrong before it was asked. */
export type Outcome = Problem | { readonly kind: 'faults'; readonly faults: Faults } | undefined

export interface FormParts {
  readonly name: string
  /** On the button that sends it. */
  readonly words: string
  readonly fields: ComponentChildren
  /** What stands beside that button. */
  readonly beside?: ComponentChildren
  readonly send: (values: Values) => Promise<Outcome>
  /** Once it went well, it is as it was at first. */
  readonly empties?: boolean
}

/**
 * A form that is sent with Enter, once at a time. What is wrong stands under its fields, and the first of these gets the
 * focus. What was typed lives in the page alone and stays when the form fails.
 */
export function form({ state, desk }: At, { name, words, fields, beside, send, empties = false }: FormParts) {
  const { trouble, isBusy } = formOf(state, name)
  const set = (change: Partial<Form>) => setForm(desk, name, change)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement) || formOf(desk.state.get(), name).isBusy) return
    const { dialog } = desk.state.get()
    set({ isBusy: true })
    const outcome = await send(valuesOf(form))
    // the form of that name may be another dialog's by now
    if (dialog && desk.state.get().dialog !== dialog) return
    set({ isBusy: false, ...read(outcome, form) })
    if (outcome) focusFault(form)
    else if (empties) form.reset()
  }

  function input(event: Event): void {
    const form = event.currentTarget
    // what has no field now may have one again, as when an entry is of another kind for a moment
    if (form instanceof HTMLFormElement)
      set({ values: { ...formOf(desk.state.get(), name).values, ...valuesOf(form) } })
  }

  return html`<form novalidate onSubmit=${submit} onInput=${input}>
    ${fields}
    ${trouble && note({ icon: 'over', urgent: true, words: trouble })}
    <div class="row w sb stack more"><button class="b p" aria-busy=${isBusy ? 'true' : undefined}>${words}</button>${beside}</div>
  </form>`
}

/** The state and what to act with: what every part of a page is given. */
export interface At {
  readonly state: State
  readonly desk: Desk
}

export const formOf = ({ forms }: Pick<State, 'forms'>, name: string): Form => forms[name] ?? { ...noForm, name }

export function setForm({ state }: Pick<Desk, 'state'>, name: string, change: Partial<Form>): void {
  const { forms } = state.get()
  state.set({ forms: { ...forms, [name]: { ...formOf({ forms }, name), ...change } } })
}

/** As typed, without spaces at the ends; those of a password belong to it. */
function valuesOf(form: HTMLFormElement): Values {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
  return Object.fromEntries(fields.map(([name, value]) => [name, /password/i.test(name) ? value : value.trim()]))
}

function read(outcome: Outcome, form: HTMLFormElement): Pick<Form, 'faults' | 'trouble'> {
  if (!outcome) return { faults: {}, trouble: undefined }
  if (outcome.kind === 'faults') return { faults: outcome.faults, trouble: undefined }
  // what is wrong with nothing is that it is nothing
  const values = valuesOf(form)
  const faults = Object.fromEntries(
    Object.entries(faultsOf(outcome)).map(([name, words]) => [
      name,
      values[name] === '' ? faultText('missing') : words,
    ]),
  )
  const isHere = Object.keys(faults).some((field) => form.elements.namedItem(field))
  return { faults, trouble: isHere ? undefined : refusalText(outcome) }
}
