import type { Problem } from './api.ts'
import { refusals } from './messages/en-forms.ts'
import { t } from './messages/t.ts'
import { problemText } from './problems.ts'
import type { Faults } from './state/state.ts'

const texts: { [code: string]: string } = { ...refusals }

/** Forms that are told what others are not bring the words for it. */
export function learnRefusals(more: { readonly [code: string]: string }): void {
  Object.assign(texts, more)
}

/** What to tell the person of a form: by the refusal's code, as far as it is one that a person can do something about. */
export function refusalText(problem: Problem): string {
  const words = problem.kind === 'refused' ? texts[problem.code] : undefined
  return words ? t(words) : problemText(problem)
}

/** The words for one field. */
export function faultText(code: keyof typeof refusals): string {
  return t(refusals[code])
}

/** The fields of a form that a refusal is about, with what to say under each: its pointers name the body's fields. */
export function faultsOf(problem: Problem): Faults {
  if (problem.kind !== 'refused') return {}
  const found = problem.errors.map(({ pointer, code }) => [
    pointer.split('/')[1] ?? '',
    t(texts[code] ?? refusals.wrong),
  ])
  return Object.fromEntries(found)
}
