import type { GenericIssue } from 'valibot'
import type { Fault } from '../domain/refusal.ts'

/** More would help nobody to mend their request. */
const most = 20

/** What is wrong with a shape, in our words and as JSON pointers (RFC 6901) below `at`. */
export function faultsOf(issues: readonly GenericIssue[], at = ''): Fault[] {
  return issues.slice(0, most).map((issue) => {
    const pointer = at + (issue.path ?? []).map(({ key }) => `/${escaped(String(key))}`).join('')
    const code = codeOf(issue)
    return { pointer, code, message: messages[code] }
  })
}

/** A caller may have sent a name as long as the body: what is repeated of it is cut. */
export const escaped = (key: string): string =>
  key
    .slice(0, 100)
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replace(/\p{Cs}/gu, '\ufffd')

export const fault = (pointer: string, code: FaultCode): Fault => ({ pointer, code, message: messages[code] })

export type FaultCode = keyof typeof messages

const messages = {
  missing: 'This is needed.',
  'unknown-field': 'There is no such field here.',
  repeated: 'This may be given once only.',
  'wrong-type': 'This has another type than the one that belongs here.',
  'wrong-format': 'This is not written the way it has to be.',
  'not-one-of': 'This is none of the values that may stand here.',
  'too-short': 'This is too short.',
  'too-long': 'This is too long.',
  'too-small': 'This is too small.',
  'too-large': 'This is too large.',
  'not-json': 'The body is not JSON.',
  'not-text': 'This holds what is no text: control characters other than newline and tab, or half of a surrogate pair.',
  'too-deep': 'This is nested too deeply.',
} as const

function codeOf({ type, path, expected }: GenericIssue): FaultCode {
  if (path?.at(-1)?.origin === 'key') return expected === 'never' ? 'unknown-field' : 'missing'
  return codes[type] ?? 'wrong-type'
}

const codes: { readonly [type: string]: FaultCode } = {
  regex: 'wrong-format',
  picklist: 'not-one-of',
  literal: 'not-one-of',
  variant: 'not-one-of',
  union: 'wrong-format',
  min_length: 'too-short',
  max_length: 'too-long',
  min_value: 'too-small',
  max_value: 'too-large',
}
