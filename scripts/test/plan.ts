import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export type Suite = {
  readonly name: string
  /** Paths from the root, with forward slashes. */
  readonly files: readonly string[]
  /** All in one process: quicker, for files that leave nothing behind. */
  readonly together: boolean
  /** How many processes run beside each other. */
  readonly abreast: number
  /** Those that judge what all before them have left, one after another. */
  readonly last: readonly string[]
  /** Seconds that one file may take. */
  readonly limit: number
}

export type Plan = {
  readonly suites: readonly Suite[]
  /** What was asked for and is no suite and in no path. */
  readonly unmatched: readonly string[]
}

/** In this order; a folder of tests/ that is not named here comes last. */
const order = [
  'units',
  'contracts',
  'api',
  'zips',
  'deploy',
  'reports',
  'crash',
  'stack',
  'load',
  'faults',
  'browser',
  'clone',
]

/** Their files share nothing that they change, and count on no time of their own. */
const inPairs = ['units', 'contracts', 'api', 'reports', 'crash', 'browser', 'sheets']

const limits: Readonly<Record<string, number>> = {
  units: 120,
  reports: 600,
  crash: 600,
  deploy: 600,
  browser: 600,
  clone: 600,
}
const usualLimit = 300

/** Every test file below `root` is in exactly one suite. Patterns are the beginning of a suite's name or part of a path. */
export function plan(root: string, patterns: readonly string[]): Plan {
  const all = [...testFiles(root, '')].sort().map((file) => ({ file, suite: suiteOf(file) }))
  const isMeant = (pattern: string, { file, suite }: { file: string; suite: string }) =>
    suite.startsWith(pattern) || file.includes(pattern)

  const chosen = all.filter((one) => patterns.length === 0 || patterns.some((pattern) => isMeant(pattern, one)))
  const names = [...new Set([...order, ...chosen.map((one) => one.suite)])]
  const suites = names.map((name) => {
    const files = chosen.filter((one) => one.suite === name).map((one) => one.file)
    return {
      name,
      files: files.filter((file) => !isLast(file)),
      last: files.filter(isLast),
      together: name === 'units',
      abreast: inPairs.includes(name) ? 2 : 1,
      limit: limits[name] ?? usualLimit,
    }
  })

  return {
    suites: suites.filter(({ files, last }) => files.length + last.length > 0),
    unmatched: patterns.filter((pattern) => !all.some((one) => isMeant(pattern, one))),
  }
}

const isLast = (file: string) => /\/zz-[^/]*$/.test(file)

function suiteOf(file: string): string {
  if (file.endsWith('.engine.test.ts')) return 'contracts'
  const [, folder] = /^tests\/(?!support\/)([^/]+)\//.exec(file) ?? []
  return folder ?? 'units'
}

const elsewhere = /^(node_modules|dist|data|\..*)$/

function* testFiles(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory() && !elsewhere.test(entry.name)) yield* testFiles(root, path)
    if (entry.isFile() && entry.name.endsWith('.test.ts')) yield path
  }
}
