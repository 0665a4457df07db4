import type { ComponentChildren } from 'preact'
import { html } from '../html.ts'
import type { Form } from '../state/state.ts'

export interface FieldParts {
  readonly label: string
  readonly hint?: string | undefined
  /** What it holds at first. */
  readonly value?: string | undefined
  /** What it holds now, whatever it held before. */
  readonly now?: string | undefined
  /** Stands at its end. */
  readonly beside?: ComponentChildren
  /** Options make it a choice. */
  readonly options?: ComponentChildren
  readonly [attribute: string]: unknown
}

/** A label, what is typed or chosen, what is wrong with it and a hint, tied to it for those who listen. */
export function field(
  { name: form, faults }: Form,
  name: string,
  { label, hint, value, now, options, beside, ...rest }: FieldParts,
) {
  const id = `${form}-${name}`
  const fault = faults[name]
  const about = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  const shared = { id, name, class: 'f', 'aria-describedby': about, 'aria-invalid': fault && 'true', ...rest }
  return html`<div class="field" key=${name}>
    <label class="s" for=${id}>${label}</label>
    ${beside ? html`<div class="row">${control(options, value, now, shared)}${beside}</div>` : control(options, value, now, shared)}
    ${fault && html`<p class="s over" id=${`${id}-fault`}>${fault}</p>`}
    ${hint && html`<p class="s q" id=${`${id}-hint`}>${hint}</p>`}
  </div>`
}

function control(options: ComponentChildren, value: unknown, now: unknown, shared: object) {
  if (options) return html`<select ...${shared}>${options}</select>`
  return now === undefined
    ? html`<input defaultValue=${value} ...${shared} />`
    : html`<input value=${now} ...${shared} />`
}

/** One to choose; it is chosen at first where its value is the wanted one. */
export function option(value: string, words: string, wanted?: string) {
  return html`<option value=${value} selected=${value === wanted}>${words}</option>`
}

/** An amount: figures and a decimal sign of the person's own. */
export const amountLook = { inputmode: 'decimal', autocomplete: 'off', maxlength: '30' }

export const emailLook = { type: 'email', autocomplete: 'username', maxlength: '254' }

export function passwordLook(autocomplete: 'current-password' | 'new-password') {
  return { type: 'password', autocomplete, maxlength: '200' }
}
