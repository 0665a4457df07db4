import type { Row } from './csv.ts'
import { type Named, placesOf, plainName } from './heads.ts'
import { contradicts, looksLikeAmounts, looksLikeDays } from './looks.ts'
import type { Columns, Role } from './roles.ts'
import { areWays, hasMinus } from './way.ts'

/** What the columns are likely to be: by their heads, and by what is in them. */
export function guessColumns(head: Row, rows: readonly Row[]): Columns {
  const names = head.map(plainName)
  const found = new Map<number, Role>()
  const cells = (place: number, most = 30) => rows.slice(0, most).map((row) => row[place] ?? '')
  const placeOf = (role: Role) => [...found].find(([, one]) => one === role)?.[0]
  const free = () => head.flatMap((_, place) => (found.has(place) ? [] : [place]))

  for (const role of ['day', 'amount', 'out', 'in'] as const) put(named(role), role)
  if (placeOf('day') === undefined) put(unnamedDay(), 'day')
  if (!['amount', 'out', 'in'].some((role) => placeOf(role as Role) !== undefined)) put(unnamedAmount(), 'amount')
  settle(placeOf('amount'), placeOf('out'), placeOf('in'))
  put(wayOfAmount(placeOf('amount')), 'way')
  for (const role of ['payee', 'note', 'category', 'tags'] as const) put(named(role), role)
  return head.map((_, place) => found.get(place))

  function put(place: number | undefined, role: Role): void {
    if (place !== undefined) found.set(place, role)
  }

  function named(role: Named): number | undefined {
    return placesOf(role, names).find((place) => !found.has(place) && !contradicts(role, cells(place)))
  }

  function unnamedDay(): number | undefined {
    return free().find((place) => looksLikeDays(cells(place)))
  }

  /** A balance seldom has a minus; a number of an account or of a paper looks like an amount, but has no cents. */
  function unnamedAmount(): number | undefined {
    const some = free().filter((place) => looksLikeAmounts(cells(place)) && !/saldo|balance/.test(names[place] ?? ''))
    const withA = (mark: RegExp) => some.find((place) => cells(place).some((cell) => mark.test(cell)))
    return withA(/[-−(]/) ?? withA(/[.,]\d\d\b/) ?? some[0]
  }

  /** One column, or one for each way: those two where the one is of fewer lines, or has no sign. */
  function settle(amount: number | undefined, out: number | undefined, back: number | undefined): void {
    if (amount === undefined) return
    const all = (...places: number[]) =>
      rows.slice(0, 500).filter((row) => places.some((place) => /[1-9]/.test(row[place] ?? ''))).length
    const isTwofold =
      out !== undefined &&
      back !== undefined &&
      (all(amount) < all(out, back) || (!cells(amount, 500).some(hasMinus) && all(out) > 0))
    for (const place of isTwofold ? [amount] : [out, back]) if (place !== undefined) found.delete(place)
  }

  /** Beside amounts of which none has a sign there may be a column that says which way each went. */
  function wayOfAmount(amount: number | undefined): number | undefined {
    if (amount === undefined || cells(amount, 500).some(hasMinus)) return undefined
    return free().find((place) => areWays(cells(place, 500)))
  }
}
