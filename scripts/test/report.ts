import type { Message } from './message.ts'

/** How one test file went. */
export type Report = {
  readonly file: string
  readonly seconds: number
  readonly passed: number
  /** Failed tests, and one more for trouble. */
  readonly failed: number
  readonly skipped: number
  readonly leftOut: readonly LeftOut[]
  /** Figures taken on the way, judged by nobody. */
  readonly measured: readonly string[]
  /** What failing tests say, uvu's differences included. */
  readonly errors: string
  /** What went wrong outside any test: the file did not come to its end, or ran no test. */
  readonly trouble: string | undefined
  /** All that the file printed, uvu's marks included. */
  readonly printed: string
}

export type LeftOut = { readonly what: string; readonly why: string }

export function reportOf(file: string, heard: readonly Message[], seconds: number, ending?: string): Report {
  const suites = heard.filter((message) => message.kind === 'suite')
  const leftOut = heard.filter((message) => message.kind === 'left-out')
  const said = heard.filter((message) => message.kind === 'said')
  const total = (of: 'passed' | 'failed' | 'skipped') => suites.reduce((sum, suite) => sum + suite[of], 0)
  const trouble = ending ?? (leftOut.length > 0 ? undefined : emptiness(suites))

  return {
    file,
    seconds,
    passed: total('passed'),
    failed: total('failed') + (trouble === undefined ? 0 : 1),
    skipped: total('skipped'),
    leftOut: leftOut.map(({ what, why }) => ({ what, why })),
    measured: heard.flatMap((message) => (message.kind === 'measured' ? message.text : [])),
    errors: suites.map((suite) => suite.errors).join(''),
    trouble,
    printed: said.map(({ text }) => text).join(''),
  }
}

/** To uvu a file without tests is a success; it is most likely a forgotten line. */
function emptiness(suites: readonly (Message & { kind: 'suite' })[]): string | undefined {
  if (suites.length === 0) return 'No suite of it runs: each needs its .run().'
  const isEmpty = suites.some(({ passed, failed, skipped }) => passed + failed + skipped === 0)
  return isEmpty ? 'A suite of it has no test.' : undefined
}
