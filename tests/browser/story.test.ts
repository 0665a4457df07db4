import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { InsightsView } from '../../functions/api/insights.ts'
import { figure, negated } from '../../site/figures.ts'
import { settle } from '../../site/locale.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import {
  addEntry,
  assertAccessible,
  assertFits,
  closeBrowser,
  desktop,
  fillEntry,
  goTo,
  openEntry,
  type Person,
  person,
  phone,
  register,
  said,
  somebody,
} from './browser.ts'
import { siteHost } from './site-host.ts'

let host: Here

const story = suite('the story of a first evening')
story.before(async () => {
  settle('en-IE')
  host = await siteHost()
})
story.after(async () => {
  await closeBrowser()
  await host.close()
})

for (const [size, viewport] of [
  ['a phone', phone],
  ['a desk', desktop],
] as const) {
  story(`on ${size}`, async () => {
    const { page, faults, close } = await somebody({ viewport })
    const asha = person()
    const look = async (where: string) => {
      await assertAccessible(page, `${where} on ${size}`)
      await assertFits(page, `${where} on ${size}`)
    }

    await page.goto(`${host.url}/`)
    await page.getByRole('heading', { name: 'Every outlay' }).waitFor()
    await look('the promise')
    await page.getByRole('link', { name: 'Log in' }).click()
    await page.getByRole('button', { name: 'Log in' }).waitFor()
    await look('the log-in')
    await page.getByRole('link', { name: 'Open a ledger' }).click()
    await page.getByLabel('Currency').waitFor()
    await look('the registration')

    await register(page, host.url, asha)
    await look('an empty overview')
    await page.getByRole('button', { name: 'Add your first entry' }).click()
    await page.getByRole('dialog').getByLabel('Amount').waitFor()
    await look('an entry as a line')
    await page.getByRole('dialog').getByRole('button', { name: 'Use the plain form' }).click()
    await page.getByRole('dialog').getByLabel('Day', { exact: true }).waitFor()
    await look('the form of an entry')
    await fillEntry(page, { amount: '1,012.50', payee: 'Mill Lane Bakery', category: 'Groceries' })
    await said(page, 'Saved: Mill Lane Bakery, −1,012.50')
    await addEntry(page, { kind: 'Income', amount: '2,960', payee: 'Tern & Partners', category: 'Salary' })
    await addEntry(page, { kind: 'Refund', amount: '12,50', payee: 'Mill Lane Bakery', category: 'Groceries' })
    await fact(page, 'In so far', '+€2,960.00')
    await fact(page, 'Out so far', '−€1,000.00')
    await sameFigures(page, asha)
    await look('an overview')

    await goTo(page, 'Budgets')
    await look('no limits')
    await page.getByRole('button', { name: 'New limit' }).click()
    await page.getByRole('dialog').getByLabel('Amount').waitFor()
    await look('the form of a limit')
    await page.getByLabel('Amount').fill('1250')
    await page.keyboard.press('Enter')
    await said(page, 'The limit is set.')
    await page.getByText('€250', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'New limit' }).click()
    await page.getByLabel('For', { exact: true }).selectOption({ label: 'Food' })
    await page.getByLabel('Amount').fill('900')
    await page.getByRole('button', { name: 'Set limit' }).click()
    await page.getByText('100.00 over').waitFor()
    await look('limits')

    await goTo(page, 'Overview')
    await page.getByText('Food is over its limit.').waitFor()
    await page.getByText('Left until', { exact: false }).waitFor()
    await look('an overview with limits')

    await goTo(page, 'Entries')
    await openEntry(page, /Mill Lane Bakery.*−1,012\.50/)
    await look('the form of a change')
    await fillEntry(page, { amount: '912.5' })
    await said(page, 'Changed: Mill Lane Bakery, −912.50')
    await openEntry(page, /Mill Lane Bakery.*−912\.50/)
    await page.getByRole('button', { name: 'Delete' }).click()
    await said(page, 'Deleted: Mill Lane Bakery')
    await page.getByRole('row', { name: /−912\.50/ }).waitFor({ state: 'detached' })
    await look('entries and what was said')
    await page.getByRole('button', { name: 'Undo' }).click()
    await said(page, 'Undone.')
    await page.getByRole('row', { name: /Mill Lane Bakery.*−912\.50/ }).waitFor()
    await goTo(page, 'Overview')
    await fact(page, 'Out so far', '−€900.00')
    await sameFigures(page, asha)

    await goTo(page, 'Settings')
    await look('the settings')
    await page.getByRole('button', { name: 'Log out node' }).first().click()
    await said(page, 'Logged out there.')
    await page.reload()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    await page.getByRole('button', { name: 'Log out', exact: true }).click()
    await page.getByRole('heading', { name: 'Every outlay' }).waitFor()
    await page.getByRole('link', { name: 'Log in' }).click()
    await page.getByLabel('Email').fill(asha.email)
    await page.getByLabel('Password').fill(asha.password)
    await page.keyboard.press('Enter')
    await fact(page, 'Out so far', '−€900.00')

    assert.equal(faults, [])
    await close()
  })
}

async function fact(page: Page, name: string, value: string): Promise<void> {
  const shown = page.locator('dl > div', { hasText: name }).locator('dd')
  await page.locator('dl > div', { hasText: name }).getByText(value, { exact: true }).waitFor()
  assert.is(await shown.innerText(), value)
}

/** What the page says is what the API says, to the last cent. */
async function sameFigures(page: Page, { email, password }: Person): Promise<void> {
  const entered = await fetch(`${host.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { accessToken } = (await entered.json()) as { accessToken: string }
  const answer = await fetch(`${host.url}/v1/ledgers/default/insights`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  const { currencies } = (await answer.json()) as InsightsView
  const [{ income, expense, currency } = { income: '', expense: '', currency: '' }] = currencies

  await fact(page, 'In so far', figure(income, { currency, plus: true }))
  await fact(page, 'Out so far', figure(negated(expense), { currency }))
}

if (chromiumPath()) story.run()
else leaveOut('the story in a browser', 'there is no Chromium; scripts/test-setup installs it')
