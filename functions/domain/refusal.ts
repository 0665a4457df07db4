import type { BadCurrency } from './currency.ts'
import type { BadDay } from './day.ts'
import type { BadAmount } from './money.ts'
import type { BadRule } from './period.ts'

/** One thing that is wrong with what was asked: where (a JSON pointer), a word for programs, a sentence for people. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

type Plain =
  | 'unauthenticated' // no token, or one that is not, no longer, or not yet good
  | 'wrong-credentials'
  | 'refresh-refused'
  | 'forbidden' // a member whose role does not reach
  | 'not-found'
  | 'method-not-allowed'
  | 'too-large'
  | 'answer-too-large' // more than a host carries; what was asked for can be asked in parts
  | 'unsupported-media-type'
  | 'not-acceptable-origin'
  | 'email-taken'
  | 'name-taken'
  | 'in-use'
  | 'sole-owner' // a shared ledger needs another owner before its last one leaves
  | 'gone' // it lies in the trash
  | 'version-mismatch'
  | 'precondition-required'
  | 'report-not-ready' // its PDF is not made yet
  | 'email-unverified'
  | 'mail-stopped' // it came back from the address, or was complained about
  | 'mail-refused' // the mail service will not take it
  | 'not-signed' // by whoever may say this
  | 'token-spent' // used, too old, or none of ours
  | 'bad-email'
  | 'weak-password'
  | 'wrong-password'
  | 'bad-zone'
  | 'bad-locale'
  | 'bad-cursor'
  | 'bad-range'
  | 'amount-not-positive'
  | 'total-too-large'
  | 'unknown-account'
  | 'unknown-category'
  | 'unknown-payee'
  | 'unknown-entry'
  | 'statement-off' // its balance is not what the entries on it come to
  | 'unknown-parent'
  | 'account-archived'
  | 'category-archived'
  | 'category-kind' // an income category on an expense, or the other way round
  | 'category-depth' // a third level, or a parent that has a parent
  | 'category-merged'
  | 'merge-into-itself'
  | 'not-merged'
  | 'currency-mismatch'
  | 'currency-fixed' // an account's currency cannot change after its first row
  | 'kind-fixed'
  | 'same-account'
  | 'to-account-needed'
  | 'to-amount-needed'
  | 'to-amount-not-wanted'
  | 'splits-do-not-add-up'
  | 'splits-and-category'
  | 'field-not-for-kind'
  | 'duplicate-id'

/** Every way Outlay says no. Add a kind here and the compiler lists what it touches. `pointer` names the field. */
export type Refusal = (
  | { readonly kind: Plain }
  | { readonly kind: 'bad-request'; readonly faults: readonly Fault[] }
  | { readonly kind: 'too-many-attempts'; readonly retryAfterS: number }
  | BadAmount
  | BadDay
  | BadRule
  | BadCurrency
) & { readonly pointer?: string }

export type RefusalKind = Refusal['kind']

/** The same refusal, with the field it is about; one that already knows its field keeps it behind the prefix. */
export const at = (pointer: string, refusal: Refusal): Refusal => ({
  ...refusal,
  pointer: pointer + (refusal.pointer ?? ''),
})
