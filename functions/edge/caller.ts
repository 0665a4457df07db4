import { isPrivate } from '../domain/network.ts'
import type { Request } from './request.ts'

/** Who sends this, as far as it can be told: for limits and for the list of sessions. */
export interface Caller {
  readonly address: string
  readonly agent: string
  readonly requestId: string
  readonly origin?: string
}

export function callerOf({ headers, id }: Pick<Request, 'headers' | 'id'>): Caller {
  const { origin } = headers
  return {
    address: addressOf(headers['x-forwarded-for'] ?? ''),
    agent: (headers['user-agent'] ?? '').slice(0, 255),
    requestId: id,
    ...(origin !== undefined && { origin }),
  }
}

/**
 * Every proxy appends whom it was called by, and a caller may have made up all that stands before: the last address
 * that is not one of a private network is the one that the outermost proxy of ours has seen.
 */
function addressOf(forwarded: string): string {
  const hops = forwarded
    .split(',')
    .map((hop) => hop.trim().toLowerCase())
    .filter((hop) => /^[0-9a-f.:]{2,45}$/.test(hop))
  return hops.findLast((hop) => !isPrivate(hop)) ?? hops.at(-1) ?? 'unknown'
}
