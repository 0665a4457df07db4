import type { ListedPayee as ListedView, PayeeView } from '../api/payees.ts'
import type { ListedPayee, Payee } from '../ports/payees.ts'

export function payeeView({ id, version, name, mergedInto }: Payee): PayeeView {
  return { id, version, name, ...(mergedInto && { mergedInto }) }
}

export function listedView({ last, ...payee }: ListedPayee): ListedView {
  return { ...payeeView(payee), ...(last && { last: { ...last } }) }
}
