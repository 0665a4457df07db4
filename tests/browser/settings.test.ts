import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { addEntry, closeBrowser, goTo, openForm, person, register, somebody } from './browser.ts'
import { eventually } from './eventually.ts'
import { siteHost } from './site-host.ts'

let host: Here

const settings = suite('the settings')
settings.before(async () => {
  host = await siteHost()
})
settings.after(async () => {
  await closeBrowser()
  await host.close()
})

settings('change the person, whose language and numbers follow at once', async () => {
  const { page, faults, close } = await somebody()
  await register(page, host.url, person())
  await addEntry(page, { amount: '1,012.50' })
  await goTo(page, 'Settings')
  const form = page.getByRole('region', { name: 'You' })
  await form.getByLabel('Your name').fill('Asha M.')
  await form.getByLabel('Your time zone').selectOption('Asia/Tokyo')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('By the clocks of Asia/Tokyo.').first().waitFor()
  await form.getByLabel('numbers and dates').selectOption('de-DE')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Überblick' }).click()
  await page.locator('dd', { hasText: '−1.012,50\u00a0€' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Einstellungen' }).click()

  assert.is(await page.getByLabel('Dein Name').inputValue(), 'Asha M.')
  assert.equal(faults, [])
  await close()
})

settings('change the ledger, whose new periods wait for the end of the running one', async () => {
  const { page, faults, close } = await somebody()
  await register(page, host.url, person())
  await goTo(page, 'Settings')
  const form = page.getByRole('region', { name: 'Ledger' })
  await form.getByLabel('Name of the ledger').fill('Household')
  await form.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await form.getByLabel('A week begins on').selectOption('7')
  await form.getByLabel('A period is').selectOption('weeks')
  await form.getByLabel('How many weeks').fill('99')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('This makes no period', { exact: false }).waitFor()
  await form.getByLabel('How many weeks').fill('2')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').getByText('Saved.').waitFor()
  await form.getByText('This one begins on', { exact: false }).waitFor()
  await page.getByRole('banner').getByText('Household').waitFor()
  await page.reload()
  await form.getByText('This one begins on', { exact: false }).waitFor()

  await eventually(async () => {
    assert.is(await form.getByLabel('A period is').inputValue(), 'weeks')
    assert.is(await form.getByLabel('Time zone').inputValue(), 'Asia/Tokyo')
    assert.is(await form.getByLabel('A week begins on').inputValue(), '7')
  })
  assert.equal(without422(faults), [])
  await close()
})

settings('lead to an account that money can be moved to', async () => {
  const { page, faults, close } = await somebody()
  await register(page, host.url, person())
  await openForm(page)
  await page.getByRole('dialog').getByText('Transfer', { exact: true }).click()
  await page.getByText('A transfer needs a second account.', { exact: false }).waitFor()
  await page.getByRole('dialog').getByRole('link', { name: 'Accounts' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByLabel('Name of the account').fill('Savings')
  await page.getByLabel('Opening balance').fill('-1500')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Savings' }).getByText('−1,500.00').waitFor()
  await addEntry(page, { kind: 'Transfer', amount: '300' })
  await page.getByRole('listitem').filter({ hasText: 'Savings' }).getByText('−1,200.00').waitFor()
  await page.getByRole('region', { name: 'Together' }).getByText('−€1,500').waitFor()

  assert.equal(faults, [])
  await close()
})

settings('change the password, and the old one opens nothing any more', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await register(page, host.url, asha)
  await goTo(page, 'Settings')
  await page.getByLabel('Current password').fill('not this one')
  await page.getByLabel('New password').fill('apple tree by the door')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('That is not your password.').waitFor()
  await page.getByLabel('Current password').fill(asha.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByRole('status').getByText('Saved.').waitFor()
  await eventually(async () => assert.is(await page.getByLabel('New password').inputValue(), ''))
  await page.getByRole('button', { name: 'Log out', exact: true }).click()

  await page.getByRole('link', { name: 'Log in' }).click()
  await page.getByLabel('Email').fill(asha.email)
  await page.getByLabel('Password').fill(asha.password)
  await page.keyboard.press('Enter')
  await page.getByText('Email and password do not belong together.').waitFor()
  await page.getByLabel('Password').fill('apple tree by the door')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()
  await close()
})

settings('delete the person, who is then unknown', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await register(page, host.url, asha)
  await goTo(page, 'Settings')
  await page.getByText('Delete my account').click()
  await page.getByRole('region', { name: 'Leave' }).getByLabel('Password').fill(asha.password)
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()

  await page.getByRole('link', { name: 'Log in' }).click()
  await page.getByLabel('Email').fill(asha.email)
  await page.getByLabel('Password').fill(asha.password)
  await page.keyboard.press('Enter')
  await page.getByText('Email and password do not belong together.').waitFor()
  await close()
})

/** A refusal is an answer; the browser notes it as an error all the same. */
const without422 = (faults: readonly string[]) => faults.filter((fault) => !/status of 422/.test(fault))

if (chromiumPath()) settings.run()
else leaveOut('the settings in a browser', 'there is no Chromium; scripts/test-setup installs it')
