import { readFile } from 'node:fs/promises'
import PDFDocument, { type Font } from 'pdfkit'

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

interface Kept {
  readonly words: object
  documents: number
}

const kept = new WeakMap<Font, Kept>()
const mostDocuments = 400

/**
 * Shaped words outlive their document: shaping is a large part of a report's time, and reports say much the same. They
 * are let go after so many documents, so that a process that draws for weeks does not grow.
 */
export function shapedWords(face: Font): object {
  const known = kept.get(face)
  if (known && known.documents < mostDocuments) {
    known.documents += 1
    return known.words
  }
  const fresh = { words: Object.create(null) as object, documents: 1 }
  kept.set(face, fresh)
  return fresh.words
}
