import type { Page } from 'playwright-core'
import { addDays, type Day } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chances } from '../../functions/sample/chance.ts'
import { closeBrowser, logIn, type Person, person, shortcut, somebody } from '../../tests/browser/browser.ts'
import { filledLedger } from '../../tests/browser/filled-ledger.ts'
import { settled } from '../../tests/browser/pages.ts'
import { siteHost } from '../../tests/browser/site-host.ts'
import { chromiumPath } from '../../tests/support/chromium.ts'
import { household, type SampleEntry } from '../samples/household.ts'
import type { Figure } from './figure.ts'

const rows = 100_000
/** What a press or a key may take until it is seen, so that nobody notices (web.dev, Interaction to Next Paint, halved). */
const unnoticed = 100
/** Two frames at sixty a second: one that is missed is not seen. */
const smooth = 34

/** How it feels with a hundred thousand entries behind: typing on a processor a quarter as fast, scrolling on this one and on that. */
export async function page(tell: (text: string) => void): Promise<readonly Figure[]> {
  if (!chromiumPath()) {
    tell('The page is left out: there is no Chromium; scripts/test-setup installs it.')
    return []
  }
  const host = await siteHost()
  const who = person()
  await filledLedger(host.url, who, many(todayIn('Europe/Berlin', Date.now())))
  try {
    const typed = await typing(await slow(host.url, who, 4), host.url)
    const scrolls = [...(await scrolling(host.url, who, 1)), ...(await scrolling(host.url, who, 4))]
    return [...typed, ...scrolls]
  } finally {
    await closeBrowser()
    await host.close()
  }
}

function figure(name: string, value: number, most: number): Figure {
  return { name, engine: 'sqlite', n: rows, value, unit: 'ms', goal: `<= ${most} ms`, met: value <= most }
}

async function typing(page: Page, url: string): Promise<readonly Figure[]> {
  const seen: Figure[] = []
  const note = async (what: string) => {
    seen.push(figure(`${what}, a quarter as fast: longest until seen`, await longest(page), unnoticed))
  }
  await page.goto(`${url}/`)
  await settled(page)
  await shortcut(page, 'n')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  await page.keyboard.type('12.50 green row market yesterday @card', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await note('adding an entry')

  await page.goto(`${url}/entries`)
  await settled(page)
  await page.locator('#find').focus()
  await page.keyboard.type('lantern', { delay: 60 })
  await page
    .getByRole('row', { name: /Lantern Films/ })
    .first()
    .waitFor()
  await note('searching')

  await page.locator('#find').fill('')
  await page.getByText(/10\d,\d{3} entries/).waitFor()
  await page.locator('#list').focus()
  for (let times = 0; times < 30; times += 1) await page.keyboard.press('ArrowDown')
  await note('going down the list')
  await page.context().close()
  return seen
}

async function scrolling(url: string, who: Person, times: number): Promise<readonly Figure[]> {
  const page = await slow(url, who, times)
  await page.goto(`${url}/entries`)
  await page.getByText(/10\d,\d{3} entries/).waitFor()
  await settled(page)
  const seen: Figure[] = []
  for (const [how, step] of [
    ['at the pace of a finger', 40],
    ['as fast as a wheel turns', 400],
    ['dragging the bar', 20_000],
  ] as const) {
    const frames = (await scrolled(page, step)).toSorted((a, b) => a - b)
    const most = frames[Math.floor((frames.length - 1) * 0.95)] ?? 0
    seen.push(figure(`scrolling ${how}${times > 1 ? ', a quarter as fast' : ''}: 95 of 100 frames`, most, smooth))
  }
  await page.context().close()
  return seen
}

/** Logged in, on a processor so many times slower, noting how long each press and key takes until it is seen. */
async function slow(url: string, who: Person, times: number): Promise<Page> {
  const { page } = await somebody()
  await page.addInitScript(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seen })
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId = 0, duration } = entry as PerformanceEntry & { interactionId?: number }
        if (interactionId > 0) seen.push(duration)
      }
    })
    observer.observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  })
  await logIn(page, url, who)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times })
  return page
}

/** The longest so far, in milliseconds; from then on it is counted anew. */
function longest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)))
    const { seen } = globalThis as unknown as { seen: number[] }
    return Math.max(0, ...seen.splice(0))
  })
}

/** Scrolls by so many pixels a frame for eighty frames, and back; how long each frame took. */
function scrolled(page: Page, step: number): Promise<number[]> {
  return page.evaluate(async (step) => {
    const frames: number[] = []
    let before = await new Promise<number>(requestAnimationFrame)
    for (let times = 0; times < 160; times += 1) {
      scrollBy(0, times < 80 ? step : -step)
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - before)
      before = now
    }
    return frames
  }, step)
}

/** As many as that, over nine years: a household that writes down everything, thrice. */
function many(today: Day): readonly SampleEntry[] {
  const days = household(addDays(today, -3_300), today, chances(3))
  const copies = Math.ceil(rows / days.length)
  return days.flatMap((entry) => Array.from({ length: copies }, () => entry)).slice(-rows)
}
