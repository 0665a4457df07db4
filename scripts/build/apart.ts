import { createHash } from 'node:crypto'
import { basename, relative, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** A script that is bundled by itself, and how it is called beside the others. */
export interface Apart {
  readonly entry: string
  readonly name: string
  readonly bytes: Buffer
}

/** What the page runs before all else. */
export const earlyEntry = 'site/early.ts'

/**
 * The two large ones bring a good part of the domain each. Were they bundled with the pages, what they share with one of
 * those would be a piece of its own, to be asked for by itself; so they have it twice. They hold nothing that a page holds.
 */
const entries = ['site/sample/answering.ts', 'site/offline/meanwhile.ts', earlyEntry]

export function buildApart(): Promise<readonly Apart[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const { outputFiles } = await build({
        entryPoints: [entry],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        legalComments: 'none',
      })
      const bytes = Buffer.from(outputFiles?.[0]?.contents ?? '')
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase()
      return { entry, name: `${basename(entry, '.ts')}-${hash}.js`, bytes }
    }),
  )
}

/** Has the pages ask for them where they are. */
export function asking(apart: readonly Apart[]): Plugin {
  return {
    name: 'scripts apart',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, kind, resolveDir }) => {
        const file = relative(process.cwd(), resolve(resolveDir, path)).replaceAll('\\', '/')
        const own = kind === 'dynamic-import' && apart.find(({ entry }) => entry === file)
        return own ? { path: `./${own.name}`, external: true } : undefined
      })
    },
  }
}
