import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { buildDrivers } from './actions.ts'
import { driverData, driverFile, driversIn, virtual } from './plugins.ts'
import type { SiteFiles } from './site.ts'

/** What the container image is made of: `app`, the programs, and `root`, a Linux with Node in it and nothing else. */
const folder = 'dist/image'

/** The programs, with the same drivers beside them as the zips of actions have: one serves all functions, one migrates, one says what is not well. */
export async function buildPrograms(site: SiteFiles): Promise<void> {
  const app = join(folder, 'app')
  rmSync(app, { recursive: true, force: true })
  await build({
    entryPoints: {
      server: 'k8s-fallback/server.ts',
      doctor: 'scripts/doctor.ts',
      migrate: 'scripts/migrate.ts',
      'hash-worker': 'functions/adapters/node/hash-worker.ts',
      'draw-worker': 'functions/adapters/pdf/draw-worker.ts',
    },
    outdir: app,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    plugins: [virtual('outlay:site', site), driversIn('./drivers')],
    legalComments: 'none',
  })
  for (const [driver, code] of await buildDrivers()) put(join(app, driverFile(driver)), code)
  for (const files of Object.values(driverData)) {
    for (const [place, file] of Object.entries(files)) put(join(app, place), readFileSync(file))
  }
}

function put(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/**
 * A folder that becomes the image's root: this machine's Node, the libraries it is linked to and a
 * user. No shell, no package manager, nothing that could be run but Node. Linux only.
 */
export function buildRoot(): void {
  const root = join(folder, 'root')
  rmSync(root, { recursive: true, force: true })
  for (const place of ['bin', 'etc', 'tmp']) mkdirSync(join(root, place), { recursive: true })
  chmodSync(join(root, 'tmp'), 0o1777)
  cpSync(realpathSync(process.execPath), join(root, 'bin/node'))
  putLibraries(process.execPath)
  writeFileSync(join(root, 'etc/passwd'), 'nonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin\n')
  writeFileSync(join(root, 'etc/group'), 'nonroot:x:65532:\n')
  writeFileSync(join(root, 'etc/nsswitch.conf'), 'hosts: files dns\n')
}

/** Adds what speaks to Db2: these files, at the same place below the programs, and the libraries that they are linked to. */
export function addDb2(files: readonly string[]): void {
  for (const file of files) put(join(folder, 'app', file), readFileSync(file))
  putLibraries(...files.filter((file) => /\.(node|so)(\.\d+)*$/.test(file)))
}

/** A program's libraries, of this machine and not of the project, to where it looks for them. */
function putLibraries(...programs: readonly string[]): void {
  const theirs = new Set(programs.flatMap(librariesOf).filter((library) => !library.startsWith(resolve('dist'))))
  for (const library of theirs) cpSync(realpathSync(library), join(folder, 'root', library))
}

function librariesOf(program: string): readonly string[] {
  const listed = execFileSync('ldd', [program], { encoding: 'utf8' })
  return listed.split('\n').flatMap((line) => /(?:=>\s*)?(\/\S+)\s+\(0x/.exec(line)?.[1] ?? [])
}
