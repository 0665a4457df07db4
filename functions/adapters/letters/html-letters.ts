import type { Letters } from '../../ports/letters.ts'

/** Writes letters in this thread; what writes them is read with the first one. */
export function htmlLetters(): Letters {
  const writer = () => import('./written.ts')
  return {
    report: async (...given) => (await writer()).report(...given),
    verification: async (...given) => (await writer()).verification(...given),
    reset: async (...given) => (await writer()).reset(...given),
    alert: async (...given) => (await writer()).alert(...given),
  }
}
