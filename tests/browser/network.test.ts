import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'
import {
  addEntry,
  closeBrowser,
  goTo,
  openForm,
  type Person,
  person,
  register,
  somebody,
  workerActive,
} from './browser.ts'
import { siteHost } from './site-host.ts'

let host: Here

const network = suite('a network that fails')
network.before(async () => {
  host = await siteHost()
})
network.after(async () => {
  await host.close()
})

network('keeps what was typed where it can keep nothing', async () => {
  const { page, close } = await somebody()
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await register(page, host.url, person())
  let lost = 0
  await page.route('**/v1/ledgers/default/transactions/*', async (route) => {
    if (route.request().method() !== 'PUT' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await openForm(page)
  await page.getByLabel('Amount').fill('12.50')
  await page.getByLabel('Paid to').fill('Mill Lane Bakery')
  await page.getByRole('button', { name: 'Save −€12.50' }).click()
  await page.getByRole('alert').getByText('What you typed is still here.', { exact: false }).waitFor()
  assert.is(await page.getByLabel('Paid to').inputValue(), 'Mill Lane Bakery')
  await page.getByLabel('Amount').fill('13')
  await page.getByRole('button', { name: 'Save −€13.00' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Mill Lane Bakery.*−13\.00/ }).waitFor()

  assert.is(lost, 1)
  assert.is(await page.getByRole('row', { name: /Mill Lane Bakery/ }).count(), 1)
  await close()
})

network('is said at once, and what is shown stays', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  await page.getByText('Latest').waitFor()
  await page.context().setOffline(true)
  await page.getByText('Offline. What is shown was seen before', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'The period before' }).click()
  await page.getByRole('button', { name: 'Try again' }).first().waitFor()
  await page.getByRole('button', { name: /Mill Lane Bakery/ }).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).first().waitFor({ state: 'detached' })

  await page.getByText('Offline.', { exact: false }).waitFor({ state: 'detached' })
  await close()
})

network('that goes before all is kept for such a day is no loss once it has come back', async () => {
  const { line, url, end } = await onALine()
  const { page, close } = await somebody()
  await page.clock.install()
  await register(page, url, person())
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()
  await line.refuse()
  await page.clock.fastForward(2_000)
  await page.getByRole('link', { name: 'Budgets' }).click()
  await page.getByText('Offline.', { exact: false }).first().waitFor()
  await line.heal()
  await page.clock.fastForward(10_000)
  await page.getByText('No limits yet.').waitFor()
  await workerActive(page)
  await line.refuse()
  await page.reload()
  await page.getByText('Offline. What is shown was seen before', { exact: false }).waitFor()
  await page.getByText('No limits yet.').waitFor()

  await close()
  await end()
})

network('that comes back after a long time is noticed, and what was entered meanwhile arrives', async () => {
  const { line, page, end } = await readyOnALine()
  await line.refuse()
  await page.getByRole('link', { name: 'Budgets' }).click()
  await page.getByText('Offline.', { exact: false }).first().waitFor()
  const failed = page.waitForEvent('requestfailed')
  await page.clock.fastForward(10_000)
  await failed
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  await page.getByText('Offline. 1 change waits here', { exact: false }).waitFor()
  await line.heal()
  await page.clock.fastForward(10_000)
  await page.getByText('1 change', { exact: false }).waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Mill Lane Bakery.*−12\.50/ }).waitFor()

  await page.getByText('Offline.', { exact: false }).waitFor({ state: 'detached' })
  await end()
})

network('that hangs loses no save: it waits, and arrives once, even when its tab was closed', async () => {
  const { line, url, page, end } = await readyOnALine()
  line.blackhole()
  await saveUnheard(page)
  await page.getByText('1 change is on the way', { exact: false }).waitFor()
  await page.close()
  line.cut()
  await line.heal()

  const again = await page.context().newPage()
  await again.goto(`${url}/waiting`)
  await again.getByText('Add Mill Lane Bakery, −12.50').waitFor()
  await again.clock.fastForward(20_000)
  await again.getByText('Nothing waits', { exact: false }).waitFor()
  await again.goto(`${url}/entries`)
  await again.getByRole('row', { name: /Mill Lane Bakery.*−12\.50/ }).waitFor()
  assert.is(await again.getByRole('row', { name: /Mill Lane Bakery/ }).count(), 1)
  await end()
})

network('that is slow takes a save once, and its answer is what counts', async () => {
  const { line, page, end } = await readyOnALine()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()))
  line.blackhole()
  await saveUnheard(page)
  await page.clock.fastForward(10_000)
  await line.heal()
  await page.getByText('1 change is on the way', { exact: false }).waitFor({ state: 'detached' })
  await goTo(page, 'Entries')
  await page.getByRole('row', { name: /Mill Lane Bakery.*−12\.50/ }).waitFor()

  assert.is(sent.length, 1)
  await end()
})

const sessions = suite('a session in the browser')
sessions.before(async () => {
  host = await siteHost()
})
sessions.after(async () => {
  await closeBrowser()
  await host.close()
})

sessions('goes on in every tab that is loaded anew, at once', async () => {
  const { page, faults, close } = await somebody()
  await register(page, host.url, person())
  const tabs = [page, await page.context().newPage(), await page.context().newPage()]
  await Promise.all(tabs.map((tab) => tab.goto(`${host.url}/budgets`)))
  await Promise.all(tabs.map((tab) => tab.getByText('No limits yet.').waitFor()))
  await Promise.all(tabs.map((tab) => tab.reload()))
  await Promise.all(tabs.map((tab) => tab.getByText('No limits yet.').waitFor()))

  assert.equal(faults, [])
  await close()
})

sessions('ends in every tab at once, and is the next person’s in all of them', async () => {
  const { page, faults, close } = await somebody()
  const [asha, ben] = [person(), { ...person(), name: 'Ben' }]
  await register(page, host.url, asha)
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  const other = await page.context().newPage()
  await other.goto(`${host.url}/entries`)
  await other.getByText('Mill Lane Bakery').waitFor()

  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Log out', exact: true }).click()
  await other.getByText('Mill Lane Bakery').waitFor({ state: 'detached' })
  await other.getByRole('heading', { name: 'Log in' }).waitFor()

  await register(page, host.url, ben)
  await other.getByText('No entries yet.').waitFor()
  await goTo(other, 'Settings')
  assert.is(await other.getByLabel('Your name').inputValue(), 'Ben')
  assert.equal(faults, [])
  await close()
})

sessions('keeps no token where a script of another day could find it', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  const kept = await page.evaluate(() => [
    document.cookie,
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
  ])

  assert.equal(kept, ['', '{"outlay-in":"en-IE"}', '{}'])
  await close()
})

sessions(
  'that is ended elsewhere ends here with the next step, and goes on after logging in where it was',
  async () => {
    const { page, close } = await somebody()
    const asha = person()
    await register(page, host.url, asha)
    await endElsewhere(asha)
    await page.getByRole('link', { name: 'Budgets' }).click()
    await page.getByText('Your session has ended. Log in to go on.').waitFor()
    await logIn(page, asha)
    await page.getByRole('heading', { name: 'Budgets' }).waitFor()

    assert.match(page.url(), /\/budgets$/)
    await close()
  },
)

sessions('holds below a path of a shared host', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/some/where`
  const below = await siteHost({ PORT: String(port), PUBLIC_URL: url })
  const { page, faults, close } = await somebody()
  await register(page, below.url, person())
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  await goTo(page, 'Entries')
  assert.is(page.url(), `${url}/entries`)
  await page.reload()
  await page.getByRole('row', { name: /Mill Lane Bakery/ }).waitFor()
  await page.goBack()
  await page.getByText('Latest').waitFor()
  assert.is(page.url().replace(/\/$/, ''), url)

  assert.equal(faults, [])
  await close()
  await below.close()
})

/** A host of its own, and the line to it. */
async function onALine() {
  const port = await freePort()
  const line = await startTcpProxy({ port })
  const url = `http://127.0.0.1:${line.port}`
  const behind = await siteHost({ PORT: String(port), PUBLIC_URL: url })
  const end = async () => {
    await behind.close()
    await line.close()
  }
  return { line, url, end }
}

/** Somebody at a page that is ready for a day without a network, on a line that can be hurt, by clocks that can be put on. */
async function readyOnALine() {
  const { line, url, end } = await onALine()
  const { page, close } = await somebody()
  await page.clock.install()
  await register(page, url, person())
  await page.clock.fastForward(2_000)
  await workerActive(page)
  return { line, url, page, end: () => close().then(end) }
}

/** Saves an entry by the form, on a line that brings no answer in the time for which it is waited. */
async function saveUnheard(page: Page): Promise<void> {
  await openForm(page)
  await page.getByLabel('Amount').fill('12.50')
  await page.getByLabel('Paid to').fill('Mill Lane Bakery')
  const asked = page.waitForRequest((request) => request.method() === 'PUT')
  await page.getByRole('button', { name: 'Save −€12.50' }).click()
  await asked
  await page.clock.fastForward(4_000)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function endElsewhere({ email, password }: Person): Promise<void> {
  const ask = (method: string, path: string, body?: unknown, token?: string) =>
    fetch(host.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const entered = await ask('POST', '/v1/sessions', { email, password })
  const { accessToken } = (await entered.json()) as { accessToken: string }
  const listed = await ask('GET', '/v1/sessions', undefined, accessToken)
  const { items } = (await listed.json()) as { items: { id: string; current: boolean }[] }
  for (const { id, current } of items) if (!current) await ask('DELETE', `/v1/sessions/${id}`, undefined, accessToken)
}

async function logIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

if (chromiumPath()) {
  network.run()
  sessions.run()
} else leaveOut('the site on a network that fails', 'there is no Chromium; scripts/test-setup installs it')
