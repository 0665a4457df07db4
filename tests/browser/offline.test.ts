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
  goTo,
  type Person,
  person,
  register,
  said,
  somebody,
  workerActive,
} from './browser.ts'
import { eventually } from './eventually.ts'
import { siteHost } from './site-host.ts'

let host: Here

const offline = suite('without a network')
offline.before(async () => {
  host = await siteHost()
})
offline.after(async () => {
  await closeBrowser()
  await host.close()
})

offline('goes on in a tab that was closed, and sends each entry once, in order', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await register(page, host.url, asha)
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery', category: 'Groceries' })
  await ready(page)
  const context = page.context()

  await context.setOffline(true)
  await page.getByText('Offline. What is shown was seen before', { exact: false }).waitFor()
  await addEntry(page, { amount: '2.50', payee: 'Platform Coffee', category: 'Groceries' })
  await page.getByText('Offline. 1 change waits here', { exact: false }).waitFor()
  await page.close()

  const again = await context.newPage()
  await again.goto(`${host.url}/`)
  await again.getByText('Offline. 1 change waits here', { exact: false }).waitFor()
  await fact(again, 'Out so far', '−€12.50')
  await again.getByRole('button', { name: /Platform Coffee.*Waits/ }).waitFor()
  await addEntry(again, { amount: '4', payee: 'Platform Coffee' })
  await fact(again, 'Out so far', '−€16.50')
  await again.getByRole('link', { name: 'Show', exact: true }).click()
  await again.getByRole('heading', { name: 'Waiting' }).waitFor()
  const waiting = ['Add Platform Coffee, −2.50', 'Add Platform Coffee, −4.00']
  await eventually(async () => assert.equal(await again.locator('.waits b').allInnerTexts(), waiting))
  await assertAccessible(again, 'the queue')
  await assertFits(again, 'the queue')

  const sent: string[] = []
  again.on('request', (request) => {
    if (request.method() === 'PUT') sent.push((request.postDataJSON() as { amount: string }).amount)
  })
  await context.setOffline(false)
  await again.getByText('Nothing waits', { exact: false }).waitFor()
  await goTo(again, 'Overview')
  await fact(again, 'Out so far', '−€16.50')

  assert.equal(sent, ['2.50', '4.00'])
  assert.equal(
    (await entriesOf(asha)).map(({ amount }) => amount),
    ['4.00', '2.50', '10.00'],
  )
  await close()
})

offline('loses and doubles nothing when answers are lost', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await register(page, host.url, asha)
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery' })
  await ready(page)
  let lost = 0
  await page.route('**/v1/ledgers/default/transactions/*', async (route) => {
    if (route.request().method() !== 'PUT' || lost > 1) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await addEntry(page, { amount: '3', payee: 'Platform Coffee' })
  await addEntry(page, { amount: '5', payee: 'Green Row Market' })
  await page.getByText('Nothing waits').or(page.getByText('Latest')).first().waitFor()
  await page.goto(`${host.url}/waiting`)
  await page.getByText('Nothing waits', { exact: false }).waitFor()

  assert.ok(lost >= 1)
  assert.equal(
    (await entriesOf(asha)).map(({ amount }) => amount),
    ['5.00', '3.00', '10.00'],
  )
  await close()
})

offline('shows both versions of what was changed here and elsewhere, and asks', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await register(page, host.url, asha)
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery' })
  await addEntry(page, { amount: '20', payee: 'Green Row Market' })
  await ready(page)
  await page.context().setOffline(true)
  for (const [name, amount] of [
    ['Mill Lane Bakery', '11'],
    ['Green Row Market', '21'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.getByRole('dialog').getByLabel('Amount').fill(amount)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await fact(page, 'Out so far', '−€32.00')
  const call = await callerAs(asha)
  for (const { id } of (await entriesOf(asha)).toReversed())
    await call('PATCH', `transactions/${id}`, { note: 'shared' })
  await page.getByRole('link', { name: 'Show', exact: true }).click()
  await page.context().setOffline(false)
  await page.getByText('2 changes were not taken and wait for you.').waitFor()
  await page.getByText('It was changed elsewhere.', { exact: false }).first().waitFor()
  await page.locator('.versions').first().waitFor()
  assert.match(await page.locator('.versions').first().innerText(), /Amount, EUR\s+−11\.00\s+−10\.00/)
  await assertAccessible(page, 'a conflict')
  await assertFits(page, 'a conflict')

  await page.getByRole('button', { name: 'Keep mine' }).first().click()
  await page.getByText('1 change was not taken', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Keep what is there' }).click()
  await page.getByText('Nothing waits', { exact: false }).waitFor()
  assert.equal(
    (await entriesOf(asha)).map(({ amount, note }) => [amount, note]),
    [
      ['20.00', 'shared'],
      ['11.00', 'shared'],
    ],
  )
  await close()
})

offline('shows what a slow network brings late, and asks no more for it', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await page.clock.install()
  await register(page, host.url, asha)
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery' })
  await page.clock.fastForward(2_000)
  await ready(page)
  await goTo(page, 'Budgets')
  const call = await callerAs(asha)
  for (const { id } of await entriesOf(asha)) await call('PATCH', `transactions/${id}`, { amount: '11' })
  const held: (() => Promise<void>)[] = []
  await page.route('**/v1/ledgers/**', (route) => void held.push(() => route.continue()))
  await page.getByRole('link', { name: 'Overview' }).first().click()
  await eventually(async () => assert.ok(held.length >= 7, `${held.length} questions`))
  await page.clock.fastForward(4_000)
  await fact(page, 'Out so far', '−€10.00')
  const asked = held.length
  for (const go of held) await go()
  await fact(page, 'Out so far', '−€11.00')
  await page.getByRole('button', { name: /Mill Lane Bakery.*11\.00/ }).waitFor()
  await page.clock.fastForward(5_000)
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)).then(() => undefined))

  assert.is(held.length, asked)
  await close()
})

offline('says at once what the server would refuse', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery' })
  await ready(page)
  await page.context().setOffline(true)
  await page.getByText('Offline.', { exact: false }).first().waitFor()
  await addEntry(page, { amount: '3', payee: 'Platform Coffee' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone.').waitFor()
  await page.getByRole('button', { name: /Platform Coffee/ }).waitFor({ state: 'detached' })

  await page.getByText('1 change waits', { exact: false }).waitFor({ state: 'detached' })
  await close()
})

offline('keeps nothing of somebody who logs out, and warns of what would be lost', async () => {
  const { page, close } = await somebody()
  await register(page, host.url, person())
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery' })
  await ready(page)
  assert.ok((await keptIn(page)).some((text) => text.includes('Mill Lane Bakery')))
  await page.context().setOffline(true)
  await goTo(page, 'Settings')
  const beside = await page.context().newPage()
  await beside.goto(`${host.url}/`)
  await addEntry(beside, { amount: '3', payee: 'Platform Coffee' })
  await page.getByText('Offline. 1 change waits here', { exact: false }).waitFor()
  await beside.close()
  await leaveBehind(page, 'what somebody else has left')
  await page.getByRole('button', { name: 'Log out', exact: true }).click()
  await page.getByText('Logging out deletes what waits here.').waitFor()
  await page.route('**/transactions/*', (route) => route.abort())
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Log out and delete it' }).click()
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()

  await eventually(async () => {
    const kept = await keptIn(page)
    assert.is(kept.length, 1)
    assert.match(kept[0] ?? '', 'what somebody else has left')
  })
  assert.equal(await shellOf(page, (path) => path.includes('/v1/')), [])
  await close()
})

offline('has nothing for the next person at the same browser', async () => {
  const { page, close } = await somebody()
  const asha = person()
  await register(page, host.url, asha)
  await addEntry(page, { amount: '10', payee: 'Mill Lane Bakery' })
  await ready(page)
  await page.goto(`${host.url}/entries?text=bakery`)
  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Bread')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Saved: Bread' }).waitFor()
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Log out', exact: true }).click()
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()
  await register(page, host.url, person())
  await ready(page)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()

  assert.not.ok((await keptIn(page)).some((text) => text.includes('Mill Lane Bakery')))
  assert.not.match(await page.evaluate(() => JSON.stringify(localStorage)), /bakery|Bread/i)
  await close()
})

offline('is one person’s at a time, with another password and after another log-in', async () => {
  const { page, close } = await somebody()
  const [asha, ben] = [person(), { ...person(), name: 'Ben' }]
  await register(page, host.url, ben)
  await logOut(page)
  await register(page, host.url, asha)
  await ready(page)
  await goTo(page, 'Settings')
  await page.getByLabel('Current password').fill(asha.password)
  await page.getByLabel('New password').fill('another tree by the gate')
  await page.keyboard.press('Enter')
  await said(page, 'Saved.')
  await logOut(page)
  // in the same page, where what was stopped might go on
  await page.getByRole('link', { name: 'Log in' }).first().click()
  await page.getByLabel('Email').fill(ben.email)
  await page.getByLabel('Password').fill(ben.password)
  await page.keyboard.press('Enter')
  await ready(page)
  await page.context().setOffline(true)
  await page.getByText('Offline.', { exact: false }).first().waitFor()
  await addEntry(page, { amount: '5', payee: 'Platform Coffee' })
  await page.getByText('Offline. 1 change waits here', { exact: false }).waitFor()
  // whoever else is told of it has looked by then
  await recordsIn(page)
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)).then(() => undefined))
  await page.getByRole('link', { name: 'Show', exact: true }).click()

  await page.getByText('Add Platform Coffee, −5.00').waitFor()
  await close()
})

offline('is ready for a phone: installable, with a name, pictures and a worker for its path only', async () => {
  const { page, close } = await somebody()
  await page.goto(`${host.url}/`)
  const { icons, ...manifest } = (await (await fetch(`${host.url}/manifest.webmanifest`)).json()) as {
    name: string
    start_url: string
    display: string
    icons: { src: string; sizes: string; type: string }[]
  }
  assert.is(manifest.display, 'standalone')
  for (const { src, sizes, type } of icons) {
    const answer = await fetch(`${host.url}/${src}`)
    assert.is(answer.headers.get('content-type'), type)
    if (type !== 'image/png') continue
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.is(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes)
  }
  await register(page, host.url, person())
  await ready(page)
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  assert.is(scope, `${host.url}/`)
  await close()
})

/** Until what is needed without a network is kept. */
async function ready(page: Page): Promise<void> {
  await page
    .getByText('Latest')
    .or(page.getByRole('button', { name: 'Add your first entry' }))
    .first()
    .waitFor()
  await workerActive(page)
  const needed = ['ledgers.', 'accounts.', 'categories.', 'payees.', 'insights.', 'transactions.']
  await eventually(async () => {
    const keys = (await recordsIn(page)).map(({ key }) => key)
    assert.equal(
      needed.filter((name) => !keys.some((key) => key.startsWith(name))),
      [],
    )
  })
}

async function logOut(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Log out', exact: true }).click()
  await page.getByRole('heading', { name: 'Every outlay' }).waitFor()
}

async function fact(page: Page, name: string, value: string): Promise<void> {
  await page.locator('dl > div', { hasText: name }).getByText(value, { exact: true }).waitFor()
}

/** Puts an entry into the queue that another person has not sent. */
function leaveBehind(page: Page, id: string): Promise<void> {
  return page.evaluate(async (id) => {
    const request = indexedDB.open('outlay')
    await new Promise((resolve) => (request.onsuccess = resolve))
    const adding = request.result.transaction('queue', 'readwrite').objectStore('queue').add({ userId: 'another', id })
    await new Promise((resolve) => (adding.onsuccess = resolve))
    request.result.close()
  }, id)
}

/** Everything in the browser's database, as text. */
async function keptIn(page: Page): Promise<string[]> {
  return (await recordsIn(page)).map(({ text }) => text)
}

function recordsIn(page: Page): Promise<readonly { readonly key: string; readonly text: string }[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('outlay')
      request.onsuccess = () => resolve(request.result)
    })
    const records: { key: string; text: string }[] = []
    for (const name of db.objectStoreNames) {
      await new Promise<unknown>((resolve) => {
        const request = db.transaction(name).objectStore(name).openCursor()
        request.onsuccess = () => {
          const { result } = request
          if (!result) return resolve(undefined)
          records.push({ key: String(result.key), text: JSON.stringify(result.value) })
          result.continue()
        }
      })
    }
    db.close()
    return records
  })
}

async function shellOf(page: Page, wanted: (path: string) => boolean): Promise<string[]> {
  const urls = await page.evaluate(async () => {
    const names = await caches.keys()
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return keys.flat().map(({ url }) => url)
  })
  return urls.filter(wanted)
}

async function callerAs({ email, password }: Person) {
  const ask = async (method: string, path: string, body?: unknown, token?: string): Promise<unknown> => {
    const answer = await fetch(`${host.url}/v1/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return answer.json()
  }
  const { accessToken } = (await ask('POST', 'sessions', { email, password })) as { accessToken: string }
  return (method: string, path: string, body?: unknown) => ask(method, `ledgers/default/${path}`, body, accessToken)
}

async function entriesOf(asha: Person) {
  const call = await callerAs(asha)
  const { items } = (await call('GET', 'transactions')) as { items: { id: string; amount: string; note?: string }[] }
  return items
}

if (chromiumPath()) offline.run()
else leaveOut('the site without a network', 'there is no Chromium; scripts/test-setup installs it')
