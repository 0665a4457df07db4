import { fold } from './fold.ts'

/** All words of the longest note. Where two characters are a term a longer text is found by its beginning: each is a row. */
const mostTerms = 400
const mostAsked = 60
const longestTerm = 32

/** What an entry is found by: the folded words of its texts, each once; pairs of characters where a script has no spaces. */
export function termsOf(...texts: readonly string[]): string[] {
  const terms = texts.flatMap(runsOf).flatMap((run) => (unspaced.test(run) ? [...pairsOf(run), lastOf(run)] : [run]))
  return [...new Set(terms)].slice(0, mostTerms)
}

/** The prefixes that an entry is to meet, each by one of its terms. None if the query has no letter or number. */
export function queryTerms(text: string): string[] {
  const prefixes = new Set(runsOf(text).flatMap((run) => (unspaced.test(run) ? pairsOf(run) : [run])))
  const telling = [...prefixes].filter((one) => ![...prefixes].some((other) => other !== one && other.startsWith(one)))
  return telling.slice(0, mostAsked)
}

const spaceless = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`
const unspaced = new RegExp(`^[${spaceless}]`, 'u')
const runs = new RegExp(`[${spaceless}]+|[^${spaceless}]+`, 'gu')

/** Words, cut where writing with spaces meets writing without. */
function runsOf(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.flatMap((word) => word.match(runs) ?? []).map((run) => (unspaced.test(run) ? run : capped(run)))
}

function capped(word: string): string {
  return word.length <= longestTerm ? word : [...word].slice(0, longestTerm).join('')
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.length === 1 ? characters : characters.slice(1).map((next, place) => `${characters[place]}${next}`)
}

/** No pair begins with the last character; alone it is found too. */
function lastOf(run: string): string {
  return [...run].at(-1) ?? ''
}
