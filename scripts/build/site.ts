import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { type Apart, asking, buildApart, earlyEntry } from './apart.ts'
import { clientRoutes } from './client-routes.ts'
import { virtual } from './plugins.ts'
import { templatesAsCalls } from './templates.ts'
import { languageParts, otherLanguages, partOfInput, wordsEntry } from './words.ts'
import { buildWorker } from './worker.ts'

/** One file of the site as the `site` action serves it; bodies in base64, absent where compressing does not pay. */
export interface SiteFile {
  readonly type: string
  readonly etag: string
  /** Its name holds a hash of its bytes: it may be kept for ever. */
  readonly immutable: boolean
  readonly body: string
  readonly br?: string
  readonly gzip?: string
}

export type SiteFiles = { readonly [path: string]: SiteFile }

export interface SiteBuild {
  readonly files: SiteFiles
  /**
   * Bytes, gzipped: of the style; of script with each page that may be somebody's first; what its words in the heaviest
   * language come to beyond the English ones; and what each part brings beyond the first page.
   */
  readonly gzipped: { readonly css: number; readonly first: Weights; readonly words: Weights; readonly parts: Weights }
}

const types: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
}

/** By the part that a script begins with. */
export type Weights = { readonly [part: string]: number }

const entry = 'site/main.ts'
/** What somebody may see first: a stranger, who logs in, who is logged in. What is beyond comes when it is asked for. */
const firstParts = ['site/pages/landing.ts', 'site/pages/door.ts', 'site/inside.ts']

/** Bundles script and style, names them by their hash, and puts those names into index.html. */
export async function buildSite(): Promise<SiteBuild> {
  const apart = await buildApart()
  const bundled = await build({
    entryPoints: { main: entry, style: 'site/styles/main.css' },
    outdir: 'assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: [virtual('outlay:routes', { routes: clientRoutes }), languageParts, templatesAsCalls, asking(apart)],
  })
  const assets = [
    ...bundled.outputFiles.map(({ path, contents }) => ({
      path: `/assets/${path.split(/[\\/]/).at(-1)}`,
      bytes: Buffer.from(contents),
    })),
    ...apart.map(({ name, bytes }) => ({ path: `/assets/${name}`, bytes })),
  ]
  const js = assetLike(assets, /\/main-\w+\.js$/)
  const css = assetLike(assets, /\.css$/)
  const first = loadedWith(bundled.metafile, [entry])
  const page = readFileSync('site/index.html', 'utf8')
    .replace('%JS%', js.path.slice(1))
    .replace('%CSS%', css.path.slice(1))
    .replace('%EARLY%', assetLike(assets, /\/early-\w+\.js$/).path.slice(1))
    .replace(
      '%PARTS%',
      links(
        'modulepreload',
        first.filter((name) => !js.path.endsWith(`/${name}`)),
      ),
    )
    .replace('%LANDING%', links('landing', beyondFirst(bundled.metafile, ['site/pages/landing.ts'])))
    .replace('%LATER%', links('later', largestFirst(insideParts(bundled.metafile), assets)))
  const files: SiteFiles = Object.fromEntries([
    ['/index.html', siteFile('/index.html', Buffer.from(page), false)],
    ...readdirSync(statics).map(
      (name) => [`/${name}`, siteFile(name, readFileSync(`${statics}/${name}`), false)] as const,
    ),
    ...assets.map(({ path, bytes }) => [path, siteFile(path, bytes, true)] as const),
  ])
  const worker = await buildWorker(files, laterParts(bundled.metafile, apart))

  return {
    files: { ...files, '/sw.js': siteFile('/sw.js', worker, false) },
    gzipped: { css: weight(css), ...scriptWeights(bundled.metafile, assets, apart) },
  }
}

/** Files that go out as they are. */
const statics = 'site/static'

/** What the entry imports is asked for with it, and not one step after the other. */
function links(rel: string, names: readonly string[]): string {
  return names.map((name) => `<link rel="${rel}" href="assets/${name}">`).join('\n')
}

/** What is shown only to who is logged in: the page asks for all of it at once where somebody is. */
function insideParts(metafile: Metafile): readonly string[] {
  return beyondFirst(metafile, ['site/inside.ts', 'site/offline/begin.ts'])
}

/** What these entries load that is not asked for with the page itself. */
function beyondFirst(metafile: Metafile, entries: readonly string[]): readonly string[] {
  const first = loadedWith(metafile, [entry])
  return loadedWith(metafile, entries).filter((name) => !first.includes(name))
}

/** A browser asks for six at a time: what takes longest may not wait for a place. */
function largestFirst(names: readonly string[], assets: readonly Asset[]): readonly string[] {
  const size = (name: string) => assetLike(assets, new RegExp(`/${name}$`)).bytes.length
  return [...names].sort((one, other) => size(other) - size(one))
}

/** Scripts that only the sample or another language asks for. */
function laterParts(metafile: Metafile, apart: readonly Apart[]): readonly string[] {
  const entries = Object.entries(metafile.outputs).map(([file, { entryPoint = '' }]) => [entryPoint, file] as const)
  return [...entries, ...apart.map(({ entry, name }) => [entry, name] as const)].flatMap(([entryPoint, file]) =>
    /^words:|^site\/sample\//.test(entryPoint) ? [`/assets/${file.slice(file.lastIndexOf('/') + 1)}`] : [],
  )
}

interface Asset {
  readonly path: string
  readonly bytes: Buffer
}

function assetLike(assets: readonly Asset[], name: RegExp): Asset {
  const found = assets.find(({ path }) => name.test(path))
  if (!found) throw new Error(`The site's build made no file like ${name}.`)
  return found
}

function scriptWeights(
  metafile: Metafile,
  assets: readonly Asset[],
  apart: readonly Apart[],
): Omit<SiteBuild['gzipped'], 'css'> {
  const loading = (...entries: readonly string[]) => loadedWith(metafile, entries)
  const sum = (names: readonly string[]) =>
    names.map((name) => weight(assetLike(assets, new RegExp(`/${name}$`)))).reduce((all, bytes) => all + bytes, 0)
  const parts = Object.values(metafile.outputs).flatMap(({ entryPoint = entry }) =>
    entryPoint.endsWith('.ts') && ![entry, ...firstParts].includes(entryPoint) ? [entryPoint] : [],
  )
  const inside = loading(entry, 'site/inside.ts')
  const early = apart.flatMap(({ entry, name }) => (entry === earlyEntry ? [name] : []))
  /** What these scripts say in the heaviest language: one is in use. */
  const wordsOf = (names: readonly string[]) => {
    const inputs = Object.entries(metafile.outputs)
      .filter(([file]) => names.some((name) => file.endsWith(`/${name}`)))
      .flatMap(([, output]) => Object.keys(output.inputs))
    const said = inputs.flatMap((path) => partOfInput(path) ?? [])
    return Math.max(
      ...otherLanguages().map((language) => sum(said.flatMap((part) => loading(wordsEntry(language, part))))),
    )
  }
  return {
    first: Object.fromEntries(firstParts.map((part) => [part, sum([...loading(entry, part), ...early])])),
    words: Object.fromEntries(firstParts.map((part) => [part, wordsOf(loading(entry, part))])),
    parts: Object.fromEntries([
      ...parts.map((part) => [part, sum(loading(part).filter((name) => !inside.includes(name)))] as const),
      ...apart.filter(({ entry }) => entry !== earlyEntry).map(({ entry, name }) => [entry, sum([name])] as const),
    ]),
  }
}

/** The names of all script files that these entries import, one through the other; dynamic imports are another page's. */
function loadedWith({ outputs }: Metafile, entries: readonly string[]): string[] {
  const loaded = new Set(Object.keys(outputs).filter((file) => entries.includes(outputs[file]?.entryPoint ?? '')))
  for (const file of loaded) {
    const imports = outputs[file]?.imports ?? []
    for (const { path, kind } of imports) if (kind === 'import-statement') loaded.add(path)
  }
  return [...loaded].map((file) => file.slice(file.lastIndexOf('/') + 1))
}

const weight = ({ bytes }: Asset): number => gzipSync(bytes, { level: 9 }).length

function siteFile(path: string, bytes: Buffer, immutable: boolean): SiteFile {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  const gzip = gzipSync(bytes, { level: 9 })
  return {
    type: types[ending] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    immutable,
    body: bytes.toString('base64'),
    ...(br.length < bytes.length && { br: br.toString('base64') }),
    ...(gzip.length < bytes.length && { gzip: gzip.toString('base64') }),
  }
}
