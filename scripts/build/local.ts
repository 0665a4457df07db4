import { cpSync } from 'node:fs'
import { build } from 'esbuild'
import { virtual } from './plugins.ts'
import type { SiteFiles } from './site.ts'

/** The local host with all actions in one module graph, and beside it the workers that hash passwords and draw reports. */
export async function buildLocal(site: SiteFiles): Promise<void> {
  await build({
    entryPoints: {
      local: 'scripts/local/main.ts',
      'hash-worker': 'functions/adapters/node/hash-worker.ts',
      'draw-worker': 'functions/adapters/pdf/draw-worker.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    sourcemap: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // native, with files of their own, or of use only to those who configure it
    external: ['libsql', 'mysql2', 'openwhisk', 'pdfkit', '@resvg/resvg-wasm'],
    plugins: [virtual('outlay:site', site)],
    legalComments: 'none',
  })
  cpSync('functions/adapters/pdf/fonts', 'dist/fonts', { recursive: true })
}
