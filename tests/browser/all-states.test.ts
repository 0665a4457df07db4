import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chances } from '../../functions/sample/chance.ts'
import { household } from '../../scripts/samples/household.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { assertAccessible, assertFits, closeBrowser, logIn, type Person, person, somebody } from './browser.ts'
import { filledLedger } from './filled-ledger.ts'
import { dialogs, openDialog, pages, settled } from './pages.ts'
import { siteHost } from './site-host.ts'

const folder = join('dist', 'screens')
const widths = [360, 768, 1440] as const
const themes = ['light', 'dark'] as const
const states = ['empty', 'loading', 'error', 'offline', 'full'] as const

let host: Here
let full: Person
let empty: Person

const all = suite('every page in every state')
all.before(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  host = await siteHost()
  full = person()
  empty = person()
  const today = todayIn('Europe/Berlin', Date.now())
  const ask = await filledLedger(host.url, full, household(addDays(today, -200), today, chances(20)))
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/categories')
  await ask('POST', '/budgets', { amount: '2400.00' })
  const sorts = items.filter(({ name }) => ['Groceries', 'Restaurants', 'Clothes and shoes'].includes(name))
  for (const { id } of sorts) await ask('POST', '/budgets', { amount: '150.00', categoryId: id })
  const { items: entries } = await ask<{ items: { id: string }[] }>('GET', '/transactions?limit=3')
  await ask('POST', '/transactions/batch', { changes: entries.map(({ id }) => ({ op: 'delete', id })) })
  for (const kind of ['weekly', 'monthly']) await ask('POST', '/reports', { kind, start: today })
  await filledLedger(host.url, empty, [])
})
all.after(async () => {
  await closeBrowser()
  await host.close()
})

for (const state of states) {
  all(`is fit to be seen: ${state}`, async () => {
    const { page, close } = await somebody()
    await logIn(page, host.url, state === 'empty' ? empty : full)
    await settled(page)
    for (const [name, path, there] of pages) {
      await bring(page, state, path, there)
      await look(page, `${name}-${state}`)
      if (state === 'offline') await page.context().setOffline(false)
    }
    await close()
  })
}

all('is fit to be seen: dialogs', async () => {
  const { page, faults, close } = await somebody()
  await logIn(page, host.url, full)
  for (const [name, path, ...presses] of dialogs) {
    await page.goto(host.url + path)
    await settled(page)
    await openDialog(page, presses)
    await look(page, `dialog-${name}`)
  }
  assert.equal(faults, [])
  await close()
})

all('is fit to be seen: doors', async () => {
  const { page, close } = await somebody()
  for (const [name, path] of doors) {
    await page.goto(host.url + path)
    await page.locator('h1').waitFor()
    await look(page, `door-${name}`)
    if (name === 'landing') continue
    await page.locator('form button.p').click()
    await page.locator('[aria-invalid]').first().waitFor()
    await look(page, `door-${name}-wrong`)
  }
  await close()
})

const doors = [
  ['landing', '/'],
  ['login', '/login'],
  ['register', '/register'],
  ['reset', '/reset'],
] as const

all('knows every page and every dialog of the site', () => {
  const [table = ''] = /byName\(\[.*?\n\]\)/s.exec(readFileSync('site/parts.ts', 'utf8')) ?? []
  const named = [...table.matchAll(/'([/#][a-z/{}-]*)'/g)].map(([, name = '']) => name)
  const looked = [
    ...pages.map(([, path]) => path.replace(/\?.*/, '')),
    ...dialogs.map(([name]) => `#${name.replace('-change', '')}`),
    // the doors that are no part of their own
    ...doors.map(([, path]) => path).filter((path) => named.includes(path)),
    ...lookedAtElsewhere,
  ]

  assert.equal([...new Set(looked)].sort(), [...new Set(named)].sort())
})

/** Where one comes only on the way of a story: by book, offline and reports.test.ts; what /reset says then, by reset.test.ts. */
const lookedAtElsewhere = ['/accounts/reconcile', '/waiting', '/reports/{id}', '/verify', '/unsubscribe']

all('has a picture of each page in each state, at each width, in each theme', () => {
  const names = [
    ...pages.flatMap(([name]) => states.map((state) => `${name}-${state}`)),
    ...dialogs.map(([name]) => `dialog-${name}`),
    ...doors.flatMap(([name]) => (name === 'landing' ? [`door-${name}`] : [`door-${name}`, `door-${name}-wrong`])),
  ]
  const expected = names.flatMap((name) =>
    widths.flatMap((width) => themes.map((theme) => `${name}-${width}-${theme}.png`)),
  )

  assert.equal(readdirSync(folder).sort(), expected.sort())
})

all('holds at the narrowest, at twice the size, and with letters twice as large', async () => {
  const { page, close } = await somebody()
  await logIn(page, host.url, full)
  for (const [name, path] of pages) {
    await page.goto(host.url + path)
    await settled(page)
    // 320 CSS pixels are 1280 at 400 %
    for (const width of [320, 720]) {
      await page.setViewportSize({ width, height: 800 })
      await assertFits(page, `${name} at ${width}`)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await assertFits(page, `${name} with large letters`)
  }
  await close()
})

all('says without colours what it says with them, and moves nothing where no motion is wanted', async () => {
  const { page, close } = await somebody({ forcedColors: 'active' })
  await logIn(page, host.url, full)
  await settled(page)
  await page.screenshot({ path: join('dist', 'forced-colours.png') })
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name)
  assert.is.not(await style('.ch .expense', 'fill'), await style('body', 'background-color'))
  // what only its ground sets apart has an edge in its place
  for (const shape of ['.nav [aria-current]', '.nav .add button'])
    assert.is(await style(shape, 'outline-style'), 'solid', shape)
  // how a bar of income differs from one of expense: by its edge, not by its colour
  assert.is(await style('.ch .income', 'stroke-width'), '1.5px')
  assert.match(await style('.plot .pace', 'stroke-dasharray'), '5px')
  await page.locator('.nav a').nth(2).focus()
  await page.keyboard.press('Tab')
  const focus = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
  assert.is(focus, 'solid')
  const moving = await page.evaluate(() => document.getAnimations().map(({ id }) => id))
  assert.equal(moving, [])
  await close()
})

/** The page in this state; `there` is what it has once it is there. */
async function bring(page: Page, state: (typeof states)[number], path: string, there: string): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  if (state === 'loading' || state === 'error')
    await page.route('**/v1/**', async (route) => {
      const request = route.request()
      if (request.method() !== 'GET' || /\/v1\/(me|sessions)$/.test(request.url())) return route.continue()
      if (state === 'error')
        await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(broken) })
      // else it is never answered
    })
  await page.goto(host.url + path)
  if (state === 'loading') {
    await page.locator('.sk, .menu').first().waitFor()
    return
  }
  if (state === 'error') {
    await page.locator('.note, .menu, main form').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('.sk'))
    return
  }
  await page.locator(there).first().waitFor()
  await settled(page)
  if (state === 'offline') {
    await page.context().setOffline(true)
    await page.getByText('Offline. What is shown', { exact: false }).waitFor()
  }
}

/** As functions/edge writes what nobody foresaw. */
const broken = { type: 'about:blank', title: 'Something broke.', status: 500, code: 'internal', requestId: 'r' }

/** Nothing sticks out, axe finds nothing, and there are pictures to look at. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 })
    await assertFits(page, `${name} at ${width}`)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) })
      // narrow in light, wide in dark: what a rule is about is one or the other, or both
      const isAsked = colorScheme === (width === 360 ? 'light' : 'dark') && width !== 768
      if (isAsked) await assertAccessible(page, `${name} at ${width}, ${colorScheme}`)
    }
  }
}

if (chromiumPath()) all.run()
else leaveOut('every page in every state', 'there is no Chromium; scripts/test-setup installs it')
