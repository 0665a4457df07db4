/** Whether a row is as a change wanted it; undefined where not, for it may have been changed by others since. */
export function isSaidBy(change: object, row: object | undefined): true | undefined {
  const isSo = ([name, value]: readonly [string, unknown]) => String(Reflect.get(row ?? {}, name)) === String(value)
  return (row && Object.entries(change).every(isSo)) || undefined
}
