import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const help = `npm run check

Looks at the tree without running it: Biome, the compiler, the import rule, what is made from the route table, and the
sizes of the bundles. One line per step; what is wrong is written above the step's line.`

type Step = {
  readonly name: string
  /** What is wrong, for people; nothing where all is well. */
  readonly problems: () => Promise<readonly string[]>
}

const steps: readonly Step[] = [
  { name: 'Biome', problems: async () => program('biome', 'check', '--error-on-warnings') },
  { name: 'types', problems: async () => program('tsc', '--noEmit', '-p', '.') },
  { name: 'import rule', problems: async () => node('--import', 'tsx', 'functions/imports.test.ts') },
  { name: 'what is made', problems: staleParts },
  { name: 'sizes', problems: async () => (await import('./check-sizes.ts')).checkSizes() },
]

if (process.argv.includes('--help')) console.log(help)
else process.exitCode = (await main()) ? 0 : 1

async function main(): Promise<boolean> {
  let isWell = true
  for (const { name, problems } of steps) {
    const since = Date.now()
    const found = await problems().catch((cause: unknown) => [`${name} could not be checked: ${String(cause)}`])
    for (const problem of found) console.log(problem)
    console.log(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${name}  ${((Date.now() - since) / 1000).toFixed(1)} s`)
    isWell &&= found.length === 0
  }
  return isWell
}

async function staleParts(): Promise<readonly string[]> {
  const made = [await import('./build/serverless.ts'), await import('./build/settings-doc.ts')]
  return made.flatMap(({ isStale }) => isStale() ?? [])
}

function program(name: string, ...args: readonly string[]): readonly string[] {
  return output(join('node_modules', '.bin', name), args)
}

function node(...args: readonly string[]): readonly string[] {
  return output(process.execPath, args)
}

/** What a program says, where it ends with anything but success. */
function output(command: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return status === 0 ? [] : [`${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}`.trimEnd()]
}
