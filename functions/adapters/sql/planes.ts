import { type Kysely, sql } from 'kysely'
import type { Plane, Planes } from '../../ports/planes.ts'
import { engineOf, oneRow } from './engine-of.ts'

type Db = Pick<Kysely<unknown>, 'getExecutor'>

/**
 * Takes how to get at each database, for opening one may be what fails, and how many milliseconds to wait for an answer:
 * whoever sends the probe gives up on one that takes longer.
 */
export function sqlPlanes(open: { readonly [P in Plane]: () => Promise<Db> }, patienceMs = 2_000): Planes {
  return {
    up: (plane) => soon(asked(open[plane]), patienceMs),
  }
}

async function asked(open: () => Promise<Db>): Promise<boolean> {
  try {
    const db = await open()
    await sql`select 1 from ${oneRow(engineOf(db))}`.execute(db)
    return true
  } catch {
    return false
  }
}

async function soon(answer: Promise<boolean>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
