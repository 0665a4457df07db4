export type Bound = string | bigint | Uint8Array | null

/**
 * The one guard before any value reaches an engine. Without it libsql aborts the process on a boolean, cuts text at a
 * NUL, and stores a number as a REAL; mysql2 would turn an object into SQL. Whole numbers leave here as bigints.
 * Throws `Unbindable`, which never tells the value.
 */
export function bindable(value: unknown): Bound {
  switch (typeof value) {
    case 'string':
      if (broken.test(value)) throw new Unbindable('text with a NUL or a lone surrogate', 'text')
      return value
    case 'number':
      if (!Number.isSafeInteger(value)) throw new Unbindable('a number that is not a safe integer', 'number')
      return BigInt(value)
    case 'bigint':
      if (BigInt.asIntN(64, value) !== value) throw new Unbindable('a whole number past 64 bits', 'range')
      return value
    default:
      if (value === null || value instanceof Uint8Array) return value
      throw new Unbindable(`a value of type ${typeof value}`, 'type')
  }
}

export class Unbindable extends TypeError {
  override readonly name = 'Unbindable'
  readonly code: 'text' | 'number' | 'range' | 'type'

  constructor(what: string, code: Unbindable['code']) {
    super(`Cannot bind ${what}`)
    this.code = code
  }
}

/** By its name: a driver that lies beside the bundle has a class of its own. */
export const isUnbindable = (error: unknown): error is Unbindable =>
  error instanceof TypeError && error.name === 'Unbindable'

const broken = /[\0\p{Cs}]/u
