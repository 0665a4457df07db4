import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Sentence } from '../functions/domain/sentence.ts'

const usage = `npm run db2:install

Puts IBM's Node.js driver for Db2 (ibm_db) and IBM's Db2 client, which the driver loads, into dist/db2, where Outlay finds
them: in this folder, in an image, and for the zips of npm run build -- --db2. Needed only where people are kept in Db2.

  IBM_DB_HOME   the folder of a Db2 client (clidriver) that is there already: it is linked, not copied

Without it the client is taken from the Python package ibm_db, for Linux on x86-64. It is IBM's, under IBM's licence, which
lies in dist/db2/clidriver/license: read it. It is no part of Outlay. Needs python3 with pip, make and g++.
`

/** The last whose client runs on a C library as old as that of OpenWhisk's Node runtime (glibc 2.31). */
const wheel = 'ibm_db==3.2.9 --hash=sha256:ec172bc1c61ac15cb98ebe1a2737689752b6565a2afa9c4442a09129f2ada963'
const ofWheel = ['--python-version=3.11', '--implementation=cp', '--abi=cp311', '--platform=manylinux2014_x86_64']

/** Else the client writes what it has sent and received, people's data too, into files of its own when it is puzzled. */
const silence = '[COMMON]\nDiagLevel=0\nNotifyLevel=0\n'

const manifests = resolve('functions/adapters/sql/db2')
const home = resolve('dist/db2')
const client = join(home, 'clidriver')

const [what] = process.argv.slice(2)
if (what === undefined) install()
else {
  process.stdout.write(usage)
  process.exitCode = what === '--help' ? 0 : 1
}

function install(): void {
  if (works()) {
    say(`The Db2 driver is in ${home} already.`)
    return
  }
  for (const program of ['make', 'g++', 'python3']) {
    if (spawnSync(program, ['--version']).error) throw new Sentence(`Building the Db2 driver needs ${program}.`)
  }
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  if (process.env.IBM_DB_HOME) link(resolve(process.env.IBM_DB_HOME))
  else fetchClient()
  build()
  if (!works()) throw new Sentence(`The Db2 driver in ${home} was built but cannot be loaded.`)
  say(`The Db2 driver is in ${home}. The client in it is IBM's; its licence is in ${join(client, 'license')}.`)
}

function link(theirs: string): void {
  if (!existsSync(join(theirs, 'include', 'sqlcli1.h'))) {
    throw new Sentence('IBM_DB_HOME names no folder that holds a Db2 client with its headers.')
  }
  symlinkSync(theirs, client)
}

/** A wheel is a zip, of which only the client and the libraries beside it are of use here. */
function fetchClient(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Sentence('The Db2 client is fetched for Linux on x86-64 only: set IBM_DB_HOME to one of your own.')
  }
  say('Fetching the Db2 client …')
  const folder = join(home, 'wheel')
  const wanted = join(folder, 'wanted.txt')
  mkdirSync(folder)
  writeFileSync(wanted, wheel)
  run(
    'python3',
    '-m',
    'pip',
    'download',
    '-q',
    '--no-deps',
    '--only-binary=:all:',
    ...ofWheel,
    '-r',
    wanted,
    '-d',
    folder,
  )
  const file = readdirSync(folder).find((name) => name.endsWith('.whl')) ?? ''
  run('python3', '-m', 'zipfile', '-e', join(folder, file), folder)
  for (const part of ['clidriver', 'ibm_db.libs']) renameSync(join(folder, part), join(home, part))
  rmSync(folder, { recursive: true })
  writeFileSync(join(client, 'cfg', 'db2cli.ini'), silence)
}

/** The binding is told where its client lies, seen from itself: so it needs no variable, and may be moved as a whole. */
function build(): void {
  say('Building the Db2 driver …')
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(manifests, file), join(home, file))
  const itself = process.platform === 'darwin' ? '@loader_path' : '$$ORIGIN'
  process.env.LDFLAGS = `-Wl,-rpath,'${itself}/../../../../clidriver/lib'`
  process.env.IBM_DB_HOME = client
  run('npm', 'ci', '--prefix', home, '--no-audit', '--no-fund', '--loglevel=error', '--no-progress')
}

/** Tried in another process, for a library that was loaded once stays. */
function works(): boolean {
  const driver = join(home, 'node_modules', 'ibm_db')
  return existsSync(driver) && spawnSync(process.execPath, ['-e', `require(${JSON.stringify(driver)})`]).status === 0
}

function run(program: string, ...args: readonly string[]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
  throw new Sentence(`The Db2 driver could not be installed: ${program} failed, as it says above.`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
