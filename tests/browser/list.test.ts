import type { Locator, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseDay } from '../../functions/domain/day.ts'
import { chances } from '../../functions/sample/chance.ts'
import { household } from '../../scripts/samples/household.ts'
import { chromiumPath } from '../support/chromium.ts'
import { gate } from '../support/gate.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { assertAccessible, closeBrowser, logIn, type Person, person, said, somebody } from './browser.ts'
import { filledLedger } from './filled-ledger.ts'
import { siteHost } from './site-host.ts'

let host: Here

const list = suite('the list of entries in a browser')
list.before(async () => {
  host = await siteHost()
})
list.after(async () => {
  await closeBrowser()
  await host.close()
})

/** Somebody with a year of entries, at the list of them. */
async function atTheList(who: Person = person()) {
  await filledLedger(host.url, who, household(day('2025-10-01'), day('2026-09-30'), chances(7)))
  const { page, faults, close } = await somebody()
  await logIn(page, host.url, who)
  await page.goto(`${host.url}/entries`)
  await lines(page).first().waitFor()
  return { page, faults, close }
}

list('draws only what is in sight, wherever one scrolls to', async () => {
  const { page, faults, close } = await atTheList()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  assert.ok(height > 20_000)
  assert.ok((await lines(page).count()) < 60)

  for (const part of [0.5, 0.9, 0.1, 1]) {
    await page.evaluate((top) => scrollTo(0, top), height * part)
    await page.waitForFunction(
      () => document.querySelectorAll('.entry[data-entry]').length > 5 && !document.querySelector('.entry[aria-busy]'),
    )
    assert.ok((await lines(page).count()) < 60)
  }
  // the first entries of all: rent and wage of the first day
  await page
    .getByRole('row', { name: /Harbour Homes/ })
    .last()
    .waitFor()
  assert.equal(faults, [])
  await close()
})

list('takes what is typed and pressed before it knows the ledger, and acts on it then', async () => {
  const who = person()
  await filledLedger(host.url, who, household(day('2026-09-01'), day('2026-09-30'), chances(7)))
  const { page, faults, close } = await somebody()
  const known = gate()
  await page.route(/\/ledgers\/default$/, (route) => known.opened.then(() => route.continue()))
  await logIn(page, host.url, who)
  await page.goto(`${host.url}/entries?text=lantern`)
  const find = page.getByLabel('Payee, note, #tag or amount')
  await find.fill('>500')
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('dialog').waitFor()
  assert.is(await page.getByRole('dialog').getByLabel('Name').count(), 0)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.match(page.url(), /text=lantern$/)
  known.open()

  await page.waitForURL(/\/entries\?min=500\.00$/)
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Large')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Saved: Large' }).waitFor()
  assert.is(await find.inputValue(), '>500')
  assert.equal(faults, [])
  await close()
})

list('searches as one types, and keeps what it found in the address', async () => {
  const { page, close } = await atTheList()
  await page.getByLabel('Payee, note, #tag or amount').fill('lantern')
  await page.waitForURL(/\/entries\?text=lantern$/)
  await page.getByText(/^\? for the keys · 12 entries/).waitFor()
  await page
    .getByRole('row', { name: /Lantern Films/ })
    .first()
    .waitFor()
  assert.is(await page.getByRole('row', { name: /Harbour Homes/ }).count(), 0)

  await page.reload()
  await page
    .getByRole('row', { name: /Lantern Films/ })
    .first()
    .waitFor()
  assert.is(await page.getByLabel('Payee, note, #tag or amount').inputValue(), 'lantern')
  await page.getByRole('link', { name: 'Without the filter lantern' }).click()
  await page
    .getByRole('row', { name: /Green Row Market/ })
    .first()
    .waitFor()
  assert.is(await page.getByLabel('Payee, note, #tag or amount').inputValue(), '')
  await close()
})

list('is narrowed by several things at once, which can be saved under a name', async () => {
  const { page, faults, close } = await atTheList()
  await page.getByRole('button', { name: 'Category', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Category').selectOption({ label: 'Restaurants' })
  await page.getByRole('dialog').getByLabel('Amount from').fill('30')
  await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/category=.*min=30\.00/)
  await page.getByRole('button', { name: 'Food · Restaurants' }).waitFor()
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Eating out')
  await page.keyboard.press('Enter')
  await said(page, 'Saved: Eating out')

  await page.goto(`${host.url}/entries`)
  await page.getByRole('link', { name: 'Saved: Eating out' }).click()
  await page.waitForURL(/category=.*min=30\.00/)
  await page
    .getByRole('row', { name: /The Blue Door/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Forget the filter Eating out' }).click()
  await page.getByRole('link', { name: 'Saved: Eating out' }).waitFor({ state: 'detached' })
  assert.equal(faults, [])
  await close()
})

list('is changed in place, and what was changed can be taken back', async () => {
  const { page, faults, close } = await atTheList()
  await lines(page).filter({ hasText: 'Green Row Market' }).first().getByText('Green Row Market').click()
  const edited = page.getByRole('form', { name: 'Change Green Row Market' })
  await edited.getByLabel('Payee').fill('Corner Shop')
  await assertAccessible(page, 'a line that is changed')
  await edited.getByLabel('Category').selectOption({ label: 'Household goods' })
  await edited.getByLabel('Amount').fill('x')
  await page.keyboard.press('Enter')
  await edited.locator('[aria-invalid]').waitFor()
  await edited.getByLabel('Amount').fill('7,5')
  // asked for twice at once it is saved once
  await edited.evaluate((form: HTMLFormElement) => {
    form.requestSubmit()
    form.requestSubmit()
  })
  await said(page, 'Changed: Corner Shop, −7.50')
  await page.getByRole('row', { name: /Corner Shop.*Household goods.*−7\.50/ }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, 'Undone.')
  await page.getByRole('row', { name: /Corner Shop/ }).waitFor({ state: 'detached' })

  // what is typed is saved when another line is pressed, or stays where it cannot be
  const near = lines(page).filter({ hasNotText: 'Green Row Market' }).nth(2)
  const again = page.getByRole('form', { name: 'Change Green Row Market' })
  await lines(page).filter({ hasText: 'Green Row Market' }).first().getByText('Green Row Market').click()
  await again.getByLabel('Amount').fill('x')
  await near.locator('.who').click()
  await again.locator('[aria-invalid]').waitFor()
  await again.getByLabel('Amount').fill('8,5')
  await near.locator('.who').click()
  await said(page, 'Changed: Green Row Market, −8.50')
  await lines(page).filter({ hasText: 'The Blue Door' }).first().locator('.who').click()
  await lines(page).filter({ hasText: 'Green Row Market' }).first().locator('.who').click()
  await again.waitFor()

  // no figure is cut off
  await again.getByLabel('Amount').fill('9999999999.99')
  await page.keyboard.press('Enter')
  const long = page.getByText('−9,999,999,999.99', { exact: true }).last()
  assert.ok(await long.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth))

  // a line that was left far above does not hold up another
  await near.locator('.who').click()
  await page.locator('.edit form').waitFor()
  await page.evaluate(() => scrollTo(0, 20_000))
  await page.locator('.edit').waitFor({ state: 'detached' })
  await lines(page).nth(20).locator('.who').click()
  await page.locator('.edit form').waitFor()
  assert.equal(faults, [])
  await close()
})

list('takes many at once: another category, tags, the trash, and back', async () => {
  const { page, faults, close } = await atTheList()
  await lines(page).nth(0).getByRole('checkbox').click()
  await lines(page)
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await page.getByText(/^4 selected/).waitFor()
  await assertAccessible(page, 'a selection')
  await page.getByRole('button', { name: 'Recategorise' }).click()
  await page.getByRole('dialog').getByLabel('Category').selectOption({ label: 'Gifts' })
  await page.getByRole('dialog').getByRole('button', { name: 'Recategorise' }).click()
  await page.getByText('Moved to Gifts and giving · Gifts: 4 entries').waitFor()
  await page
    .getByRole('row', { name: /Gifts and giving · Gifts/ })
    .nth(3)
    .waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, 'Undone.')
  await page
    .getByRole('row', { name: /Gifts and giving · Gifts/ })
    .first()
    .waitFor({ state: 'detached' })

  await lines(page).nth(0).getByRole('checkbox').click()
  const bar = page.getByRole('region', { name: 'Selected entries' })
  assert.not.ok(meet(await bar.boundingBox(), await page.locator('.said p').boundingBox()))
  await bar.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('dialog').getByLabel('Tag').fill('team, #trip')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /#team.*#trip/ }).waitFor()
  await lines(page).filter({ hasText: '#trip' }).getByRole('checkbox').click()
  await bar.getByRole('button', { name: 'Delete' }).click()
  await said(page, 'Deleted: 1 entry')
  await page.getByRole('row', { name: /#team/ }).waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'Trash' }).click()
  await page.getByRole('button', { name: /^Restore/ }).click()
  await page.getByText('The trash is empty.').waitFor()
  await page.getByRole('link', { name: 'Back to the entries' }).click()
  await page.getByRole('row', { name: /#team.*#trip/ }).waitFor()
  assert.equal(faults, [])
  await close()
})

type Box = Awaited<ReturnType<Locator['boundingBox']>>

/** Whether two parts of the page that are there cover each other. */
function meet(a: Box, b: Box): boolean {
  assert.ok(a && b)
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

list('comes as a file, with as many lines as it has entries', async () => {
  const { page, close } = await atTheList()
  await page.goto(`${host.url}/entries?text=lantern`)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const text = await read(await coming)

  assert.is(text.trim().split('\n').length, 13)
  assert.ok(
    text
      .split('\n')
      .slice(1, 12)
      .every((line) => line.includes('Lantern Films')),
  )
  await said(page, 'The file is ready: 12 lines.')
  await close()
})

const lines = (page: Page) => page.locator('.entry[data-entry]')

async function read(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

function day(text: string) {
  const read = parseDay(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

if (chromiumPath()) list.run()
else leaveOut('the list of entries in a browser', 'there is no Chromium; scripts/test-setup installs it')
