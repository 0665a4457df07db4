import { Id } from '../../functions/api/shapes.ts'

/** Every place of a schema, by a pointer with `*` for any item of a list; the schema that stands there. */
function placesIn(schema: unknown, pointer = ''): readonly (readonly [pointer: string, schema: unknown])[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (schema === Id) return [[pointer, schema]]
  const { entries, item, options, wrapped, type, pipe } = schema as {
    readonly [part in 'entries' | 'item' | 'options' | 'wrapped' | 'type' | 'pipe']?: unknown
  }
  if (wrapped) return placesIn(wrapped, pointer)
  if (Array.isArray(pipe) && pipe[0] !== schema) return placesIn(pipe[0], pointer)
  if (item) return placesIn(item, `${pointer}/*`)
  if ((type === 'union' || type === 'variant') && Array.isArray(options)) {
    return options.flatMap((option) => placesIn(option, pointer))
  }
  if (typeof entries === 'object' && entries !== null) {
    return Object.entries(entries).flatMap(([name, part]) => placesIn(part, `${pointer}/${name}`))
  }
  return [[pointer, schema]]
}

/** Pointers of all fields that hold an id. */
export function idFields(schema: unknown): readonly string[] {
  const found = placesIn(schema).filter(([, part]) => part === Id)
  return [...new Set(found.map(([pointer]) => pointer))]
}

/** Names of an object's fields. */
export function fieldNames(schema: unknown): readonly string[] {
  const names = placesIn(schema).map(([pointer]) => pointer.split('/')[1] ?? '')
  return [...new Set(names)].filter((name) => name !== '' && name !== '*')
}
