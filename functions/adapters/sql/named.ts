/** Rows as objects out of the arrays that drivers are asked for: building them here is the faster way. */
export function named<Row>(arrays: readonly unknown[], columns: readonly string[]): Row[] {
  return (arrays as readonly (readonly unknown[])[]).map((values) => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < columns.length; i++) row[columns[i] as string] = values[i]
    return row as Row
  })
}
