import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { measured } from '../support/measured.ts'
import {
  addEntry,
  assertAccessible,
  assertFits,
  closeBrowser,
  desktop,
  goTo,
  person,
  phone,
  register,
  shortcut,
  somebody,
  type Watched,
} from './browser.ts'
import { siteHost } from './site-host.ts'

let host: Here

const sample = suite('looking around without an account')
sample.before(async () => {
  host = await siteHost()
})
sample.after(async () => {
  await closeBrowser()
  await host.close()
})

sample('leads from the promise to a full overview by one press, and asks no server for figures', async () => {
  const { page, faults, close } = await visitor()
  const asked = askedOf(page)
  const pressed = Date.now()
  await page.getByRole('link', { name: 'Look around with sample data' }).click()
  await page.getByText('Left until', { exact: false }).waitFor()
  await page.getByRole('heading', { name: 'Latest' }).waitFor()
  measured('landing page to a full overview of the sample, 1 press', Date.now() - pressed)

  await page.getByText('This is a sample.').waitFor()
  await page.getByText('has passed 80 %', { exact: false }).waitFor()
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery', category: 'Bakery' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone.').waitFor()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click()
  await page.getByText('The sample has none of this', { exact: false }).first().waitFor()
  for (const name of ['Entries', 'Budgets', 'Settings'] as const) await goTo(page, name)
  assert.equal(asked, [])
  assert.equal(await page.context().cookies(), [])
  assert.equal(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage])), '[{},{}]')
  assert.equal(faults, [])
  await close()
})

sample('is left for a ledger of one’s own, whose first expense is four fields away', async () => {
  const { page, faults, close } = await visitor()
  const who = person()
  let fields = 0
  const fill = async (label: string, text: string) => {
    fields += 1
    await page.getByLabel(label).fill(text)
  }
  const began = Date.now()
  await page.getByRole('link', { name: 'Open a ledger' }).first().click()
  await fill('Your name', who.name)
  await fill('Email', who.email)
  await fill('Password', who.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Welcome', exact: false }).waitFor()
  await shortcut(page, 'n')
  await fill('Amount', '12.50 Mill Lane Bakery')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Mill Lane Bakery').first().waitFor()
  measured('registering to the first expense, 4 fields', Date.now() - began)

  assert.is(fields, 4)
  assert.equal(faults, [])
  await close()
})

for (const [name, viewport] of [
  ['a phone', phone],
  ['a desk', desktop],
] as const) {
  sample(`says on every page what it is, for everybody, on ${name}`, async () => {
    const { page, close } = await visitor(viewport)
    await assertAccessible(page, 'the landing page')
    await assertFits(page, 'the landing page')
    for (const path of ['/', '/entries', '/budgets', '/reports', '/settings']) {
      await page.goto(`${host.url}${path}?sample=1`)
      await page.getByText('This is a sample.').waitFor()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await assertAccessible(page, path)
      await assertFits(page, path)
    }
    await close()
  })
}

sample('is begun anew by loading, and left by the way back or by its button', async () => {
  const { page, close } = await visitor()
  await page.getByRole('link', { name: 'Look around with sample data' }).click()
  await page.getByText('This is a sample.').waitFor()
  await goTo(page, 'Entries')
  await page.reload()
  await page.getByText('This is a sample.').waitFor()
  await page.goBack()
  await page.goBack()
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()
  await page.goForward()
  await page.getByText('This is a sample.').waitFor()
  await page.getByRole('link', { name: 'Leave the sample' }).click()
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()

  assert.not.match(page.url(), 'sample')
  await close()
})

sample('gives its categories along, and nothing else', async () => {
  const { page, faults, close } = await visitor()
  await page.getByRole('link', { name: 'Look around with sample data' }).click()
  await page.getByText('This is a sample.').waitFor()
  await page.getByRole('link', { name: 'Open a ledger' }).click()
  const { name, email, password } = person()
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByLabel('Currency').selectOption('EUR')
  await page.getByLabel('Begin with the categories of the sample', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Open a ledger' }).click()
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()

  const call = await callerAs(email, password)
  const { items: categories } = await call<{ items: { name: string; parentId?: string }[] }>('categories')
  const { items: accounts } = await call<{ items: { name: string }[] }>('accounts')
  const { items: entries } = await call<{ items: unknown[] }>('transactions')
  assert.equal(
    ['Bakery', 'Market', 'Piano lessons'].filter((own) => !categories.some((one) => one.name === own && one.parentId)),
    [],
  )
  assert.is(categories.filter((one) => one.name === 'Groceries').length, 1)
  assert.is(accounts.length, 1)
  assert.is(entries.length, 0)
  assert.equal(faults, [])
  await close()
})

sample('lies beside a session, and leads back to it', async () => {
  const { page, close } = await visitor()
  await register(page, host.url, person())
  await page.goto(`${host.url}/?sample=1`)
  await page.getByText('This is a sample.').waitFor()
  await page.getByRole('link', { name: 'Leave the sample' }).click()
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()

  await page.getByText('This is a sample.').waitFor({ state: 'detached' })
  await close()
})

async function visitor(viewport = desktop): Promise<Watched> {
  const watched = await somebody({ viewport })
  await watched.page.goto(`${host.url}/`)
  await watched.page.getByRole('heading', { name: 'Every outlay' }).waitFor()
  return watched
}

/** What of the API the page asks for from now on. */
function askedOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) asked.push(`${request.method()} ${request.url()}`)
  })
  return asked
}

async function callerAs(email: string, password: string) {
  const entered = await fetch(`${host.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { accessToken } = (await entered.json()) as { accessToken: string }
  return async <T>(what: string): Promise<T> => {
    const headers = { authorization: `Bearer ${accessToken}` }
    return (await (await fetch(`${host.url}/v1/ledgers/default/${what}`, { headers })).json()) as T
  }
}

if (chromiumPath()) sample.run()
else leaveOut('the sample in a browser', 'there is no Chromium; scripts/test-setup installs it')
