import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import { gate } from '../support/gate.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { addEntry, closeBrowser, openForm, person, register, shortcut, somebody } from './browser.ts'
import { siteHost } from './site-host.ts'

let host: Here

const keys = suite('the keyboard alone')
keys.before(async () => {
  host = await siteHost()
})
keys.after(async () => {
  await closeBrowser()
  await host.close()
})

keys('leads from the promise to entries, their list, many at once, a limit, a report, and back out', async () => {
  const { page, faults, close } = await somebody()
  const { name, email, password } = person()
  await page.goto(`${host.url}/`)
  await page.locator('h1').waitFor()

  await pressOn(page, 'Open a ledger')
  await page.getByLabel('Your name').waitFor()
  assert.is(await focused(page), 'Open a ledger')
  for (const text of [name, email, password]) await tabAnd(page, text)
  await page.keyboard.press('Tab')
  await page.keyboard.type('EUR')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()

  await shortcut(page, 'n')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  assert.match(await focused(page), 'Amount')
  await page.keyboard.type('12.50 lunch')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.ok(await page.evaluate(() => document.activeElement?.matches('h1')))

  await pressOn(page, 'Undo')
  await page.getByText('Undone.').waitFor()
  assert.is.not(await focused(page), '')
  for (const line of ['3.80 coffee', '7 lunch yesterday', '40 groceries']) {
    await shortcut(page, 'n')
    await page.getByRole('dialog').getByLabel('Amount').waitFor()
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  // to the list, where a line is changed in place
  await shortcut(page, 'g')
  await page.keyboard.press('e')
  await page.getByRole('row', { name: /−40\.00/ }).waitFor()
  await tabTo(page, 'Entries by day')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('e')
  await page.getByRole('form', { name: /^Change/ }).waitFor()
  assert.is(await focused(page), 'Payee')
  await page.keyboard.type('Green Row Market')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /Green Row Market.*−40\.00/ }).waitFor()
  assert.is(await focused(page), 'Entries by day')

  // two of them, with Shift, under another category
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText(/^2 selected/).waitFor()
  await page.keyboard.press('c')
  await page.getByRole('dialog').getByLabel('Category').waitFor()
  assert.is(await focused(page), 'Category')
  await page.keyboard.type('Gifts')
  await pressOn(page, 'Recategorise')
  await page.getByText(/^Moved to Gifts/).waitFor()
  assert.is(await focused(page), 'Entries by day')

  // found again by typing, and let go of
  await shortcut(page, '/')
  await page.keyboard.type('green')
  await page.waitForURL(/text=green/)
  await page.getByRole('row', { name: /−3\.80/ }).waitFor({ state: 'detached' })
  await pressOn(page, 'Without the filter green')
  await page.getByRole('row', { name: /−3\.80/ }).waitFor()

  await shortcut(page, 'g')
  await page.keyboard.press('b')
  await page.getByText('No limits yet.').waitFor()
  await pressOn(page, 'New limit')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  await tabTo(page, 'Amount, EUR')
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await page.getByText('€449', { exact: false }).waitFor()

  await shortcut(page, 'g')
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Send me a report now' }).waitFor()
  await pressOn(page, 'Send me a report now')
  await page.getByRole('button', { name: 'Download the PDF' }).waitFor()
  const file = page.waitForEvent('download')
  await pressOn(page, 'Download the PDF')
  assert.match((await file).suggestedFilename(), /\.pdf$/)

  await pressOn(page, 'Settings')
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  assert.is(await focused(page), 'Settings')
  await pressOn(page, 'Log out')
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()
  assert.equal(faults, [])
  await close()
})

keys('stays inside a dialog, and Escape leaves it for where it was', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await pressOn(page, 'Add entry')
  await page.getByRole('dialog').getByLabel('Amount').waitFor()
  for (let times = 0; times < 20; times += 1) {
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate(
      () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
    )
    assert.ok(isInside)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  assert.is(await focused(page), 'Add entry')
  await close()
})

keys('goes on in a dialog that becomes another one, and whose parts come and go', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  const dialog = page.getByRole('dialog')
  // the first time the part comes later than the wish for it
  for (const press of [shortcut, (page: Page, key: string) => page.keyboard.press(key)]) {
    await press(page, 'n')
    await dialog.getByLabel('Amount').waitFor()
    await pressOn(page, 'Use the plain form')
    await dialog.getByLabel('Day', { exact: true }).waitFor()
    assert.is(await focused(page), 'Amount, EUR')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }

  await openForm(page)
  await page.keyboard.type('10')
  await pressOn(page, 'Split')
  await dialog.getByLabel('Part 2', { exact: true }).waitFor()
  assert.is(await focused(page), 'Amount, EUR')
  await pressOn(page, 'Remove part 2')
  await dialog.getByLabel('Part 2', { exact: true }).waitFor({ state: 'detached' })
  assert.is(await focused(page), 'Amount, EUR')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })

  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('row', { name: /Select.*−10\.00/ }).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await pressOn(page, 'Duplicate')
  await dialog.getByRole('heading', { name: 'Add entry' }).waitFor()
  assert.is(await focused(page), 'Amount, EUR')
  await close()
})

keys('writes into a form that comes later than its dialog', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  const slow = gate()
  await page.route('**/v1/ledgers/**', async (route) => {
    await slow.opened
    await route.continue()
  })
  await page.reload()
  await page.getByRole('button', { name: 'Add entry' }).press('Enter')
  await page.getByRole('dialog').waitFor()
  assert.is(await focused(page), 'Close')
  slow.open()
  await page.getByRole('dialog').getByLabel('Amount').waitFor()

  await page.keyboard.type('12.50 lunch')
  assert.is(await page.getByRole('dialog').getByLabel('Amount').inputValue(), '12.50 lunch')
  await close()
})

keys('is led to the first thing that is wrong, which says why', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await openForm(page)
  await page.getByRole('dialog').getByLabel('Amount').fill('12.345')
  await page.keyboard.press('Enter')
  await page.locator('[aria-invalid]').waitFor()

  assert.match(await focused(page), 'Amount')
  const described = await page.evaluate(() => {
    const ids = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((id) => document.getElementById(id)?.textContent)
  })
  assert.match(described.join(), 'no more decimals than its currency has')
  await close()
})

keys('is not lost when what it was on is gone', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await addEntry(page, { amount: '3', payee: 'Platform Coffee' })
  await pressOn(page, 'Entries')
  await page.getByRole('row', { name: /Platform Coffee/ }).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('No entries yet.').waitFor()

  assert.is(await focused(page), 'Entries')
  await close()
})

keys('skips what stands around the page', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  assert.is(await focused(page), 'Skip to content')
  await page.keyboard.press('Enter')

  assert.ok(await page.evaluate(() => document.activeElement?.matches('main')))
  await close()
})

/** Tabs until the thing with this name has the focus, and presses Enter on it. */
async function pressOn(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    if ((await focused(page)) === name && (await page.evaluate(() => document.activeElement?.matches('a, button')))) {
      return page.keyboard.press('Enter')
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to "${name}".`)
}

/** Tabs until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 80 && (await focused(page)) !== name; times += 1) await page.keyboard.press('Tab')
  assert.is(await focused(page), name)
}

async function tabAnd(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Tab')
  await page.keyboard.type(text)
}

/** The name of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const label = element.id && document.querySelector(`label[for="${element.id}"]`)?.textContent
    return (label || element.getAttribute('aria-label') || element.textContent || '').trim()
  })
}

if (chromiumPath()) keys.run()
else leaveOut('the site by keyboard', 'there is no Chromium; scripts/test-setup installs it')
