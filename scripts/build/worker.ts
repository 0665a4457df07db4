import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import { virtual } from './plugins.ts'
import type { SiteFiles } from './site.ts'

/** Not kept for when there is no network: the page has another name, and the others only programs read. */
const unkept = /^\/(index\.html|robots\.txt|icon-.*\.png)$/

/**
 * The service worker of these files. It changes when one of them does, and so browsers find out that there is a new
 * version. `extra` are scripts that are not kept either.
 */
export async function buildWorker(files: SiteFiles, extra: readonly string[]): Promise<Buffer> {
  const kept = Object.keys(files).filter((path) => !unkept.test(path) && !extra.includes(path))
  const etags = Object.entries(files).map(([path, { etag }]) => `${path} ${etag}`)
  const version = createHash('sha256').update(etags.join('\n')).digest('hex').slice(0, 16)
  const { outputFiles } = await build({
    entryPoints: ['site/worker/sw.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    plugins: [virtual('outlay:shell', { files: kept.map((path) => path.slice(1)), version })],
  })
  return Buffer.from(outputFiles?.[0]?.contents ?? '')
}
