import { readFile } from 'node:fs/promises'
import PDFDocument from 'pdfkit'
import { Face } from './face.ts'

export interface Faces {
  readonly regular: Face
  readonly semibold: Face
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
async function open(name: string): Promise<Face> {
  const bytes = await readFile(new URL(`./fonts/${name}`, import.meta.url))
  return new Face(new PDFDocument({ font: bytes, autoFirstPage: false })._font.font)
}
