import type { Page } from 'playwright-core'
import { shortcut } from './browser.ts'

/** Every page of somebody who is logged in: what pictures of it are called, its address, and what it shows once it is there. */
export const pages = [
  ['overview', '/', 'h1'],
  ['entries', '/entries', '#list, .empty'],
  ['found', '/entries?text=lantern', '#list, .empty'],
  ['budgets', '/budgets', '.bud, .empty'],
  ['accounts', '/accounts', '.account, .empty'],
  ['categories', '/categories', '.tree'],
  ['payees', '/payees', '.payee, .empty'],
  ['reports', '/reports', '.session, .shelf, .empty'],
  ['compare', '/compare', 'main form'],
  ['trash', '/trash', '.session, .empty'],
  ['import', '/import', '.empty'],
  ['more', '/more', '.menu'],
  ['settings', '/settings', 'main form'],
] as const

/** What opens over a page, and what is pressed there for it, one after the other: parts of the page, or a key. */
export const dialogs: readonly (readonly [name: string, path: string, ...presses: string[]])[] = [
  ['entry', '/', 'main .entry >> nth=0'],
  ['keys', '/', '?'],
  ['refile', '/entries', '.entry input >> nth=0', '.bulk .acts button >> nth=0'],
  ['tag', '/entries', '.entry input >> nth=0', '.bulk .acts button >> nth=1'],
  ['period', '/', '.head nav button'],
  ['why', '/', '.facts button.why >> nth=0'],
  ['say', '/', '.nav .add button'],
  ['limit', '/budgets', 'main .b.p'],
  ['filters', '/entries', '.chips button >> nth=1'],
  ['keep-filter', '/entries?text=lantern', '.head button >> nth=0'],
  ['account', '/accounts', '.head button'],
  ['account-change', '/accounts', '.account button >> nth=0'],
  ['category', '/categories', '.head button'],
  ['category-change', '/categories', '.leaf button >> nth=0'],
  ['payee', '/payees', '.payee button >> nth=0'],
  ['make-report', '/reports', '.head button'],
]

/** Ends when the dialog is there with all that it shows. */
export async function openDialog(page: Page, presses: readonly string[]): Promise<void> {
  for (const press of presses) await (press.length === 1 ? shortcut(page, press) : page.locator(press).click())
  await page.locator('dialog h2').waitFor()
  await settled(page)
}

/** All that was asked for has come, and every part of the page with it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.sk, [aria-busy=true]'))
}
