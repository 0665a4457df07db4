import { Kysely } from 'kysely'
import type { Watch } from '../watch.ts'
import { Db2Adapter } from './adapter.ts'
import { loadIbmDb } from './client.ts'
import { Db2QueryCompiler } from './compiler.ts'
import { Db2Driver } from './driver.ts'
import { opener } from './opener.ts'
import { LinkPool, type Patience } from './pool.ts'
import type { Db2Settings } from './settings.ts'

export interface Db2Options {
  readonly onStatement?: Watch
  readonly patience?: Patience
}

/** Opens Db2; connects at the first statement and not before. Throws a `Sentence` where IBM's driver is not here. */
export async function openDb2<Tables>(settings: Db2Settings, options: Db2Options = {}): Promise<Kysely<Tables>> {
  const ibm = loadIbmDb()
  const pool = new LinkPool(opener(ibm, settings), settings.connections ?? 1, options.patience)
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => new Db2Driver(pool, options.onStatement),
      createQueryCompiler: () => new Db2QueryCompiler(),
      createAdapter: () => new Db2Adapter(),
      createIntrospector: () => {
        throw new Error('The schema is known from the migrations')
      },
    },
  })
}
