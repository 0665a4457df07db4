import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { clientRoutes, virtual } from './plugins.ts'

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
  /** Bytes of script and style, gzipped, that a browser gets with the first page: the others bring their own part. */
  readonly gzipped: { readonly js: number; readonly css: number }
}

const types: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
}

/** What the first page is made of: the entry and the part for somebody who is not logged in. */
const firstPage = ['site/main.ts', 'site/pages/landing.ts']

/** Bundles script and style, names them by their hash, and puts those names into index.html. */
export async function buildSite(): Promise<SiteBuild> {
  const bundled = await build({
    entryPoints: { main: 'site/main.ts', style: 'site/styles/main.css' },
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
    plugins: [virtual('outlay:routes', clientRoutes)],
  })
  const assets = bundled.outputFiles.map(({ path, contents }) => ({
    path: `/assets/${path.split(/[\\/]/).at(-1)}`,
    bytes: Buffer.from(contents),
  }))
  const js = assetLike(assets, /\/main-\w+\.js$/)
  const css = assetLike(assets, /\.css$/)
  const page = readFileSync('site/index.html', 'utf8')
    .replace('%JS%', js.path.slice(1))
    .replace('%CSS%', css.path.slice(1))

  return {
    files: Object.fromEntries([
      ['/index.html', siteFile('/index.html', Buffer.from(page), false)],
      ['/icon.svg', siteFile('/icon.svg', readFileSync('site/icon.svg'), false)],
      ...assets.map(({ path, bytes }) => [path, siteFile(path, bytes, true)] as const),
    ]),
    gzipped: {
      js: loadedWith(bundled.metafile, firstPage)
        .map((name) => weight(assetLike(assets, new RegExp(`/${name}$`))))
        .reduce((sum, bytes) => sum + bytes, 0),
      css: weight(css),
    },
  }
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
