import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import {
  addEntry,
  assertAccessible,
  assertFits,
  closeBrowser,
  desktop,
  goTo,
  openEntry,
  person,
  phone,
  register,
  said,
  somebody,
} from './browser.ts'
import { eventually } from './eventually.ts'
import { linkIn } from './link-in.ts'
import { siteHost } from './site-host.ts'

let host: Here

const reports = suite('reports in a browser')
reports.before(async () => {
  host = await siteHost()
})
reports.after(async () => {
  await closeBrowser()
  await host.close()
})

reports('come by mail and stay on the shelf: from the first step to the last mail', async () => {
  const asha = person()
  const { page, faults, close } = await somebody()
  await register(page, host.url, asha)
  await page.getByRole('heading', { name: 'See your report' }).waitFor()
  await looked(page, 'the first steps')

  // by the link of the mail that registering has sent
  await page.getByText('the link that we sent to').waitFor()
  await page.goto(await linkIn(host, asha.email, 'verify'))
  await page.getByText('Your address is confirmed.').waitFor()
  assert.not.match(page.url(), '#')
  await looked(page, 'a confirmed address')
  await page.getByRole('link', { name: 'Go to Outlay' }).click()
  await page.getByRole('heading', { name: 'Pick report days' }).waitFor()
  await page.getByText('the link that we sent to').waitFor({ state: 'detached' })

  // days are picked, one is left aside, and a report is made while one looks
  await page.getByLabel('Weekly report').selectOption({ label: 'Thursday, 4 days after' })
  await page.getByRole('listitem').filter({ hasText: 'Pick report days' }).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Pick report days' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Skip Set a limit' }).click()
  await addEntry(page, { amount: '40', payee: 'Green Row Market' })
  await page.getByRole('button', { name: 'Send me a sample report now' }).click()
  await page
    .getByRole('status')
    .getByText(/^Mailed: /)
    .waitFor()
  await page.getByText('€40.00', { exact: true }).waitFor()
  await looked(page, 'a report')
  const address = page.url()
  assert.is(await linkIn(host, asha.email, 'reports'), address)

  // the figures change, and the report says by how much
  await goTo(page, 'Entries')
  await openEntry(page, /Green Row Market/)
  await page.getByRole('dialog').getByLabel('Amount').fill('42.50')
  await page.getByRole('dialog').getByLabel('Amount').press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Reports', exact: true }).click()
  await page.getByText('Changed since: spent +2.50, net −2.50').waitFor()
  await looked(page, 'the shelf')
  await page.getByRole('button', { name: /^Make edition 2/ }).click()
  await page.getByText('edition 2', { exact: false }).waitFor()
  await page.getByText('€42.50', { exact: true }).waitFor()
  await page
    .getByRole('status')
    .getByText(/^On the shelf: /)
    .waitFor()

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the PDF' }).click()
  const file = await coming
  assert.match(file.suggestedFilename(), /\.pdf$/)
  assert.is(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  await page
    .getByRole('region', { name: 'Other editions' })
    .getByRole('link', { name: /^Edition 1/ })
    .click()
  await page.getByText('There is a newer edition of this report.').waitFor()
  assert.is(page.url(), address)

  assert.equal(faults, [])
  await close()
})

reports('of any days are made from the keyboard, on a phone too', async () => {
  const { page, faults, close } = await somebody({ viewport: phone })
  await register(page, host.url, person())
  await page.getByRole('button', { name: 'Send it again' }).click()
  await said(page, 'The link is on its way. It works once, for half an hour.')
  await goTo(page, 'Reports')
  await page.getByText('A sheet for each month will stand here.').waitFor()
  await looked(page, 'an empty shelf')
  await page.getByRole('button', { name: 'Send me a report now' }).click()
  await page.getByText('It was not mailed, for your address is not confirmed.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Send the link again' }).click()
  await said(page, 'The link is on its way. It works once, for half an hour.')

  await page.getByRole('link', { name: 'All reports' }).click()
  await page.getByRole('button', { name: 'Make one now' }).click()
  await page.getByLabel('Of', { exact: true }).selectOption({ label: 'Any days' })
  await page.getByLabel('To', { exact: true }).fill('2020-01-01')
  await page.keyboard.press('Enter')
  await page.getByText('From the first day to the last, ten years at most.').waitFor()
  await looked(page, 'making a report')
  await page.getByLabel('From', { exact: true }).fill('2019-12-01')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Dec 2019/ }).waitFor()
  await page.getByRole('button', { name: 'Download the PDF' }).waitFor()

  await page.goto(`${host.url}/reports?year=2020`)
  await page
    .getByRole('region', { name: 'Made by hand' })
    .getByRole('link', { name: /Dec 2019/ })
    .waitFor()
  assert.equal(without422(faults), [])
  await close()
})

reports('are not mailed any more after one press on a mail’s link, which the settings show and take back', async () => {
  const asha = person()
  const { page, faults, close } = await somebody()
  await register(page, host.url, asha)
  await page.goto(await linkIn(host, asha.email, 'verify'))
  await page.getByRole('link', { name: 'Go to Outlay' }).click()
  await page.getByRole('button', { name: 'Send me a sample report now' }).click()
  await page
    .getByRole('status')
    .getByText(/^Mailed: /)
    .waitFor()

  const stranger = await somebody({ viewport: phone })
  await stranger.page.goto(await linkIn(host, asha.email, 'unsubscribe'))
  await looked(stranger.page, 'a link that switches mails off')
  await stranger.page.getByRole('button', { name: 'Stop these mails' }).click()
  await stranger.page.getByRole('heading', { name: 'These mails are not sent any more.' }).waitFor()
  assert.equal(stranger.faults, [])
  await stranger.close()

  await goTo(page, 'Settings')
  const monthly = page.getByRole('region', { name: 'Monthly report' })
  const happens = monthly.getByLabel('What happens')
  // what was known before the press is shown until the answer comes
  await eventually(async () => assert.is(await happens.inputValue(), 'shelf'))
  await looked(page, 'the settings')
  await happens.selectOption({ label: 'Made, kept and mailed' })
  await monthly.getByLabel('At', { exact: true }).selectOption('7')
  await monthly.getByRole('button', { name: 'Save' }).click()
  await said(page, 'Saved.')
  await monthly.getByText(/^The next one comes .* 7:00 and covers/).waitFor()
  await page.getByLabel('Limit alerts').click()
  await said(page, 'Saved.')
  await page.reload()
  await eventually(async () => {
    assert.is(await happens.inputValue(), 'mail')
    assert.not(await page.getByLabel('Limit alerts').isChecked())
  })
  assert.equal(faults, [])
  await close()
})

/** Can be read by everybody, on a phone and at a desk, in light and in dark. */
async function looked(page: Page, where: string): Promise<void> {
  const before = page.viewportSize() ?? desktop
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    await assertFits(page, `${where} at ${viewport.width}`)
    await assertAccessible(page, `${where} at ${viewport.width}`)
  }
  await page.setViewportSize(before)
}

/** A refusal is an answer; the browser notes it as an error all the same. */
const without422 = (faults: readonly string[]) => faults.filter((fault) => !/status of 422/.test(fault))

if (chromiumPath()) reports.run()
else leaveOut('reports in a browser', 'there is no Chromium; scripts/test-setup installs it')
