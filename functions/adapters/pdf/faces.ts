import { readFile } from 'node:fs/promises'
import PDFDocument, { type EmbeddedFont, type Font } from 'pdfkit'

export interface Faces {
  readonly regular: Font
  readonly semibold: Font
}

let opened: Promise<Faces> | undefined

/** Opened once in a process: every document makes a subset of its own. */
export function faces(): Promise<Faces> {
  opened ??= openAll().catch((cause) => {
    opened = undefined
    throw cause
  })
  return opened
}

async function openAll(): Promise<Faces> {
  const [regular, semibold] = await Promise.all(['Inter-Regular.ttf', 'Inter-SemiBold.ttf'].map(open))
  if (!regular || !semibold) throw new Error('A face is missing.')
  return { regular, semibold }
}

/** The build lays the files beside its bundle, under the same name. */
async function open(name: string): Promise<Font> {
  const bytes = await readFile(new URL(`./fonts/${name}`, import.meta.url))
  return new PDFDocument({ font: bytes, autoFirstPage: false })._font.font
}

type Words = EmbeddedFont['layoutCache']

const kept = new WeakMap<Font, Words>()
const mostWords = 3_000

/**
 * Shaped words outlive their document: shaping is a large part of a report's time, and reports say much the same. Past
 * a number of them they are let go, so that a process that draws for weeks does not grow.
 */
export function shapedWords(face: Font): Words {
  const words = kept.get(face)
  if (words && Object.keys(words).length < mostWords) return words
  const fresh: Words = Object.create(null)
  kept.set(face, fresh)
  return fresh
}
