import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { uuidV7 } from '../uuid.ts'
import type { Desk, Dialog, Undo } from './state.ts'

let opened: (desk: Desk, dialog: Dialog['kind']) => void = () => {}

/** The inside says what is to be loaded for a dialog: who is not logged in need not carry that. */
export function onOpen(load: typeof opened): void {
  opened = load
}

export function open(desk: Desk, dialog: Dialog): void {
  const { forms } = desk.state.get()
  // what a page's forms hold stays behind the dialog, whose own begins anew
  desk.state.set({ dialog, forms: { ...forms, [dialog.kind]: undefined, merge: undefined } })
  opened(desk, dialog.kind)
}

/** A new entry has its id from the moment its form opens, so that sending the form twice adds it once. */
export function addEntry(desk: Desk): void {
  open(desk, { kind: 'say', id: uuidV7(desk.now()) })
}

export function close({ state }: Desk): void {
  if (state.get().dialog) state.set({ dialog: undefined })
}

const shownMs = 10_000
let keep = () => {}

/** One line at the bottom, for ten seconds. */
export function say({ state, later }: Pick<Desk, 'state' | 'later'>, words: string, undo?: Undo): void {
  keep()
  state.set({ said: { words, undo } })
  keep = later(shownMs, () => state.set({ said: undefined }))
}

export async function takeBack(desk: Desk): Promise<void> {
  const undo = desk.state.get().said?.undo
  // pressed twice it is taken back once
  desk.state.set({ said: undefined })
  if (undo) say(desk, (await undo()) ?? t(en.undone))
}
