import { type AnyId, parseId } from '../domain/ids.ts'

/** An id out of a path, a body or a header, whose shape was checked when it was read. */
export function checkedId<Brand extends AnyId>(text: string): Brand {
  const id = parseId<Brand>(text)
  if (!id) throw new TypeError('An id came past its check.')
  return id
}
