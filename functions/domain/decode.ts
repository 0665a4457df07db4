/** Makes a value of what was read, or throws a `Mismatch` that says where it is none. */
export type Decoder<Value> = (read: unknown, at: string) => Value

/** A field that may be absent. */
export interface Optional<Value> {
  readonly optional: Decoder<Value>
}

/** What was read is not what it should be. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch'
  readonly at: string

  constructor(at: string) {
    super(`Unexpected at ${at || '/'}`)
    this.at = at
  }
}

export type Fields<Shape> = {
  readonly [Key in keyof Shape]-?: Record<never, never> extends Pick<Shape, Key>
    ? Optional<Exclude<Shape[Key], undefined>>
    : Decoder<Shape[Key]>
}

/** An object with these fields and no others. */
export function shape<Shape extends object>(fields: Fields<Shape>): Decoder<Shape> {
  const known = Object.entries<Decoder<unknown> | Optional<unknown>>(fields)
  return (read, at) => {
    const given = new Map(Object.entries(asObject(read, at)))
    const decoded = known.flatMap(([name, field]) => {
      const there = given.has(name)
      const value = given.get(name)
      given.delete(name)
      if (typeof field === 'function') return [[name, field(value, `${at}/${name}`)]]
      return there ? [[name, field.optional(value, `${at}/${name}`)]] : []
    })
    for (const [stranger] of given) throw new Mismatch(`${at}/${stranger}`)
    return Object.fromEntries(decoded) as Shape
  }
}

export function optional<Value>(decoder: Decoder<Value>): Optional<Value> {
  return { optional: decoder }
}

export function list<Value>(decoder: Decoder<Value>): Decoder<readonly Value[]> {
  return (read, at) => {
    if (!Array.isArray(read)) throw new Mismatch(at)
    return read.map((one, place) => decoder(one, `${at}/${place}`))
  }
}

/** An object with any names. */
export function dictionary<Value>(decoder: Decoder<Value>): Decoder<{ readonly [name: string]: Value }> {
  return (read, at) => {
    const entries = Object.entries(asObject(read, at))
    return Object.fromEntries(entries.map(([name, value]) => [name, decoder(value, `${at}/${name}`)]))
  }
}

export const text: Decoder<string> = (read, at) => {
  if (typeof read !== 'string') throw new Mismatch(at)
  return read
}

export function oneOf<const Value extends string>(...values: readonly Value[]): Decoder<Value> {
  return (read, at) => {
    const found = values.find((value) => value === read)
    if (found === undefined) throw new Mismatch(at)
    return found
  }
}

export function number(isGood: (value: number) => boolean): Decoder<number> {
  return (read, at) => {
    if (typeof read !== 'number' || !isGood(read)) throw new Mismatch(at)
    return read
  }
}

function asObject(read: unknown, at: string): object {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Mismatch(at)
  return read
}
