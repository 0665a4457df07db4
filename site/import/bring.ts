import type { BatchChange } from '../../functions/api/transactions.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from '../state/book.ts'
import type { Planned } from './plan.ts'

/** What an import has done: undoing it is deleting all of it. */
export interface Brought {
  readonly ids: readonly string[]
  /** Entries that were there by then. */
  readonly already: number
  /** Why it ended before its end, and at which line of the file. */
  readonly problem?: Problem
  readonly row?: number | undefined
}

const mostAtOnce = 250
/** A batch may have half a megabyte. */
const mostBytes = 400_000

/**
 * Brings these in, part by part, each all or none. `told` hears how many are done. Done again, for instance after the
 * network was gone, it goes on where it ended: an id is one entry.
 */
export async function bring(api: Api, planned: readonly Planned[], told: (done: number) => void): Promise<Brought> {
  const ids: string[] = []
  let already = 0
  for (const part of partsOf(planned)) {
    let left = part
    while (left.length > 0) {
      const changes = left.map(changeFor)
      const answer = await api.transactions.batchTransactions({ params: here, body: { changes } })
      if (answer.ok) {
        const fresh = answer.value.body.results.filter(({ outcome }) => outcome === 'created' || outcome === 'restored')
        ids.push(...fresh.map(({ id }) => id))
        already += left.length - fresh.length
        break
      }
      const blamed = left[placeIn(answer.error)]
      if (!blamed || !isThere(answer.error)) return { ids, already, problem: answer.error, row: blamed?.row }
      already += 1
      left = left.filter((one) => one !== blamed)
    }
    told(ids.length + already)
  }
  return { ids, already }
}

/** Deletes what was brought. Whoever changed one of them since loses that, too. */
export async function takeBack(api: Api, ids: readonly string[]): Promise<Result<undefined, Problem>> {
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const changes = ids.slice(from, from + mostAtOnce).map((id) => ({ op: 'delete' as const, id }))
    const answer = await api.transactions.batchTransactions({ params: here, body: { changes } })
    if (!answer.ok) return refuse(answer.error)
  }
  return ok(undefined)
}

function changeFor({ id, draft, standing }: Planned): BatchChange {
  return standing === 'deleted' ? { op: 'restore', id } : { op: 'create', id, transaction: draft }
}

function partsOf(planned: readonly Planned[]): readonly (readonly Planned[])[] {
  const parts: Planned[][] = [[]]
  let bytes = 0
  for (const one of planned) {
    const own = new TextEncoder().encode(JSON.stringify(changeFor(one))).length + 1
    const last = parts.at(-1) ?? []
    if (last.length === mostAtOnce || bytes + own > mostBytes) {
      parts.push([one])
      bytes = own
    } else {
      last.push(one)
      bytes += own
    }
  }
  return parts
}

/** Another tab, another file or a person was faster: it is there under its id, or was there and is in the trash. */
function isThere(problem: Problem): boolean {
  return problem.kind === 'refused' && /^(precondition-required|gone)$/.test(codeOf(problem))
}

function codeOf(problem: Extract<Problem, { kind: 'refused' }>): string {
  return problem.errors[0]?.code ?? problem.code
}

/** Which of the changes it is about; none, where it is about no single one. */
function placeIn(problem: Problem): number {
  const pointer = problem.kind === 'refused' ? problem.errors[0]?.pointer : undefined
  return Number(/^\/changes\/(\d+)\//.exec(pointer ?? '')?.[1] ?? Number.NaN)
}
