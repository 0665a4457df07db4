import { requestId } from '../edge/request.ts'
import { refused } from '../edge/response.ts'
import { answerOf, type Incoming, type Outgoing } from './controller.ts'

/** The host's own refusals are problem documents like all others. */
export function refusal(kind: 'not-found' | 'too-large', headers: Incoming['headers']): Outgoing {
  const id = requestId(Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])))
  const { headers: others, ...rest } = refused({ kind }, id)
  return answerOf({ ...rest, headers: { ...others, 'x-request-id': id } })
}
