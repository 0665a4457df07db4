import type { PayeeView } from '../api/payees.ts'
import type { Payee } from '../ports/payees.ts'

export function payeeView({ id, version, name, mergedInto }: Payee): PayeeView {
  return { id, version, name, ...(mergedInto && { mergedInto }) }
}
