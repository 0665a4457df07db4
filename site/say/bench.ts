import { type Word, wordsIn } from './words.ts'

export type Role = 'amount' | 'day' | 'account' | 'toAccount' | 'toAmount' | 'tag' | 'payee' | 'category' | 'note'

/** A stretch of the text and what it was read as. No two overlap. */
export interface Part extends Word {
  readonly role: Role
}

/** The words of a line, from which one after the other is taken for what it means. */
export interface Bench {
  readonly left: () => readonly Word[]
  readonly take: (words: readonly Word[], role: Role) => void
  readonly drop: (word: Word) => void
  readonly parts: () => readonly Part[]
}

export function benchFor(text: string): Bench {
  const words = wordsIn(text)
  const gone = new Set<Word>()
  const parts: Part[] = []
  return {
    left: () => words.filter((word) => !gone.has(word)),
    take: (taken, role) => {
      for (const run of runsOf(taken)) {
        const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0]
        parts.push({ role, start, end, text: text.slice(start, end) })
      }
      for (const word of taken) gone.add(word)
    },
    drop: (word) => gone.add(word),
    parts: () => parts.toSorted((a, b) => a.start - b.start),
  }

  /** Words that stand side by side in the text; they come in its order. */
  function runsOf(taken: readonly Word[]): readonly (readonly Word[])[] {
    const runs: Word[][] = []
    for (const word of taken) {
      const run = runs.at(-1)
      const before = run?.at(-1)
      if (run && before && words.indexOf(word) === words.indexOf(before) + 1) run.push(word)
      else runs.push([word])
    }
    return runs
  }
}
