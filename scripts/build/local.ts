import { build } from 'esbuild'
import { drivers, virtual } from './plugins.ts'
import type { SiteFiles } from './site.ts'

/** The local host with all actions in one module graph, and the worker that hashes passwords beside it. */
export async function buildLocal(site: SiteFiles): Promise<void> {
  await build({
    entryPoints: { local: 'scripts/local/main.ts', 'hash-worker': 'functions/adapters/node/hash-worker.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    keepNames: true,
    sourcemap: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // native, or of use only to those who configure it
    external: drivers.filter((driver) => driver !== 'kysely'),
    plugins: [virtual('outlay:site', site)],
    legalComments: 'none',
  })
}
