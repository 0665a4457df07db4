import type { Problem } from '../api/shapes.ts'
import type { Fault, Refusal, RefusalKind } from '../domain/refusal.ts'

export interface ProblemKind {
  readonly status: number
  readonly title: string
}

/** One table from refusals to HTTP. A refusal without a row here does not compile. */
export const problems: { readonly [K in RefusalKind]: ProblemKind } = {
  'bad-request': { status: 400, title: 'The request does not have the shape that this address takes.' },
  'bad-cursor': { status: 400, title: 'The cursor is not one that this list has handed out for these filters.' },

  unauthenticated: { status: 401, title: 'This needs an access token that is good now. Refresh it, or log in.' },
  'wrong-credentials': { status: 401, title: 'Email and password do not belong together.' },
  'refresh-refused': { status: 401, title: 'The session has ended. Log in again.' },

  forbidden: { status: 403, title: 'Your role in this ledger does not allow that.' },
  'wrong-password': { status: 403, title: 'The current password is not right.' },
  'not-acceptable-origin': {
    status: 403,
    title: 'This was sent from a page that is not at the address that PUBLIC_URL names.',
  },

  'not-signed': { status: 403, title: 'This is not signed by whom it has to come from, or too long ago.' },

  'not-found': { status: 404, title: 'There is nothing here that you may see.' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method.' },

  'email-taken': { status: 409, title: 'An account with this email exists.' },
  'name-taken': { status: 409, title: 'Another one has this name already.' },
  'in-use': { status: 409, title: 'It is in use. Archive it instead, or merge a payee into another one.' },
  'sole-owner': { status: 409, title: 'A ledger that you share would lose its last owner. Give it another one first.' },
  'not-merged': { status: 409, title: 'It is not merged into another one.' },

  'report-not-ready': { status: 409, title: 'There is no PDF of this report yet, or somebody is sending it.' },
  'email-unverified': { status: 409, title: 'Mail is only sent to an address that was verified. Verify it first.' },
  'mail-stopped': { status: 409, title: 'Mail to this address came back or was complained about. Verify it anew.' },

  'token-spent': { status: 410, title: 'This link was used, is too old, or was never one.' },
  gone: { status: 410, title: 'It lies in the trash. Restore it first.' },
  'version-mismatch': { status: 412, title: 'It has changed since you read it. Read it again.' },
  'too-large': { status: 413, title: 'The body is larger than this address takes. Send it in parts.' },
  'answer-too-large': { status: 413, title: 'The answer would be larger than a host carries. Ask for it in parts.' },
  'unsupported-media-type': { status: 415, title: 'The body must be sent as application/json.' },

  'mail-refused': { status: 422, title: 'The mail service does not take mail for this address.' },
  'bad-email': { status: 422, title: 'This is not an email address.' },
  'weak-password': { status: 422, title: 'The password is too easy to guess.' },
  'bad-zone': { status: 422, title: 'This is not a time zone of the IANA database, such as Europe/Berlin.' },
  'bad-locale': { status: 422, title: 'This is not a language tag, such as en or pt-BR.' },
  'bad-currency': { status: 422, title: 'This is not a currency code of ISO 4217, such as EUR.' },
  'bad-day': { status: 422, title: 'This is not a day of the calendar between 1900-01-01 and 2199-12-31.' },
  'bad-range': { status: 422, title: 'The range ends before it begins, is too long, or lacks one of its ends.' },
  'bad-rule': { status: 422, title: 'This is not a period rule, such as month, month:25 or week.' },
  'bad-amount': { status: 422, title: 'The amount is not a number with as many decimals as its currency has.' },
  'amount-not-positive': { status: 422, title: 'The amount must be more than zero.' },
  'amount-too-large': { status: 422, title: 'The amount has more digits than Outlay keeps.' },
  'total-too-large': { status: 422, title: 'A total would become larger than Outlay can keep.' },
  'unknown-account': { status: 422, title: 'This ledger has no such account.' },
  'unknown-category': { status: 422, title: 'This ledger has no such category.' },
  'unknown-payee': { status: 422, title: 'This ledger has no such payee.' },
  'unknown-entry': { status: 422, title: 'This account has no such entry up to that day.' },
  'statement-off': { status: 422, title: 'The balance is not what the entries on the statement come to.' },
  'unknown-parent': { status: 422, title: 'This ledger has no such category to be the parent.' },
  'account-archived': { status: 422, title: 'The account is archived and takes no entries.' },
  'category-archived': { status: 422, title: 'The category is archived and takes no entries.' },
  'category-kind': { status: 422, title: 'Income and expenses do not share categories.' },
  'category-depth': {
    status: 422,
    title: 'Categories have two levels: a parent has no parent, and a child no children.',
  },
  'category-merged': { status: 422, title: 'The category is merged into another one; name that one.' },
  'merge-into-itself': { status: 422, title: 'It cannot be merged into itself, nor into one that is merged into it.' },
  'currency-mismatch': { status: 422, title: 'The currency is not that of the account.' },
  'currency-fixed': { status: 422, title: 'The currency cannot change any more.' },
  'kind-fixed': { status: 422, title: 'The kind cannot change once it is used.' },
  'same-account': { status: 422, title: 'A transfer needs two accounts.' },
  'to-account-needed': { status: 422, title: 'A transfer needs toAccountId, the account that the money goes to.' },
  'to-amount-needed': { status: 422, title: 'A transfer between two currencies needs toAmount.' },
  'to-amount-not-wanted': { status: 422, title: 'Only a transfer between two currencies takes toAmount.' },
  'splits-do-not-add-up': { status: 422, title: 'The splits do not add up to the amount.' },
  'splits-and-category': { status: 422, title: 'Name either a category or splits.' },
  'field-not-for-kind': { status: 422, title: 'An entry of this kind does not take this field.' },
  'duplicate-id': { status: 422, title: 'An id appears twice.' },

  'precondition-required': {
    status: 428,
    title: 'Something else has this id already. To replace it, send If-Match with its ETag.',
  },
  'too-many-attempts': { status: 429, title: 'Too many attempts. Wait a while.' },
}

/** What went wrong on our side of the door: no refusals, for a caller can do nothing about them but try again. */
export const breakages = {
  unavailable: { status: 503, title: 'A part of Outlay cannot be reached now. Try again in a moment.' },
  broken: { status: 500, title: 'Something went wrong on our side. It has been noted.' },
} as const satisfies { readonly [code: string]: ProblemKind }

/** The problem document (RFC 9457) of a refusal. `type` is relative to the API; its last part is `code`. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  return { ...document(refusal.kind, problems[refusal.kind], requestId), ...errorsOf(refusal) }
}

export function breakageOf(code: keyof typeof breakages, requestId: string): Problem {
  return document(code, breakages[code], requestId)
}

function document(code: string, { status, title }: ProblemKind, requestId: string): Problem {
  return { type: `/problems/${code}`, title, status, code, requestId }
}

function errorsOf(refusal: Refusal): { errors?: Fault[] } {
  if (refusal.kind === 'bad-request') return { errors: [...refusal.faults] }
  if (refusal.pointer === undefined) return {}
  return { errors: [{ pointer: refusal.pointer, code: refusal.kind, message: problems[refusal.kind].title }] }
}
