/** The ETag of a row's version or a ledger's revision. */
export const etag = (version: number): string => `"${version}"`

/** Whether a list of entity tags (If-Match, If-None-Match) names this one; weak tags count as strong ones, `*` as all. */
export function etagMatches(list: string, tag: string): boolean {
  if (list.trim() === '*') return true
  return tagsIn(list).includes(strong(tag))
}

/**
 * The version that If-Match asks for: undefined without the header or for `*`. A tag that is none of ours is version -1,
 * which no row has.
 */
export function versionIn(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const [tag, ...more] = tagsIn(ifMatch)
  const version = more.length === 0 && /^"([1-9]\d{0,14}|0)"$/.exec(tag ?? '')?.[1]
  return version ? Number(version) : -1
}

const tagsIn = (list: string): string[] => list.split(',').map((tag) => strong(tag.trim()))

/** Proxies that compress an answer make its tag weak. */
const strong = (tag: string): string => tag.replace(/^W\//, '')
