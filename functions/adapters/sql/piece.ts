import { CompiledQuery, type Kysely } from 'kysely'

type Db = Pick<Kysely<unknown>, 'executeQuery'>

/** A piece of SQL with the values for its question marks. */
export interface Piece {
  readonly text: string
  readonly values: readonly unknown[]
}

export async function rowsOf<Row>(db: Db, { text, values }: Piece): Promise<readonly Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

/**
 * Rows as arrays, in the order of the select's columns. For reads of hundreds of rows: an object by name for each takes
 * longer (measured) than all that is made of it.
 */
export async function tuplesOf<Tuple extends readonly unknown[]>(
  db: Db,
  { text, values }: Piece,
): Promise<readonly Tuple[]> {
  // in this order: what is added to a copy takes many times as long (measured)
  const query: TupleQuery = { asTuples: true, ...CompiledQuery.raw(text, [...values]) }
  return (await db.executeQuery<Tuple>(query)).rows
}

/** How many rows it changed. */
export async function run(db: Db, { text, values }: Piece): Promise<bigint> {
  const { numAffectedRows = 0n } = await db.executeQuery(CompiledQuery.raw(text, [...values]))
  return numAffectedRows
}

interface TupleQuery extends CompiledQuery {
  readonly asTuples: true
}

/** For drivers: whether the rows of this statement are wanted as arrays. */
export const wantsTuples = (query: CompiledQuery): boolean => 'asTuples' in query
