import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, firstOfMonth } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { assertAccessible, closeBrowser, goTo, logIn, person, said, sayEntry, somebody } from './browser.ts'
import { filledLedger } from './filled-ledger.ts'
import { siteHost } from './site-host.ts'

let host: Here

const names = suite('accounts, categories and payees in a browser')
names.before(async () => {
  host = await siteHost()
})
names.after(async () => {
  await closeBrowser()
  await host.close()
})

const today = todayIn('Europe/Berlin', Date.now())
const lastMonth = addDays(firstOfMonth(today), -3)

async function somebodyWith() {
  const who = person()
  const spent = { kind: 'expense', day: lastMonth, account: 'Everyday' } as const
  await filledLedger(host.url, who, [
    { ...spent, amount: '40.00', payee: 'Green Row Market', category: 'Groceries' },
    { ...spent, amount: '12.50', payee: 'The Blue Door', category: 'Restaurants' },
    { ...spent, amount: '7.50', payee: 'Blue Door', category: 'Restaurants' },
  ])
  // so high that nothing scrolls while something is dragged
  const { page, faults, close } = await somebody({ viewport: { width: 1440, height: 2800 } })
  await logIn(page, host.url, who)
  return { page, faults, close }
}

names('agree with a statement: what is not on it is ticked off, and the account knows until when', async () => {
  const { page, faults, close } = await somebodyWith()
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'Reconcile Everyday' }).click()
  await page.getByLabel('Balance, EUR').fill('947.50')
  await page.keyboard.press('Enter')
  await page.getByText('The statement has €7.50 more than the entries.').waitFor()
  await assertAccessible(page, 'a difference')
  await page.getByRole('checkbox', { name: 'On the statement: Blue Door' }).uncheck()
  await page.getByText('It agrees.').waitFor()
  await assertAccessible(page, 'agreement')
  await page.getByRole('button', { name: 'Remember this statement' }).click()
  await page.getByText(/^Bank · Reconciled until/).waitFor()

  await page.getByRole('link', { name: 'Reconcile Everyday' }).click()
  await page.getByLabel('Last day of the statement').fill(today)
  await page.getByLabel('Balance, EUR').fill('938')
  await page.keyboard.press('Enter')
  await page
    .getByRole('region', { name: /^Left over from the statement/ })
    .getByText('Blue Door')
    .waitFor()
  await page.getByText('The entries have €9.50 more than the statement.').waitFor()
  await page.getByRole('checkbox', { name: 'On the statement: Blue Door' }).check()
  await page.getByText('The entries have €2.00 more than the statement.').waitFor()
  await page.getByRole('button', { name: 'Record the difference as an entry' }).click()
  await page.getByText('It agrees.').waitFor()
  await page.getByRole('button', { name: 'Remember this statement' }).click()
  await page.getByText('Bank · Reconciled until Today').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, 'Undone.')
  await page.getByText('Bank · Reconciled until Today').waitFor({ state: 'detached' })
  assert.equal(faults, [])
  await close()
})

names('say when what a statement agreed with was changed since', async () => {
  const { page, close } = await somebodyWith()
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'Reconcile Everyday' }).click()
  await page.getByLabel('Balance, EUR').fill('940')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remember this statement' }).click()
  await page.getByText(/^Bank · Reconciled until/).waitFor()
  await sayEntry(page, `3 lunch ${lastMonth} @everyday`)
  await page.getByRole('link', { name: 'Reconcile Everyday' }).click()
  await page.getByLabel('Last day of the statement').fill(today)
  await page.getByLabel('Balance, EUR').fill('940')
  await page.keyboard.press('Enter')
  await page.getByText(/changed since that statement: it is out by .*3\.00/).waitFor()
  await close()
})

names('of accounts are changed, put aside and brought back; what is in use stays', async () => {
  const { page, faults, close } = await somebodyWith()
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'Change Savings' }).click()
  const dialog = page.getByRole('dialog')
  await assertAccessible(page, 'the form of an account')
  await dialog.getByLabel('Name of the account').fill('Rainy days')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: 'Rainy days', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Change Rainy days' }).click()
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await said(page, 'Archived: Rainy days')
  await page.getByText('Archived', { exact: true }).click()
  await page.getByRole('button', { name: 'Change Rainy days' }).click()
  await dialog.getByRole('button', { name: 'Bring back' }).click()
  await said(page, 'It is back: Rainy days')
  await page.getByRole('button', { name: 'Change Everyday' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await dialog.getByText('It is in use. Archive it instead.').waitFor()
  assert.equal(without409(faults), [])
  await close()
})

names('of categories are moved by dragging and by keyboard, merged and parted again', async () => {
  const { page, faults, close } = await somebodyWith()
  await goTo(page, 'Categories')
  const expenses = page.getByRole('region', { name: 'Expenses' })
  const line = (name: string) => expenses.locator('.leaf').filter({ has: page.getByText(name, { exact: true }) })
  const under = (parent: string, name: string) =>
    expenses
      .locator('li', { has: page.getByText(parent, { exact: true }) })
      .locator('ul')
      .getByText(name, { exact: true })
  await assertAccessible(page, 'categories')
  await line('Restaurants').dragTo(line('Leisure'))
  await said(page, 'Moved: Restaurants')
  await under('Leisure', 'Restaurants').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await under('Food', 'Restaurants').waitFor()

  await page.getByRole('button', { name: 'Change Restaurants' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Below').selectOption({ label: 'Leisure' })
  await dialog.getByRole('button', { name: 'Save' }).focus()
  await page.keyboard.press('Enter')
  await under('Leisure', 'Restaurants').waitFor()

  await page.getByRole('button', { name: 'Change Restaurants' }).click()
  await dialog.getByText('Merge into another').click()
  await dialog.getByLabel('Merge into').selectOption({ label: 'Food · Groceries' })
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('Merged into Food · Groceries').waitFor()
  await page.getByText('Archived and merged').click()
  await page.getByText('Restaurants, read as Groceries').waitFor()
  await page.getByRole('button', { name: 'Undo the merge of Restaurants' }).click()
  await said(page, 'On its own again: Restaurants')
  await line('Restaurants').waitFor()
  assert.equal(faults, [])
  await close()
})

names('of payees are found, renamed in every entry, and merged', async () => {
  const { page, faults, close } = await somebodyWith()
  await goTo(page, 'Payees')
  await page.getByLabel('Find a payee').fill('gre')
  await page.waitForURL(/text=gre/)
  await page.getByRole('listitem').filter({ hasText: 'The Blue Door' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Change Green Row Market' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Green Row')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Green Row', exact: true }).waitFor()

  await page.getByLabel('Find a payee').fill('')
  await page.getByRole('button', { name: 'Change Blue Door', exact: true }).click()
  await dialog.getByText('Merge into another').click()
  await dialog.getByLabel('Merge into').selectOption({ label: 'The Blue Door' })
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('Blue Door, read as The Blue Door').waitFor()
  await assertAccessible(page, 'payees')
  await page.getByRole('link', { name: 'The Blue Door', exact: true }).click()
  await page.getByText(/2 entries/).waitFor()
  await page.getByRole('row', { name: /The Blue Door.*−7\.50/ }).waitFor()
  assert.equal(faults, [])
  await close()
})

/** A refusal is an answer; the browser notes it as an error all the same. */
const without409 = (faults: readonly string[]) => faults.filter((fault) => !/status of 409/.test(fault))

if (chromiumPath()) names.run()
else leaveOut('accounts, categories and payees in a browser', 'there is no Chromium; scripts/test-setup installs it')
