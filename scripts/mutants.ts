import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyTree } from './mutants/copy-tree.ts'
import { type Mutant, mutate, parseMutant } from './mutants/mutant.ts'
import { failureText } from './test/lines.ts'
import { prepare } from './test/parts.ts'
import { plan } from './test/plan.ts'
import type { Report } from './test/report.ts'
import { runFiles } from './test/run-files.ts'

const help = `npm run test:mutants [-- name…]

Puts each mistake of tests/mutants/*.mutant into a copy of the tree and runs the test that must notice it. A mutant that
survives, that no longer fits its file, or whose test fails without it, is a failure. A name is part of a file's name.`

type Named = { readonly name: string; readonly mutant: Mutant }

/** Why a mutant proves nothing; `undefined` where its test has noticed it. */
type Objection = string | undefined

const limit = 300
const folder = join('tests', 'mutants')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
if (process.argv.includes('--help')) console.log(help)
else process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1

async function main(wanted: readonly string[]): Promise<boolean> {
  const mutants = read(wanted)
  const copy = copyTree(process.cwd())
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  const tests = [...new Set(mutants.map(({ mutant }) => mutant.test))].filter((test) => existsSync(test))
  const { env, stop, leftOut } = await prepare(tests.flatMap((test) => plan(copy, [test]).suites))
  const run = (test: string) => runOne(copy, test, env)

  const before = new Map<string, Report>()
  for (const test of tests) before.set(test, await run(test))

  let failed = mutants.length === 0 ? 1 : 0
  for (const { name, mutant } of mutants) {
    const since = Date.now()
    const objection = fitness(mutant, before.get(mutant.test)) ?? (await trial(copy, mutant, run))
    if (objection) failed += 1
    console.log(`${objection ? 'FAILED' : 'killed'} ${name}  ${((Date.now() - since) / 1000).toFixed(1)} s`)
    if (objection) console.log(`  ${mutant.breaks}: ${objection}`)
  }
  stop()

  for (const { what, why } of leftOut) console.log(`left out: ${what} (${why})`)
  if (mutants.length === 0) console.log('There is no such mutant.')
  console.log(`${mutants.length === 0 ? 0 : mutants.length - failed} passed, ${failed} failed`)
  return failed === 0
}

function read(wanted: readonly string[]): readonly Named[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mutant')) : []
  return names
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .sort()
    .map((name) => ({ name, mutant: readMutant(name) }))
}

function readMutant(name: string): Mutant {
  try {
    return parseMutant(readFileSync(join(folder, name), 'utf8'))
  } catch (cause) {
    throw new Error(`${name} cannot be read`, { cause })
  }
}

/** A test that fails, or is not there, without the mutant cannot notice it. */
function fitness({ test }: Mutant, before: Report | undefined): Objection {
  if (!before) return `there is no ${test}`
  return before.failed > 0 ? `its test fails without it\n${failureText(before)}` : undefined
}

async function trial(copy: string, mutant: Mutant, run: (test: string) => Promise<Report>): Promise<Objection> {
  const path = join(copy, mutant.file)
  const source = readFileSync(path, 'utf8')
  try {
    writeFileSync(path, mutate(source, mutant))
    return verdict(mutant, await run(mutant.test))
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  } finally {
    writeFileSync(path, source)
  }
}

function verdict({ red, test }: Mutant, report: Report): Objection {
  if (report.errors.includes(red)) return undefined
  if (report.failed === 0) return `it survives ${test}`
  return `"${red}" does not notice it, though something does\n${failureText(report)}`
}

async function runOne(copy: string, test: string, env: NodeJS.ProcessEnv): Promise<Report> {
  return new Promise((resolve, reject) => {
    runFiles([test], { cwd: copy, limit, env }, resolve).catch(reject)
  })
}
