import { fold, wellFormed } from '../../domain/fold.ts'
import type { Payee } from '../../ports/payees.ts'

/** Payees come by name, so the last name of a page says where the next one begins. */
export function cursorAfter({ name }: Pick<Payee, 'name'>): string {
  return Buffer.from(name).toString('base64url')
}

/** Absent for a text that is no cursor, or one of a list with another beginning. */
export function nameIn(cursor: string, prefix: string): string | undefined {
  const name = Buffer.from(cursor, 'base64url').toString()
  const isOurs = name !== '' && cursorAfter({ name }) === cursor && wellFormed(name)
  return isOurs && fold(name).startsWith(fold(prefix)) ? name : undefined
}
