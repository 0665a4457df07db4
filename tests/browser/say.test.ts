import type { Locator } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chromiumPath } from '../support/chromium.ts'
import { gate } from '../support/gate.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import {
  assertAccessible,
  closeBrowser,
  goTo,
  logIn,
  openForm,
  person,
  phone,
  said,
  sayEntry,
  shortcut,
  somebody,
} from './browser.ts'
import { filledLedger } from './filled-ledger.ts'
import { siteHost } from './site-host.ts'

let host: Here

const saying = suite('an entry as a line, in a browser')
saying.before(async () => {
  host = await siteHost()
})
saying.after(async () => {
  await closeBrowser()
  await host.close()
})

const today = todayIn('Europe/Berlin', Date.now())

async function somebodyWith(options = {}) {
  const who = person()
  await filledLedger(host.url, who, [
    {
      kind: 'expense',
      day: today,
      amount: '4.20',
      payee: 'Platform Coffee',
      category: 'Coffee and snacks',
      account: 'Cash',
    },
  ])
  const { page, faults, close } = await somebody(options)
  await logIn(page, host.url, who)
  await page.getByText('Latest').waitFor()
  return { page, faults, close }
}

saying('is read as it is typed, and saved as it was read', async () => {
  const { page, faults, close } = await somebodyWith()
  await shortcut(page, 'n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('12,50 lunch yesterday @card #party')
  await dialog.getByText('−€12.50').first().waitFor()
  await assertAccessible(page, 'a line that is read')
  for (const [name, value] of [
    ['Category', 'Food · Lunch at work'],
    ['Account', 'Card'],
    ['Tags', '#party'],
  ] as const)
    assert.is(await dialog.locator('.lines > div', { hasText: name }).locator('dd').innerText(), value)
  assert.match(await dialog.locator('.lines > div', { hasText: 'Day' }).innerText(), /Yesterday/)
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .getByText(/^Saved: .*−12\.50/)
    .waitFor()

  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Lunch at work Card −12\.50/ }).waitFor()
  assert.equal(faults, [])
  await close()
})

saying('knows where a payee was filed last, and which account was paid from', async () => {
  const { page, close } = await somebodyWith()
  await sayEntry(page, '3.80 platform coffee')
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Platform Coffee.*Food · Coffee and snacks Cash −3\.80/ }).waitFor()
  await close()
})

saying('moves money by an arrow, takes it in by a plus, and gives it back by a minus of a category', async () => {
  const { page, close } = await somebodyWith()
  await sayEntry(page, '50 everyday > savings')
  await sayEntry(page, '+2500 salary')
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Everyday to Savings Everyday 50\.00/ }).waitFor()
  await page.getByRole('row', { name: /Salary.*\+2,500\.00/ }).waitFor()
  await close()
})

saying('goes to another day by the arrows, and can be taken back for a while', async () => {
  const { page, close } = await somebodyWith()
  await shortcut(page, 'n')
  await page.getByRole('dialog').getByLabel('Amount').fill('5 lunch')
  for (let days = 0; days < 3; days += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  const line = page.getByRole('row', { name: /Lunch at work.*−5\.00/ })
  await line.waitFor()
  assert.match((await line.getAttribute('id')) ?? '', addDays(today, -2))

  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, 'Undone.')
  await line.waitFor({ state: 'detached' })
  await close()
})

saying('is not touched by the answer to what was left before it', async () => {
  const { page, close } = await somebodyWith()
  const dialog = page.getByRole('dialog')
  const held = gate()
  await page.route('**/v1/ledgers/*/transactions/*', async (route) => {
    if (route.request().method() === 'GET') return route.continue()
    await held.opened
    return route.continue()
  })
  const asked = page.waitForRequest((request) => request.method() === 'PUT')
  const add = page.getByRole('button', { name: 'Add entry' })
  await add.click()
  await dialog.getByLabel('Amount').waitFor()
  await page.keyboard.type('20 slow one')
  await page.keyboard.press('Enter')
  await asked
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await add.click()
  await dialog.getByLabel('Amount').waitFor()
  await page.keyboard.type('33 second one')
  held.open()
  await said(page, 'Saved: slow one, −20.00')

  assert.is(await dialog.getByLabel('Amount').inputValue(), '33 second one')
  await page.keyboard.press('Enter')
  await said(page, 'Saved: second one, −33.00')
  await close()
})

saying('knows what was entered a moment ago, wherever that was: its account, and what it left of a limit', async () => {
  const { page, close } = await somebodyWith()
  const dialog = page.getByRole('dialog')
  await goTo(page, 'Budgets')
  await page.getByRole('button', { name: 'New limit' }).first().click()
  await dialog.getByLabel(/^Amount/).fill('100')
  await dialog.getByLabel(/^Amount/).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  await sayEntry(page, '85 market @card')

  await page.getByRole('button', { name: 'Add entry' }).click()
  await dialog.getByLabel('Amount').fill('60 market')
  await dialog.getByText(/Everything/).waitFor()
  await dialog.locator('.lines > div', { hasText: 'Account' }).getByText('Card').waitFor()
  await close()
})

saying('waits for the latest entry where its account is to be the same', async () => {
  const { page, close } = await somebodyWith()
  const latest = gate()
  await page.route('**/transactions?limit=20', async (route) => {
    await latest.opened
    await route.continue()
  })
  await page.reload()
  await page.getByRole('button', { name: 'Add entry' }).click()
  await page.getByRole('dialog').getByLabel('Amount').fill('12.50 lunch')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).and(page.locator('[aria-busy]')).waitFor()
  latest.open()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Lunch at work Cash −12\.50/ }).waitFor()
  await close()
})

saying('by the plain form hears nothing of what was refused to the form before it', async () => {
  const { page, close } = await somebodyWith()
  const dialog = page.getByRole('dialog')
  const held = gate()
  const problem = {
    code: 'amount-too-large',
    requestId: 'r',
    errors: [{ pointer: '/amount', code: 'amount-too-large' }],
  }
  await page.route('**/v1/ledgers/*/transactions/*', async (route) => {
    await held.opened
    return route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) })
  })
  const asked = page.waitForRequest((request) => request.method() === 'PUT')
  await openForm(page)
  await dialog.getByLabel('Amount').fill('20')
  await page.keyboard.press('Enter')
  await asked
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await openForm(page)
  await dialog.getByLabel('Amount').fill('33')
  held.open()
  await said(page, 'More than Outlay can keep.')

  assert.is(await dialog.getByLabel('Amount').inputValue(), '33')
  assert.is(await dialog.locator('[aria-invalid]').count(), 0)
  await close()
})

saying('says what is missing, and saves nothing until it is there', async () => {
  const { page, close } = await somebodyWith()
  await shortcut(page, 'n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('lunch')
  await dialog.getByText('How much? Begin with the amount, such as 12.50.').waitFor()
  await page.keyboard.press('Enter')
  assert.ok(await dialog.isVisible())
  await dialog.getByLabel('Amount').fill('5 lunch @nowhere')
  await dialog.getByText('There is no such account.').waitFor()

  await dialog.getByLabel('Amount').fill('5 lunch #team')
  await dialog.getByRole('button', { name: 'Use the plain form' }).click()
  await dialog.getByLabel('Day', { exact: true }).waitFor()
  assert.is(await dialog.getByLabel('Amount').inputValue(), '5.00')
  assert.is(await dialog.getByLabel('Tags').inputValue(), 'team')
  await close()
})

saying('begins with the amount where a thumb writes: keys for figures, letters one press away', async () => {
  const viewport = { ...phone, height: 640 }
  const { page, faults, close } = await somebodyWith({ viewport, hasTouch: true, isMobile: true })
  await page.getByRole('button', { name: 'Add entry' }).tap()
  const dialog = page.getByRole('dialog')
  const pad = dialog.getByRole('group', { name: 'Keypad' })
  await pad.waitFor()
  assert.is(await dialog.getByLabel('Amount').getAttribute('inputmode'), 'none')
  await assertAccessible(page, 'the keypad')
  for (const key of ['1', '2', 'Decimal sign', '5', '0', '0'])
    await pad.getByRole('button', { name: key, exact: true }).tap()
  await pad.getByRole('button', { name: 'Delete the last character' }).tap()
  await dialog.getByRole('button', { name: 'Platform Coffee' }).tap()
  await dialog.getByText('Food · Coffee and snacks').waitFor()
  assert.match(await dialog.getByLabel('Amount').inputValue(), /^12\.50 .*Coffee/)
  // what saves it is in sight, however much was read
  const saves = await dialog.getByRole('button', { name: 'Save −€12.50' }).boundingBox()
  assert.ok(saves && saves.y + saves.height <= viewport.height)
  await pad.getByRole('button', { name: 'Letters' }).tap()
  await pad.waitFor({ state: 'detached' })
  assert.is(await dialog.getByLabel('Amount').getAttribute('inputmode'), 'text')
  await dialog.getByRole('button', { name: 'Save −€12.50' }).tap()
  await page
    .getByRole('status')
    .getByText(/^Saved: Platform Coffee, −12\.50/)
    .waitFor()
  assert.equal(faults, [])
  await close()
})

saying('by the plain form can be split, and is repeated on another day', async () => {
  const { page, close } = await somebodyWith()
  await shortcut(page, 'n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('30 Green Row Market')
  await dialog.getByRole('button', { name: 'Use the plain form' }).click()
  await dialog.getByRole('button', { name: 'Split', exact: true }).click()
  await dialog.getByLabel('Part 1', { exact: true }).fill('22.50')
  await dialog.getByLabel('Category').nth(0).selectOption({ label: 'Groceries' })
  await dialog.getByText('€7.50 left to share out').waitFor()
  await dialog.getByLabel('Part 2', { exact: true }).fill('7,5')
  await dialog.getByLabel('Category').nth(1).selectOption({ label: 'Gifts' })
  await assertAccessible(page, 'a split entry')
  // what another kind has not is there again with the kind that has it
  for (const kind of ['Transfer', 'Income']) {
    await dialog.getByText(kind, { exact: true }).click()
    await dialog.getByLabel('Paid to').waitFor({ state: 'detached' })
  }
  await dialog.getByText('Expense', { exact: true }).click()
  assert.is(await dialog.getByLabel('Paid to').inputValue(), 'Green Row Market')
  assert.is(await dialog.getByLabel('Part 2', { exact: true }).inputValue(), '7,5')
  assert.is(await chosen(dialog.getByLabel('Category').nth(1)), 'Gifts')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Green Row Market.*−30\.00/ }).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('d')
  await dialog.getByRole('button', { name: /^Save −€/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/· 3 entries/).waitFor()
  await close()
})

const chosen = (select: Locator) => select.locator('option:checked').innerText()

if (chromiumPath()) saying.run()
else leaveOut('an entry as a line, in a browser', 'there is no Chromium; scripts/test-setup installs it')
