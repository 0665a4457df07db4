/** The versions of a row that a change may be made from: one, any of several, or whichever it has. */
export type IfVersion = number | readonly number[] | undefined

/** Whether a row's version is none of those. */
export function isOther(wanted: IfVersion, version: number): boolean {
  return typeof wanted === 'object' ? !wanted.includes(version) : wanted !== undefined && wanted !== version
}
