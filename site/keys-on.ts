import type { Desk } from './state/state.ts'

/** Whether single keys act; who dictates or uses a screen reader may want them off. */
export function areKeysOn({ kept }: Pick<Desk, 'kept'>): boolean {
  return kept('outlay-keys').read() !== 'off'
}

export function setKeys(desk: Desk, on: boolean): void {
  desk.kept('outlay-keys').write(on ? undefined : 'off')
  desk.state.set({})
}

/** The key that was pressed before, where it was no text. */
export const keyBefore = { is: '' }
