/** Whether more than this share of them fits; of none, nothing does. */
export function mostly<One>(all: readonly One[], fits: (one: One) => boolean, share = 0.8): boolean {
  return all.length > 0 && all.filter(fits).length > all.length * share
}
