import { wellFormed } from '../../domain/fold.ts'
import { fingerprint, type Of } from '../../edge/fingerprint.ts'
import type { Payee } from '../../ports/payees.ts'

/** Payees come by name, so the last name of a page says where the next one begins. */
export function cursorAfter(of: Of, { name }: Pick<Payee, 'name'>): string {
  return Buffer.from(`${fingerprint(of)} ${name}`).toString('base64url')
}

/** Absent for a text that is no cursor of this list, or one of another ledger or beginning. */
export function nameIn(of: Of, cursor: string): string | undefined {
  const [, name = ''] = /^\S+ (.+)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return wellFormed(name) && cursorAfter(of, { name }) === cursor ? name : undefined
}
