import type { Desk, Form } from '../state/state.ts'
import { formOf, setForm } from './form.ts'

/** The form of a new entry as one line. */
export const sayForm = 'say'

export function setLine(desk: Desk, change: Partial<Form>): void {
  setForm(desk, sayForm, change)
}

export function writeLine(desk: Desk, text: string): void {
  setLine(desk, { values: { ...formOf(desk.state.get(), sayForm).values, text }, trouble: undefined })
}
