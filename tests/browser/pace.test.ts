import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chances, household, type SampleEntry } from '../../scripts/samples/household.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { measured } from '../support/measured.ts'
import { closeBrowser, type Person, person, somebody } from './browser.ts'
import { filledLedger } from './filled-ledger.ts'
import { settled } from './pages.ts'
import { siteHost } from './site-host.ts'

const rows = 100_000

let host: Here
let who: Person

const pace = suite('the pace of a ledger with a hundred thousand entries')
pace.before(async () => {
  host = await siteHost()
  who = person()
  const began = Date.now()
  await filledLedger(host.url, who, many(todayIn('Europe/Berlin', Date.now())))
  measured('a hundred thousand entries sent in batches', Date.now() - began)
})
pace.after(async () => {
  await closeBrowser()
  await host.close()
})

pace('of adding an entry and of searching, on a processor a quarter as fast', async () => {
  const page = await slow(4)
  await onTheWay(page, 'the overview, from the address to its last part', () => page.goto(`${host.url}/`))
  await page.keyboard.press('n')
  const line = page.getByRole('dialog').getByLabel('Amount')
  await line.waitFor()
  await page.keyboard.type('12.50 green row market yesterday @card', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  measured('adding an entry, longest from a key to the next paint', await longest(page))

  await onTheWay(page, 'the list, from the address to its rows', () => page.goto(`${host.url}/entries`))
  await page.getByText(/10\d,\d{3} entries/).waitFor()
  await page.locator('#find').focus()
  await page.keyboard.type('lantern', { delay: 60 })
  await page
    .getByRole('row', { name: /Lantern Films/ })
    .first()
    .waitFor()
  measured('searching, longest from a key to the next paint', await longest(page))

  await page.locator('#find').fill('')
  await page.getByText(/10\d,\d{3} entries/).waitFor()
  await page.locator('#list').focus()
  for (let times = 0; times < 30; times += 1) await page.keyboard.press('ArrowDown')
  measured('going down the list, longest from a key to the next paint', await longest(page))
  assert.ok((await page.locator('.entry').count()) < 80)
  await page.context().close()
})

for (const [times, name] of [
  [1, 'as it is'],
  [4, 'a quarter as fast'],
] as const) {
  pace(`of scrolling, on a processor ${name}`, async () => {
    const page = await slow(times)
    await page.goto(`${host.url}/entries`)
    await page.getByText(/10\d,\d{3} entries/).waitFor()
    await settled(page)
    for (const [how, step] of [
      ['at the pace of a finger', 40],
      ['as fast as a wheel turns', 400],
      ['dragging the bar', 20_000],
    ] as const) {
      const frames = await scrolled(page, step)
      const sorted = frames.toSorted((a, b) => a - b)
      const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0
      measured(`${how}, ${name}: half of all frames within`, at(0.5))
      measured(`${how}, ${name}: 95 of 100 frames within`, at(0.95))
      measured(`${how}, ${name}: the longest frame`, at(1))
      // whatever came by, what is in sight in the end is there
      await page.waitForFunction(
        () =>
          document.querySelectorAll('.entry[data-entry]').length > 5 && !document.querySelector('.entry[aria-busy]'),
      )
      assert.ok((await page.locator('.entry').count()) < 80)
    }
    await page.context().close()
  })
}

/** Logged in, on a processor so many times slower, noting how long each press and key takes until it is seen. */
async function slow(times: number): Promise<Page> {
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
  await page.goto(`${host.url}/login`)
  await page.getByLabel('Email').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
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

async function onTheWay(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  const began = Date.now()
  await act()
  await settled(page)
  measured(what, Date.now() - began)
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

if (chromiumPath()) pace.run()
else leaveOut('the pace of a large ledger', 'there is no Chromium; scripts/test-setup installs it')
