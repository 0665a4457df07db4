import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import { eventually } from './eventually.ts'

/** A page that notes what must not happen: errors in the console, and breaches of the content policy. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
  readonly close: () => Promise<void>
}

export const phone = { width: 360, height: 780 }
export const desktop = { width: 1440, height: 900 }

let running: Promise<Browser> | undefined

/** The machine's Chromium, one for the whole file; with more switches where the file's first call gives them. */
export function browser(more: readonly string[] = []): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...more]
  running ??= chromium.launch({ executablePath: chromiumPath() ?? '', args })
  return running
}

export async function closeBrowser(): Promise<void> {
  await (await running)?.close()
  running = undefined
}

/** Somebody's browser: German time, Irish numbers, motion not wanted. */
export async function somebody(options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await (await browser()).newContext({
    viewport: desktop,
    locale: 'en-IE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const faults: string[] = []
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    )
  })
  page.on('console', (message) => {
    // a token that is refused is traded in silence; the browser notes it all the same
    const isTrade = /status of 401/.test(message.text())
    if (/error|warning/.test(message.type()) && !isTrade) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return { page, faults, close: () => context.close() }
}

export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
}

let people = 0

export function person(): Person {
  people += 1
  return { name: 'Asha', email: `asha${people}@example.org`, password: 'plum tree by the gate' }
}

/** Through the form, as people do it. Ends at the overview. */
export async function register(page: Page, url: string, { name, email, password }: Person): Promise<void> {
  await page.goto(`${url}/register`)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByLabel('Currency').selectOption('EUR')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()
}

/** Through the form. Ends when the page is there. */
export async function logIn(page: Page, url: string, { email, password }: Person): Promise<void> {
  await page.goto(`${url}/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

/** Until the worker of the site keeps what is needed without a network. */
export function workerActive(page: Page): Promise<void> {
  return eventually(async () => {
    const state = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
    assert.is(state, 'activated')
  })
}

/** Presses a key that acts anywhere; the page is there before its keys are. */
export async function shortcut(page: Page, key: string): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/watch-/.test(name)))
  // what has come runs before the page is idle
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)).then(() => undefined))
  await page.keyboard.press(key)
}

/** What is said at the bottom. */
export async function said(page: Page, words: string): Promise<void> {
  await page.getByRole('status').getByText(words, { exact: true }).waitFor()
}

export interface Entered {
  readonly kind?: 'Expense' | 'Income' | 'Transfer' | 'Refund'
  readonly amount: string
  readonly payee?: string
  readonly category?: string
}

/** In the form that is open. Ends when it is gone. */
export async function fillEntry(page: Page, { kind = 'Expense', amount, payee, category }: Entered): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByText(kind, { exact: true }).click()
  await form.getByLabel('Amount').fill(amount)
  if (payee) await form.getByLabel(kind === 'Expense' ? 'Paid to' : 'Paid by').fill(payee)
  if (category) await form.getByLabel('Category').selectOption({ label: category })
  await form.getByLabel('Amount').press('Enter')
  await form.waitFor({ state: 'detached' })
}

export async function addEntry(page: Page, entered: Entered): Promise<void> {
  await openForm(page)
  await fillEntry(page, entered)
}

/** The plain form of a new entry, by way of the line. */
export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add entry' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Use the plain form' }).click()
  await page.getByRole('dialog').getByLabel('Day', { exact: true }).waitFor()
}

/** The form of an entry, from its line in the list. */
export async function openEntry(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('row', { name }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('form', { name: /^Change/ }))
    .first()
    .waitFor()
  if (await page.getByRole('dialog').isVisible()) return
  // where there is room it is changed in its line; Enter on the line opens the form
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('Day', { exact: true }).waitFor()
}

/** In the line of a new entry, from wherever one is. Ends when it is saved. */
export async function sayEntry(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: 'Add entry' }).click()
  await page.getByRole('dialog').getByLabel('Amount').fill(line)
  await page.getByRole('dialog').getByLabel('Amount').press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

type Place = 'Overview' | 'Entries' | 'Budgets' | 'Reports' | 'Accounts' | 'Categories' | 'Payees' | 'Settings'

/** By the rail or, where there is little room, by way of the menu. */
export async function goTo(page: Page, name: Place): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Main' })
  await nav.waitFor()
  const isThere = await nav.getByRole('link', { name, exact: true }).isVisible()
  if (!isThere) await nav.getByRole('link', { name: 'Menu' }).click()
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: name === 'Overview' ? '' : name }).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds, in light and in dark: nothing. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe)
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      interface Violation {
        id: string
        nodes: { html: string }[]
      }
    })
    assert.equal(violations, [], `${where}, ${colorScheme}`)
  }
}

/** Nothing sticks out at the side. */
export async function assertFits(page: Page, where: string): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  assert.ok(Number(wide) <= Number(room), `${where} is ${wide} pixels wide, the window ${room}`)
}
