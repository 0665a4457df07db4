/** The ETag of a row's version or a ledger's revision. */
export const etag = (version: number): string => `"${version}"`

/** Whether a list of entity tags (If-Match, If-None-Match) names this one; weak tags count as strong ones, `*` as all. */
export function etagMatches(list: string, tag: string): boolean {
  if (list.trim() === '*') return true
  return tagsIn(list).includes(strong(tag))
}

/**
 * The versions that If-Match asks for: undefined, which is any, without the header or for `*`. A tag that is none of ours
 * names no version.
 */
export function versionsIn(ifMatch: string | undefined): readonly number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  return tagsIn(ifMatch).flatMap((tag) => {
    const version = /^"([1-9]\d{0,14}|0)"$/.exec(tag)?.[1]
    return version === undefined ? [] : [Number(version)]
  })
}

const tagsIn = (list: string): string[] => list.split(',').map((tag) => strong(tag.trim()))

/** Who compresses an answer makes its tag weak, our own host among them; the version in it is as exact as before. */
const strong = (tag: string): string => tag.replace(/^W\//, '')
