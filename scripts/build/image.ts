import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { sqliteByFolder, utf8mb4Only, virtual } from './plugins.ts'
import type { SiteFiles } from './site.ts'

/** What the container image is made of: `app`, the programs, and `root`, a Linux with Node in it and nothing else. */
const folder = 'dist/image'

/** The programs, drivers included: one serves all functions, one migrates. */
export async function buildPrograms(site: SiteFiles): Promise<void> {
  rmSync(join(folder, 'app'), { recursive: true, force: true })
  await build({
    entryPoints: {
      server: 'k8s-fallback/server.ts',
      migrate: 'scripts/migrate.ts',
      'hash-worker': 'functions/adapters/node/hash-worker.ts',
    },
    outdir: join(folder, 'app'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // what is CommonJS among the drivers asks for Node's own modules by require, and for its folder
    banner: {
      js: `import { createRequire } from 'node:module'
        const require = createRequire(import.meta.url), __dirname = new URL('.', import.meta.url).pathname`,
    },
    define: { 'process.env.LIBSQL_JS_DEV': '"1"' },
    // of use only on OpenWhisk
    external: ['openwhisk'],
    plugins: [virtual('outlay:site', site), utf8mb4Only, sqliteByFolder],
    legalComments: 'none',
  })
}

/**
 * A folder that becomes the image's root: this machine's Node, the libraries it is linked to and a
 * user. No shell, no package manager, nothing that could be run but Node. Linux only.
 */
export function buildRoot(): void {
  const root = join(folder, 'root')
  rmSync(root, { recursive: true, force: true })
  for (const place of ['bin', 'etc', 'tmp']) mkdirSync(join(root, place), { recursive: true })
  cpSync(realpathSync(process.execPath), join(root, 'bin/node'))
  for (const library of librariesOf(process.execPath)) {
    mkdirSync(join(root, dirname(library)), { recursive: true })
    cpSync(realpathSync(library), join(root, library))
  }
  writeFileSync(join(root, 'etc/passwd'), 'nonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin\n')
  writeFileSync(join(root, 'etc/group'), 'nonroot:x:65532:\n')
  writeFileSync(join(root, 'etc/nsswitch.conf'), 'hosts: files dns\n')
}

function librariesOf(program: string): readonly string[] {
  const listed = execFileSync('ldd', [program], { encoding: 'utf8' })
  return listed.split('\n').flatMap((line) => /(?:=>\s*)?(\/\S+)\s+\(0x/.exec(line)?.[1] ?? [])
}
