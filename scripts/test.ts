import { failureText, leftOutLine, skippedLines, summaryLine, total } from './test/lines.ts'
import { prepare } from './test/parts.ts'
import { plan, type Suite } from './test/plan.ts'
import type { Report } from './test/report.ts'
import { runFiles } from './test/run-files.ts'

const help = `npm test [-- [--limit=SECONDS] [pattern…]]

Runs the suites one after another: units, contracts, then the folders of tests/. A pattern is the beginning of a
suite's name ("unit", "api") or part of a file's path ("functions/domain"). What this machine cannot run is named
before the last line; with CI=true, that and skipped tests are failures. --limit is the time that one file may take.`

const args = process.argv.slice(2)
const limit = Number(args.find((arg) => arg.startsWith('--limit='))?.slice('--limit='.length)) || undefined
const patterns = args.filter((arg) => !arg.startsWith('--'))
/** Files that are run sooner than a second process is started. */
const aHandful = 20
/** Seconds from which a file of a suite that runs together has a line of its own. */
const slow = 1
const isStrict = !['', '0', 'false'].includes(process.env.CI ?? '')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
if (args.includes('--help')) console.log(help)
else process.exitCode = (await main().catch(isBroken)) ? 0 : 1

/** Answers whether all is well, and has said so in its last line. */
async function main(): Promise<boolean> {
  const { suites: planned, unmatched } = plan(process.cwd(), patterns)
  for (const pattern of unmatched) console.log(`No suite and no test file is called "${pattern}".`)

  const { suites, leftOut, env, stop } = await prepare(planned)
  const reports: Report[] = []
  for (const suite of suites) reports.push(...(await runSuite(suite, env)))
  stop()

  const notRun = [...leftOut, ...reports.flatMap((report) => report.leftOut)]
  for (const line of [...skippedLines(reports), ...notRun.map(leftOutLine)]) console.log(line)
  const strictly = isStrict ? total(reports, 'skipped') + notRun.length : 0
  const known = total(reports, 'failed') + strictly + unmatched.length
  const isIdle = known === 0 && total(reports, 'passed') === 0
  if (isIdle) console.log('Nothing was run.')

  const failed = isIdle ? 1 : known
  console.log(`${total(reports, 'passed')} passed, ${failed} failed`)
  return failed === 0
}

/** Not a test's fault: a server that would not start, a folder that cannot be read. */
function isBroken(cause: unknown): boolean {
  console.log(cause)
  console.log('0 passed, 1 failed')
  return false
}

async function runSuite(suite: Suite, env: NodeJS.ProcessEnv): Promise<readonly Report[]> {
  const how = { cwd: process.cwd(), limit: limit ?? suite.limit, env: { ...colour(), ...env } }
  const reports: Report[] = []
  const since = Date.now()
  const tell = (report: Report) => {
    reports.push(report)
    if (report.failed > 0) console.log(failureText(report))
    for (const text of report.measured) console.log(`measured: ${text}`)
    if (!suite.together || report.seconds >= slow) console.log(summaryLine(report.file, [report], report.seconds))
  }

  const run = (files: readonly string[]) => runFiles(files, how, tell)
  const isMany = suite.files.length > aHandful
  if (suite.together) await Promise.all(dealt(suite.files, isMany ? suite.abreast : 1).map(run))
  else await abreast(suite.abreast, suite.files, (file) => run([file]))
  for (const file of suite.last) await run([file])

  const count = suite.files.length + suite.last.length
  const name = `${suite.name} (${count} ${count === 1 ? 'file' : 'files'})`
  console.log(summaryLine(name, reports, (Date.now() - since) / 1000))
  return reports
}

/** In so many hands, one after another. */
function dealt<T>(all: readonly T[], hands: number): readonly T[][] {
  return Array.from({ length: hands }, (_, hand) => all.filter((_, n) => n % hands === hand))
}

/** Begins the next as soon as one of so many is done. */
async function abreast<T>(many: number, all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = all.values()
  const lane = async () => {
    for (const one of left) await act(one)
  }
  await Promise.all(Array.from({ length: many }, lane))
}

/** The files' processes write into pipes, where uvu would leave its colours out. */
function colour(): NodeJS.ProcessEnv {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {}
}
