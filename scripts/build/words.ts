import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { keyOf } from '../../site/messages/key.ts'

const folder = 'site/messages'

/** The messages of a language as they are written, by file without its language and by name: `forms.refusals.wrong`. */
export type Messages = ReadonlyMap<string, string>

/** Every file of a language: `en.ts`, `en-forms.ts`, … */
export async function messagesIn(language: string): Promise<Messages> {
  const files = readdirSync(folder).filter((file) => new RegExp(`^${language}(-[a-z-]+)?\\.ts$`).test(file))
  const modules = await Promise.all(files.map(async (file) => [partOf(file), await load(`${folder}/${file}`)] as const))
  return new Map(modules.flatMap(([part, exports]) => flat(part, exports)))
}

const partOf = (file: string) => basename(file, '.ts').split('-').slice(1).join('-') || 'all'

/** Without a loader of types at hand, the compiler makes the file into one that Node reads. */
async function load(file: string): Promise<object> {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, write: false, format: 'esm' })
  const code = Buffer.from(outputFiles?.[0]?.contents ?? '').toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}

function flat(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  return Object.entries(Object(value)).flatMap(([key, inner]) => flat(`${name}.${key}`, inner))
}

/** Beside English. A language is known by having a file. */
export function otherLanguages(): readonly string[] {
  const all = readdirSync(folder).flatMap((file) => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? [])
  return all.filter((language) => language !== 'en').sort()
}

/** A language's catalogue by parts. What it does not have is said in English, and so is what it says in the same letters. */
export async function wordsOf(language: string): Promise<ReadonlyMap<string, { readonly [key: string]: string }>> {
  const [english, own] = [await messagesIn('en'), await messagesIn(language)]
  const seen = new Map<string, readonly [english: string, own: string]>()
  const parts = new Map<string, { [key: string]: string }>()
  for (const [name, message] of english) {
    const [part = ''] = name.split('.')
    const words = parts.get(part) ?? {}
    parts.set(part, words)
    const said = own.get(name)
    if (said === undefined) continue
    const [before = message, was = said] = seen.get(keyOf(message)) ?? []
    if (before !== message || was !== said) {
      throw new Error(`"${message}" is "${was}" and "${said}" in ${language}: make two messages of it.`)
    }
    seen.set(keyOf(message), [message, said])
    if (message !== said) words[keyOf(message)] = said
  }
  return parts
}

/** Names of modules that exist only in the build: `outlay:languages`, and the part `outlay:words/de/forms` of one. */
const wordsModule = (language: string, part: string) => `outlay:words/${language}/${part}`

/** The parts of a script's catalogue in each language, by the names that the bundle's report has for its entries. */
export const wordsEntry = (language: string, part: string): string => `words:${wordsModule(language, part)}`

/** Whose messages they are: a file of English messages says by itself that it is there. */
export const partOfInput = (path: string): string | undefined =>
  /^site\/messages\/en(-[a-z-]+)?\.ts$/.test(path) ? partOf(basename(path)) : undefined

export const languageParts: Plugin = {
  name: 'languages',
  setup(build) {
    const catalogues = new Map<string, ReturnType<typeof wordsOf>>()
    const catalogue = (language: string) => {
      const made = catalogues.get(language) ?? wordsOf(language)
      catalogues.set(language, made)
      return made
    }
    build.onResolve({ filter: /^outlay:(words\/|languages$)/ }, ({ path }) => ({ path, namespace: 'words' }))
    build.onLoad({ filter: /^outlay:languages$/, namespace: 'words' }, async () => {
      const tables = otherLanguages().map(async (language) => {
        const parts = [...(await catalogue(language)).keys()].map(
          (part) => `${JSON.stringify(part)}: () => import('${wordsModule(language, part)}')`,
        )
        return `${language}: { ${parts.join(', ')} }`
      })
      return { contents: `export const languages = { ${(await Promise.all(tables)).join(', ')} }` }
    })
    build.onLoad({ filter: /^outlay:words\//, namespace: 'words' }, async ({ path }) => {
      const [, language = '', part = ''] = path.split('/')
      return { contents: `export const words = ${JSON.stringify((await catalogue(language)).get(part) ?? {})}` }
    })
    build.onLoad({ filter: /[\\/]messages[\\/]en(-[a-z-]+)?\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\nimport { expectWords } from './t.ts'\nexpectWords('${partOf(basename(path))}')\n`,
      loader: 'ts',
    }))
  },
}
