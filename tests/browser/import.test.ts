import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { measured } from '../support/measured.ts'
import { addEntry, assertAccessible, assertFits, closeBrowser, person, phone, register, somebody } from './browser.ts'
import { settled } from './pages.ts'
import { siteHost } from './site-host.ts'

let host: Here
const today = todayIn('Europe/Berlin', Date.now())

const bringing = suite('bringing a file in a browser')
bringing.before(async () => {
  host = await siteHost()
})
bringing.after(async () => {
  await closeBrowser()
  await host.close()
})

bringing('shows first what is new, brings it once, and takes it back', async () => {
  const { page, faults, close } = await somebody()
  await register(page, host.url, person())
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  await page.goto(`${host.url}/import`)
  const began = Date.now()
  await choose(page, statement(600))
  await page.getByRole('button', { name: 'Bring 600 entries' }).waitFor()
  measured('from a file of 603 lines to what each would be here', Date.now() - began)

  // what was typed in before is not brought again, what cannot be read is named by its line
  await page.getByText('New: 600 · Entered already, it seems: 1 · Cannot be read: 2').waitFor()
  await page.getByText('Line 604').waitFor()
  await assertAccessible(page, 'what a file would bring')
  await page.setViewportSize(phone)
  await assertFits(page, 'what a file would bring')
  await page.getByRole('checkbox', { name: 'Green Row Market 3', exact: true }).uncheck()
  const pressed = Date.now()
  await page.getByRole('button', { name: 'Bring 599 entries' }).click()
  await page.getByText('599 entries are here now.').waitFor()
  measured('599 entries brought', Date.now() - pressed)
  await page.getByText('New: 1 · Entered already, it seems: 1 · Here already: 599').waitFor()

  await page.reload()
  await choose(page, statement(600))
  await page.getByRole('button', { name: 'Bring 1 entry' }).click()
  await page.getByText('1 entry is here now.').waitFor()
  await page.getByRole('button', { name: 'Take them back' }).click()
  await page.getByText('Deleted since: 1 · Here already: 599').waitFor()
  assert.equal(faults, [])
  await close()
})

bringing('reads it anew when somebody knows better', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await page.getByRole('link', { name: 'Choose a file' }).click()
  await choose(page, 'When,Who,How much\n03/04/2026,Salt and Co,"1,250"\n05/06/2026,Tea,"2,500"\n')
  await page.getByText('3 Apr', { exact: false }).waitFor()
  await page.getByText('Days, amounts and columns').click()
  await page.getByLabel('Days are written').selectOption('mdy')
  await page.getByText('4 Mar', { exact: false }).waitFor()
  await page.getByLabel('Who').selectOption('payee')
  await page.getByLabel('Salt and Co').waitFor()
  await page.getByText('+1,250.00').waitFor()
  await page.getByText('What has no minus was spent').click()
  await page.getByText('−1,250.00').waitFor()
  await page.getByLabel('When').selectOption('')
  await page.getByText('No line of it is an entry.', { exact: false }).waitFor()
  await close()
})

bringing('of what was downloaded here needs no word about it', async () => {
  const { page, faults, close } = await somebody()
  await page.goto(`${host.url}/settings?sample=1`)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const file = await (await coming).path()
  const text = readFileSync(file, 'utf8').split('\n').slice(0, 400).join('\n')

  const asha = await somebody()
  await register(asha.page, host.url, person())
  await asha.page.goto(`${host.url}/import`)
  await choose(asha.page, text)
  await asha.page.getByText('A file of Outlay').waitFor()
  await asha.page.getByText('Not in this ledger yet').waitFor()
  await asha.page.getByRole('button', { name: /^Bring \d+ entries$/ }).click()
  await asha.page.getByText('entries are here now.', { exact: false }).waitFor()
  await asha.page.getByRole('link', { name: 'See the entries' }).click()
  await settled(asha.page)
  await asha.page.getByText('Green Row Market').first().waitFor()
  assert.equal([...faults, ...asha.faults], [])
  await close()
  await asha.close()
})

bringing('refuses what is no table, and stays where it was', async () => {
  const { page, close } = await somebody()
  await page.goto(`${host.url}/import?sample=1`)
  await choose(page, '%PDF-1.7 a, b, c')
  await page.getByText('This is no table of text.', { exact: false }).waitFor()
  await page.getByText('Every line of your file will stand here', { exact: false }).waitFor()
  await close()
})

/** As many entries of the last weeks, the one that was typed in before, and two lines that are none. */
function statement(entries: number): string {
  const day = (ago: number) => addDays(today, -ago).split('-').reverse().join('.')
  const lines = Array.from({ length: entries }, (_, n) => `${day(n % 60)};Green Row Market ${n};-${n + 1},49`)
  return [
    'Buchungstag;Empfänger;Betrag',
    ...lines,
    `${day(0)};MILL LANE;-12,50`,
    'gestern;Tee;-1,00',
    `${day(1)};nichts;0,00`,
  ].join('\r\n')
}

async function choose(page: Page, text: string): Promise<void> {
  const field = page.locator('input[type=file]')
  await field.setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
}

if (chromiumPath()) bringing.run()
else leaveOut('bringing a file in a browser', 'there is no Chromium; scripts/test-setup installs it')
