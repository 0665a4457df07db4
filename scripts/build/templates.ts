import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import htm from 'htm'

/**
 * The pages' templates become the calls that htm would make of them in the browser, each time it meets one for the first
 * time: its parser does the same work here, once, and stays out of the page.
 */
export const templatesAsCalls: Plugin = {
  name: 'templates as calls',
  setup(build) {
    build.onLoad({ filter: /[\\/]site[\\/]html\.ts$/ }, ({ path }) => ({
      contents: "export { h as html } from 'preact'",
      resolveDir: path.slice(0, path.search(/[\\/]html\.ts$/)),
      loader: 'ts',
    }))
    build.onLoad({ filter: /[\\/]site[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: asCalls(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

const tag = 'html`'

/** A source text with `html("p", null, …)` in the place of html`<p>…</p>`, in templates within templates too. */
export function asCalls(source: string): string {
  const begin = source.search(/(?<![\w.])html`/)
  if (begin < 0) return source
  const { texts, holes, end } = template(source, begin + tag.length)
  return source.slice(0, begin) + calls(texts, holes.map(asCalls)) + asCalls(source.slice(end))
}

interface Template {
  /** Its own texts, one more than there are holes. */
  readonly texts: readonly string[]
  /** The source of what is filled in. */
  readonly holes: readonly string[]
  /** Where the source goes on behind it. */
  readonly end: number
}

/** Reads a template from behind its opening quote. */
function template(source: string, begin: number): Template {
  const texts: string[] = []
  const holes: string[] = []
  let from = begin
  for (let at = begin; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '`') return { texts: [...texts, source.slice(from, at)], holes, end: at + 1 }
    else if (source.startsWith('${', at)) {
      const end = endOfHole(source, at + 2)
      texts.push(source.slice(from, at))
      holes.push(source.slice(at + 2, end))
      from = end + 1
      at = end
    }
  }
  throw new Error(`A template has no end: ${source.slice(begin, begin + 80)}`)
}

/** Where the brace is that closes what was opened before `begin`. */
function endOfHole(source: string, begin: number): number {
  let depth = 0
  for (let at = begin; at < source.length; at++) {
    const letter = source[at]
    if (letter === '`') at = template(source, at + 1).end - 1
    else if (letter === "'" || letter === '"') at = endOfText(source, at)
    else if (letter === '{') depth++
    else if (letter === '}' && depth-- === 0) return at
  }
  throw new Error(`What is filled in has no end: ${source.slice(begin, begin + 80)}`)
}

function endOfText(source: string, begin: number): number {
  let at = begin + 1
  while (at < source.length && source[at] !== source[begin]) at += source[at] === '\\' ? 2 : 1
  return at
}

/** What htm makes of a template is asked of htm, with marks in the place of what will be filled in. */
function calls(texts: readonly string[], holes: readonly string[]): string {
  if (texts.some((text) => text.includes('\\'))) throw new Error(`A template escapes something: ${texts.join(' … ')}`)
  const filled = (mark: string): string => `(${holes[Number(mark.slice(1, -1))]})`
  const joined = (text: string): string =>
    text
      .split(/(\uE000\d+\uE001)/)
      .map((part) => (isMark.test(part) ? filled(part) : JSON.stringify(part)))
      .join('+')
  const written = (value: unknown): string => {
    if (value instanceof Call) return value.source
    if (value instanceof Mark) return filled(String(value))
    return typeof value === 'string' ? joined(value) : JSON.stringify(value)
  }
  const attribute = ([name, value]: readonly [string, unknown]): string =>
    isMark.test(name) ? `...${filled(name)}` : `${JSON.stringify(name)}:${written(value)}`
  const call = (name: unknown, attributes: object | null, ...children: readonly unknown[]): Call => {
    const given = attributes ? `{${Object.entries(attributes).map(attribute).join(',')}}` : 'null'
    return new Call(`html(${[written(name), given, ...children.map(written)].join(',')})`)
  }

  const strings = Object.assign([...texts], { raw: texts })
  const made: unknown = htm.bind(call)(strings, ...holes.map((_, hole) => new Mark(hole)))
  return Array.isArray(made) ? `[${made.map(written).join(',')}]` : written(made)
}

class Call {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

const isMark = /^\uE000\d+\uE001$/

/** Stands for what is filled in: within a text as its sign, and where it is spread as an attribute of that name. */
class Mark {
  readonly #sign: string

  constructor(hole: number) {
    this.#sign = `\uE000${hole}\uE001`
    Object.assign(this, { [this.#sign]: true })
  }

  toString(): string {
    return this.#sign
  }
}
