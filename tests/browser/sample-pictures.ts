import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { somebody, type Watched } from './browser.ts'
import { settled } from './pages.ts'

/** Where the pictures are that were looked at and found good. */
export const accepted = join('tests', 'browser', 'pictures')

const shown = [
  ['landing', '/'],
  ['overview', '/?sample=1'],
  ['entries', '/entries?sample=1'],
  ['budgets', '/budgets?sample=1'],
  ['accounts', '/accounts?sample=1'],
  ['settings', '/settings?sample=1'],
] as const
const wide = 1440
const narrow = 360

export interface Picture {
  /** Of its file. */
  readonly name: string
  readonly png: Buffer
}

/** The main pages at a desk and on a phone in light, and the overview in dark: half as large as they are. */
export async function takePictures(url: string): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  const { page, close } = await posing()
  for (const [name, path] of shown) {
    await page.goto(url + path)
    for (const width of [narrow, wide]) pictures.push({ name: `${name}-${width}.png`, png: await picture(page, width) })
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${url}/?sample=1`)
  pictures.push({ name: `overview-${wide}-dark.png`, png: await picture(page, wide) })
  await close()
  return pictures
}

/** The top of the page that is shown, at this width. */
export async function picture(page: Page, width: number): Promise<Buffer> {
  await page.setViewportSize({ width, height: width === narrow ? 1_800 : 1_400 })
  await settled(page)
  await page.evaluate(() => document.fonts.ready)
  return page.screenshot({ animations: 'disabled' })
}

/**
 * Somebody's page on one day for ever, and in letters that come with us: the sample looks the same in it on every
 * machine, but for how its browser draws.
 */
export async function posing(deviceScaleFactor = 0.5): Promise<Watched> {
  const watched = await somebody({ serviceWorkers: 'block', deviceScaleFactor })
  await watched.page.clock.setFixedTime('2026-11-22T12:00:00+01:00')
  await watched.page.addInitScript((cuts) => {
    for (const { base64, weight } of cuts) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      document.fonts.add(new FontFace('Posing', bytes.buffer, { weight }))
    }
    addEventListener('DOMContentLoaded', () => {
      for (const family of ['--sans', '--serif']) document.documentElement.style.setProperty(family, 'Posing')
    })
  }, letters())
  return watched
}

/** Those of the reports. */
function letters() {
  return [
    ['Inter-Regular.ttf', '400 500'],
    ['Inter-SemiBold.ttf', '600 700'],
  ].map(([file = '', weight = '']) => ({
    base64: readFileSync(join('functions', 'adapters', 'pdf', 'fonts', file)).toString('base64'),
    weight,
  }))
}
