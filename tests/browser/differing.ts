import type { Page } from 'playwright-core'

/** How far two pictures are from each other, from 0 to 255 as colours are. */
export interface Difference {
  /** Over all of the picture: a tint that has changed, or a page that is another one. */
  readonly all: number
  /** Where it is greatest, in a square of 24 pixels: a figure that is gone, or a column that has slipped. */
  readonly somewhere: number
}

/** Pixels that are looked at as one: how the edge of a letter is drawn is gone then. */
const cell = 8
/** Cells in a row of a square. */
const square = 3

/** Both are PNG; undefined where they are not of one size. The page, any page, only lends its canvas. */
export function differing(page: Page, before: Buffer, now: Buffer): Promise<Difference | undefined> {
  const both = [before, now].map((png) => png.toString('base64'))
  return page.evaluate(
    async ({ both, cell, square }) => {
      const [a, b] = await Promise.all(
        both.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const [wide, high] = [Math.floor(image.width / cell), Math.floor(image.height / cell)]
          const context = new OffscreenCanvas(wide, high).getContext('2d')
          if (!context) throw new Error('There is no canvas.')
          context.imageSmoothingQuality = 'high'
          context.drawImage(image, 0, 0, wide, high)
          return { size: `${image.width} ${image.height}`, wide, pixels: context.getImageData(0, 0, wide, high).data }
        }),
      )
      if (!a || !b || a.size !== b.size) return undefined

      let all = 0
      const squares = new Map<string, number>()
      for (let n = 0; n < a.pixels.length / 4; n += 1) {
        const colours = [0, 1, 2].map((c) => Math.abs((a.pixels[4 * n + c] ?? 0) - (b.pixels[4 * n + c] ?? 0)))
        const far = Math.max(...colours)
        const place = `${Math.floor((n % a.wide) / square)} ${Math.floor(n / a.wide / square)}`
        squares.set(place, (squares.get(place) ?? 0) + far / square ** 2)
        all += far / (a.pixels.length / 4)
      }
      return { all, somewhere: Math.max(...squares.values()) }
    },
    { both, cell, square },
  )
}
