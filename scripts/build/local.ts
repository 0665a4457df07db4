import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { lateModules, ownAddress, ownDrivers, packageDrivers, virtual, withoutSchemaBuilder } from './plugins.ts'
import type { SiteFiles } from './site.ts'

const { letters, pictures, sheets } = ownDrivers

/** Read when they are first needed, from files of their own, each with its own copy of what it imports. */
const late = {
  letters,
  pictures,
  sheets,
  argon: 'functions/adapters/node/argon.ts',
  previews: 'scripts/local/previews.ts',
  clocks: 'croner',
  site: 'outlay:site',
} as const

/** The local host with all actions in one file, and beside it the workers that hash passwords and draw reports. */
export async function buildLocal(site: SiteFiles): Promise<void> {
  mkdirSync('dist', { recursive: true })
  for (const file of readdirSync('dist', { withFileTypes: true })) if (file.isFile()) rmSync(join('dist', file.name))
  const { metafile } = await build({
    ...ownAddress,
    entryPoints: {
      local: 'scripts/local/main.ts',
      'hash-worker': 'functions/adapters/node/hash-worker.ts',
      'draw-worker': 'functions/adapters/pdf/draw-worker.ts',
      ...late,
    },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    sourcemap: true,
    platform: 'node',
    target: 'node20',
    // of CommonJS the starter can keep what the engine has compiled, and of that an import cannot be a part
    format: 'cjs',
    supported: { 'dynamic-import': false },
    // native, with files of their own, or of use only to those who configure it
    external: [...packageDrivers, 'pdfkit', '@resvg/resvg-wasm'],
    plugins: [lateModules(late, (name) => `./${name}.cjs`), virtual('outlay:site', site, true), withoutSchemaBuilder],
    legalComments: 'none',
    metafile: true,
  })
  for (const name of Object.keys(late)) {
    // what a process has one of may not be there twice
    const inputs = Object.keys(metafile.outputs[`dist/${name}.cjs`]?.inputs ?? { 'functions/compose.ts': {} })
    if (inputs.includes('functions/compose.ts')) throw new Error(`${name} would bring connections of its own.`)
  }
  cpSync('functions/adapters/pdf/fonts', 'dist/fonts', { recursive: true })
}
