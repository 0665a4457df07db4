import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { packageDrivers, virtual, withoutSchemaBuilder } from './plugins.ts'
import type { SiteFiles } from './site.ts'

/** The local host with all actions in one module graph, and beside it the workers that hash passwords and draw reports. */
export async function buildLocal(site: SiteFiles): Promise<void> {
  mkdirSync('dist', { recursive: true })
  for (const name of readdirSync('dist')) if (name.startsWith('chunk-')) rmSync(join('dist', name))
  await build({
    entryPoints: {
      local: 'scripts/local/main.ts',
      'hash-worker': 'functions/adapters/node/hash-worker.ts',
      'draw-worker': 'functions/adapters/pdf/draw-worker.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // what is imported late is read late: pages, letters, reports, clocks. All lie in one folder, as their files do.
    splitting: true,
    chunkNames: 'chunk-[name]-[hash]',
    minify: true,
    sourcemap: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // native, with files of their own, or of use only to those who configure it
    external: [...packageDrivers, 'pdfkit', '@resvg/resvg-wasm'],
    plugins: [virtual('outlay:site', site), withoutSchemaBuilder],
    legalComments: 'none',
  })
  cpSync('functions/adapters/pdf/fonts', 'dist/fonts', { recursive: true })
}
