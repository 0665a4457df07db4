/**
 * Selects for `union all` in as few statements as take them: SQLite unites 500. What belongs together stays in one
 * statement, and so is of one moment.
 */
export function united<Select>(together: readonly (readonly Select[])[]): readonly (readonly Select[])[] {
  const statements: Select[][] = []
  for (const selects of together) {
    const last = statements.at(-1)
    if (last && last.length + selects.length <= most) last.push(...selects)
    else if (selects.length > 0) statements.push([...selects])
  }
  return statements
}

const most = 400
