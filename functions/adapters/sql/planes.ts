import { type Kysely, sql } from 'kysely'
import type { Plane, Planes } from '../../ports/planes.ts'

type Db = Pick<Kysely<unknown>, 'getExecutor'>

/** Two seconds: a probe that waits longer is given up by whoever sent it. */
const patienceMs = 2_000

/** Takes how to get at each database, for opening one may be what fails. */
export function sqlPlanes(open: { readonly [P in Plane]: () => Promise<Db> }): Planes {
  return {
    up: (plane) => soon(open[plane]().then((db) => sql`select 1`.execute(db))),
  }
}

async function soon(answer: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  const answered = answer.then(
    () => true,
    () => false,
  )
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer))
}
