import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { parseDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import { db2Files } from '../../scripts/build/db2.ts'
import { addDb2, buildRoot } from '../../scripts/build/image.ts'
import { newAuthority, opensslPath } from '../support/certificates.ts'
import { callerOf } from '../support/client.ts'
import { freshDb2 } from '../support/db2.ts'
import { db2Here } from '../support/engines.ts'
import { leaveOut } from '../support/left-out.ts'
import { type Mariadb, mariadbPath, startMariadb } from '../support/mariadb.ts'
import { register } from '../support/people.ts'
import { programPath } from '../support/programs.ts'
import { tlsDoor } from '../support/tls-door.ts'
import { program, type Server, watched } from './serving.ts'

let home = ''
let container = ''
let mariadb: Mariadb
let places: { readonly OUTLAY_IDENTITY: string; readonly OUTLAY_LEDGER: string }

const image = suite('the image')
image.before(async () => {
  home = mkdtempSync(join(tmpdir(), 'outlay-buildah-'))
  await program()
  buildRoot()
  buildah('build', '-f', 'k8s-fallback/Containerfile', '-t', 'outlay:test', 'dist/image')
  container = buildah('from', 'outlay:test').trim()
  mariadb = await startMariadb({ tcp: true })
  places = { OUTLAY_IDENTITY: await place('identity'), OUTLAY_LEDGER: await place('ledger') }
})
image.after(() => {
  mariadb.stop()
  buildah('rm', '--all')
  rmSync(home, { recursive: true, force: true })
})

async function place(name: string): Promise<string> {
  const reach = await mariadb.database(name)
  return 'port' in reach ? `mysql://${reach.user}@${reach.host}:${reach.port}/${reach.database}` : ''
}

/** Without a daemon, without special rights of the file system, and in a folder of our own. */
const env = () => ({ ...process.env, STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' })
const storage = () => ['--root', join(home, 'root'), '--runroot', join(home, 'run')]

function buildah(...args: readonly string[]): string {
  return execFileSync('buildah', [...storage(), ...args], {
    env: env(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function run(settings: { readonly [name: string]: string }, ...command: readonly string[]): ChildProcess {
  const given = Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const args = [...storage(), 'run', '--isolation', 'chroot', ...given, container, '--', ...command]
  return spawn('buildah', args, { env: env(), stdio: ['ignore', 'pipe', 'pipe'] })
}

image('runs as nobody, and says what to run and where', () => {
  const { OCIv1 } = JSON.parse(buildah('inspect', '--type', 'image', 'outlay:test'))
  const { User, Entrypoint, ExposedPorts, WorkingDir } = OCIv1.config

  assert.is(User, '65532:65532')
  assert.equal(Entrypoint, ['/bin/node', '--single-threaded-gc', '/app/server.mjs'])
  assert.equal(Object.keys(ExposedPorts), ['8080/tcp'])
  assert.is(WorkingDir, '/app')
})

image('has one program in it, which is Node, and no setting', () => {
  const mount = buildah('mount', container).trim()
  const files = readdirSync(mount, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(mount, name)).isFile(),
  )

  const programs = files.filter((name) => statSync(join(mount, name)).mode & 0o111 && !/\.so(\.\d+)*$/.test(name))
  assert.equal(programs, ['bin/node'])
  const programFiles = files.flatMap((name) => /^app\/([^/]+)$/.exec(name)?.[1] ?? [])
  assert.equal(programFiles.sort(), ['doctor.mjs', 'draw-worker.mjs', 'hash-worker.mjs', 'migrate.mjs', 'server.mjs'])
  const bytes = files.reduce((sum, name) => sum + statSync(join(mount, name)).size, 0)
  assert.ok(bytes < 120 * 1024 * 1024, `${bytes} bytes`)
  buildah('umount', container)
})

image('has no shell', () => {
  const args = [...storage(), 'run', '--isolation', 'chroot', container, '--', '/bin/sh', '-c', 'true']
  const { status, stderr } = spawnSync('buildah', args, { env: env(), encoding: 'utf8' })

  assert.is.not(status, 0)
  assert.match(stderr, /no such file or directory/)
})

/** Migrates, and serves what that has made. */
async function served(planes: typeof places): Promise<Server> {
  const migrating = run(planes, '/bin/node', '/app/migrate.mjs')
  const code = await new Promise((resolve) => migrating.once('close', resolve))
  assert.is(code, 0)

  const { privateKey, publicKeys } = newKeys()
  const keys = { TOKEN_PRIVATE_KEY: privateKey, TOKEN_PUBLIC_KEYS: publicKeys, PUBLIC_URL: 'http://localhost:8080' }
  const files = { OUTLAY_OBJECTS: 'folder:/var/objects', FILES_SECRET: 'a secret', OUTLAY_MAIL: 'outbox:/var/outbox' }
  const others = { ...files, OUTLAY_JOBS: 'in-process', FUNCTION: 'api', PORT: '0' }
  return watched(run({ ...planes, ...keys, ...others }, '/bin/node', '/app/server.mjs'))
}

async function asksToLeave({ child }: Server): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve))
  process.kill(innermost(child.pid ?? 0), 'SIGTERM')
  await gone
}

image('migrates, serves, and leaves when it is asked to', async () => {
  const server = await served(places)
  const asha = await register(callerOf(server.url))
  const added = await asha.ledger('POST', '/transactions', { kind: 'expense', day: '2026-03-15', amount: '1.00' })
  const ready = await fetch(`${server.url}/readyz`)
  await asksToLeave(server)

  assert.equal([added.status, ready.status], [201, 200])
  assert.equal(
    server
      .lines()
      .slice(-1)
      .map(({ event }) => event),
    ['left'],
  )
})

if (!opensslPath()) leaveOut('the image with the Db2 client', 'there is no openssl; scripts/test-setup installs it')
else if (db2Here('the image').length > 0) {
  image('keeps people in Db2 where its client is built in', async () => {
    addDb2(db2Files())
    buildah('build', '-f', 'k8s-fallback/Containerfile', '-t', 'outlay:db2', 'dist/image')
    container = buildah('from', 'outlay:db2').trim()

    // encrypted, as a cloud offers it: that takes more of the client
    const plain = await freshDb2()
    const authority = newAuthority('ours')
    const door = await tlsDoor(parseDb2(plain).servers[0].port, authority.sign('IP:127.0.0.1'))
    const there = plain.replace(/:\d+\//, `:${door.port}/`)
    const identity = `${there}&security=SSL&SSLServerCertificate=${encodeURIComponent(authority.certificate)}`
    const server = await served({ OUTLAY_IDENTITY: identity, OUTLAY_LEDGER: await place('books') })
    const asha = await register(callerOf(server.url))
    const me = await asha.ask('GET', '/v1/me')
    await asksToLeave(server)
    door.close()

    assert.is(me.status, 200)
    assert.is(Object(me.body).email, asha.email)
  })
}

/** buildah stands between us and what it runs, and hands no signal on. */
function innermost(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`)
  const children = tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
  const child = children.find((name) => name !== '')
  return child === undefined ? pid : innermost(Number(child))
}

if (!programPath('buildah')) leaveOut('the image', 'there is no buildah; scripts/test-setup installs it')
else if (!mariadbPath()) leaveOut('the image', 'there is no mariadbd; scripts/test-setup installs it')
else image.run()
