import { fold } from '../../functions/domain/fold.ts'

/** A stretch of what was typed, from `start` up to `end`. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const pattern = /"[^"]*"?|[>→]|[^\s>→]+/g

/** Words between spaces; what stands in quotes is one; an arrow stands alone. */
export function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

export function isArrow({ text }: Word): boolean {
  return text === '>' || text === '→'
}

/** Several words as they are compared: folded, without the dots and commas that stand after them. */
export function phrase(words: readonly Word[]): string {
  return plain(words.map(({ text }) => text).join(' '))
}

export function plain(text: string): string {
  return fold(text).replace(/[.,;:!]+(?=\s|$)/g, '')
}

/** A word without what a sentence puts behind it, or a price: "4.50," and "4,-". */
export function bare(text: string): string {
  return text.replace(/[-.,;:!]+$/, '')
}
