import type { Kept } from './state/state.ts'

/** Under this the language of whoever is logged in. */
export const hintName = 'outlay-in'

/** A word that this browser remembers, where it remembers anything: in a private window all is forgotten. */
export function kept(name: string): Kept {
  return {
    read: (): string | undefined => {
      try {
        return localStorage.getItem(name) ?? undefined
      } catch {
        return undefined
      }
    },
    write: (value: string | undefined): void => {
      try {
        if (value === undefined) localStorage.removeItem(name)
        else localStorage.setItem(name, value)
      } catch {}
    },
  }
}
