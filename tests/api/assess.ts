import * as assert from 'uvu/assert'
import { inProcess } from '../../functions/adapters/jobs/in-process.ts'
import type { Problem } from '../../functions/api/shapes.ts'
import type { Answer } from '../support/client.ts'
import type { Stage } from './stage.ts'

/** A problem document of this status; hands it back. */
export function isProblem(answer: Answer, status: number, why = ''): Problem {
  const said = `${why}: ${answer.status} ${JSON.stringify(answer.body)}`
  assert.is(answer.status, status, said)
  assert.is(answer.headers['content-type'], 'application/problem+json', said)
  const problem = answer.body as Problem
  assert.is(problem.status, status, said)
  assert.ok(problem.title && problem.code && problem.requestId, said)
  return problem
}

/** A problem document with any status of 4xx. */
export function isRefused(answer: Answer, why = ''): Problem {
  assert.ok(answer.status >= 400 && answer.status < 500, `${why}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return isProblem(answer, answer.status, why)
}

/** What is done commits nothing at all to either plane. */
export async function unchanged<T>({ watcher }: Pick<Stage, 'watcher'>, act: () => Promise<T>, why = ''): Promise<T> {
  // a report that an earlier call has asked for may still be under way
  await inProcess.idle()
  const before = watcher.look()
  const done = await act()
  assert.equal(watcher.look(), before, `${why}: something was written`)
  return done
}
