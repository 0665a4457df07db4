import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { renderer } from './pictures.ts'
import { pngOf, type Raster } from './png.ts'

const packing = suite('a drawing as PNG')

let Resvg: Awaited<ReturnType<typeof renderer>>
packing.before(async () => {
  Resvg = await renderer()
})

/** By resvg, which also reads PNG, and refuses one with a wrong sum. */
function rendered(svg: string): Raster {
  const { width, height, pixels } = new Resvg(svg).render()
  return { width, height, pixels }
}

const drawing = (shapes: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${shapes}</svg>`

function readBack(png: Uint8Array): Uint8Array {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  return rendered(drawing(`<image href="${source}" width="60" height="40" image-rendering="optimizeSpeed"/>`)).pixels
}

/** Multiplying by alpha and back rounds. */
function isAlike(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((part, place) => Math.abs(part - (other[place] ?? 0)) <= 1)
}

const stops = '<stop stop-color="#104060"/><stop offset="1" stop-color="#e0a030" stop-opacity=".3"/>'
const ramps = `<linearGradient id="a">${stops}</linearGradient><linearGradient id="d" y2="1">${stops}</linearGradient>`
const blend = `${ramps}<path d="M0 0h60v40H0z" fill="url(#a)"/><path d="M0 40 60 0v40z" fill="url(#d)"/>`

for (const [name, shapes, isNamed] of [
  ['few colours, some half transparent', '<circle cx="20" cy="20" r="15" fill="#2a6f68" opacity=".55"/>', true],
  ['one colour', '<path d="M0 0h60v40H0z" fill="#fff"/>', true],
  ['more colours than have names', blend, false],
] as const) {
  packing(`of ${name} is read as it was drawn`, () => {
    const raster = rendered(drawing(shapes))
    const png = pngOf(raster)

    assert.ok(isAlike(readBack(png), raster.pixels))
    assert.is(Buffer.from(png).includes('PLTE'), isNamed)
  })
}

packing.run()
