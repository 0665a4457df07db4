/** A host's answer may have 1 MB with headers and encoding: a page ends early when it comes near. */
export const mostBytes = 700 * 1024

/** As many rows as fit, at least one; `more` tells whether any were left out. */
export function fitting<Row>(
  rows: readonly Row[],
  limit: number,
  bytesOf: (row: Row) => number,
): { shown: Row[]; more: boolean } {
  const shown: Row[] = []
  let bytes = 0
  for (const row of rows.slice(0, limit)) {
    bytes += bytesOf(row)
    if (shown.length > 0 && bytes > mostBytes) break
    shown.push(row)
  }
  return { shown, more: shown.length < rows.length }
}

export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1
