import type { ColumnType } from 'kysely'

type Written = bigint | number

/**
 * A whole number. Engines hand it back as they can (SQLite always a bigint, MySQL a string for BIGINT and a number for
 * SMALLINT), so `fromRow` says `Number(x)` for a count, a version or an instant and `BigInt(x)` for money.
 */
export type Whole = ColumnType<bigint | number | string, Written, Written>

/** 0 or 1: no engine's boolean. Read it as `Number(x) === 1`. */
export type Flag = ColumnType<bigint | number | string, 0 | 1, 0 | 1>
