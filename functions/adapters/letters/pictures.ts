import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Attachment } from '../../ports/mailer.ts'
import type { Picture } from './pieces.ts'
import { pngOf } from './png.ts'
import { sceneSvg } from './scene-svg.ts'

/** Twice the pixels that it is shown at. */
const density = 2

/** A picture as PNG, transparent. */
export async function png(picture: Picture): Promise<Attachment> {
  const Resvg = await renderer()
  const drawing = new Resvg(sceneSvg(picture), {
    fitTo: { mode: 'width', value: picture.width * density },
    font: { loadSystemFonts: false },
  })
  try {
    const image = drawing.render()
    const body = pngOf(image)
    image.free()
    return { name: picture.name, type: 'image/png', body, inline: true }
  } finally {
    drawing.free()
  }
}

type Renderer = typeof import('@resvg/resvg-wasm')['Resvg']

let started: Promise<Renderer> | undefined

/** Two megabytes, compiled when the first picture is drawn. */
export function renderer(): Promise<Renderer> {
  started ??= start().catch((cause) => {
    started = undefined
    throw cause
  })
  return started
}

async function start(): Promise<Renderer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(file))
  return Resvg
}
