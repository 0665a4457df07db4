import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../../functions/domain/day.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { assertAccessible, assertFits, closeBrowser, logIn, person, phone, somebody } from './browser.ts'
import { eventually } from './eventually.ts'
import { filledLedger } from './filled-ledger.ts'
import { settled } from './pages.ts'
import { siteHost } from './site-host.ts'

let host: Here

const overview = suite('the overview in a browser')
overview.before(async () => {
  host = await siteHost()
})
overview.after(async () => {
  await closeBrowser()
  await host.close()
})

const today = todayIn('Europe/Berlin', Date.now())

/** Somebody who spent this much today and in the weeks before. */
async function atTheOverview(options = {}) {
  const who = person()
  const spent = { kind: 'expense', account: 'Everyday' } as const
  await filledLedger(host.url, who, [
    { ...spent, day: addDays(today, -40), amount: '25.00', payee: 'Mill Lane Bakery', category: 'Lunch at work' },
    { ...spent, day: today, amount: '30.00', payee: 'Green Row Market', category: 'Groceries' },
    { ...spent, day: today, amount: '12.50', payee: 'The Blue Door', category: 'Restaurants' },
    { ...spent, kind: 'refund', day: today, amount: '5.00', payee: 'Green Row Market', category: 'Groceries' },
    { ...spent, day: today, amount: '20.00', payee: 'Harbour Homes', category: 'Rent and mortgage' },
  ])
  const { page, faults, close } = await somebody(options)
  await logIn(page, host.url, who)
  await page.getByRole('region', { name: 'Where it went' }).waitFor()
  return { page, faults, close }
}

overview('is loaded anew for whoever comes back after a while, not after a glance elsewhere', async () => {
  const { page, close } = await atTheOverview()
  await page.clock.install()
  await page.reload()
  await page.getByRole('region', { name: 'Where it went' }).waitFor()
  // whatever watches the keys watches this, too
  await eventually(async () => {
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor({ timeout: 500 })
  })
  await page.keyboard.press('Escape')
  let times = 0
  page.on('request', (request) => {
    if (/\/ledgers\/default$/.test(request.url())) times += 1
  })

  await turn(page, 'hidden')
  await turn(page, 'visible')
  await turn(page, 'hidden')
  await page.clock.setSystemTime(Date.now() + 90_000)
  await turn(page, 'visible')
  await eventually(async () => assert.is(times, 1))
  await close()
})

overview('opens a category on its second level; Back, Escape and a press lead out again', async () => {
  const { page, faults, close } = await atTheOverview()
  const where = page.getByRole('region', { name: 'Where it went' })
  await where.getByRole('button', { name: 'Food', exact: true }).click()
  await where.getByText('Food, opened').waitFor()
  await where.getByRole('row', { name: /Groceries 25\.00/ }).waitFor()
  await assertAccessible(page, 'an opened category')
  assert.match(page.url(), /\?open=/)

  await page.goBack()
  await where.getByText('Food, opened').waitFor({ state: 'detached' })
  await where.getByRole('button', { name: 'Food', exact: true }).focus()
  await page.keyboard.press('Enter')
  await where.getByText('Food, opened').waitFor()
  await page.keyboard.press('Escape')
  await where.getByText('Food, opened').waitFor({ state: 'detached' })
  await where.getByRole('button', { name: 'Food', exact: true }).click()
  await where.getByRole('link', { name: 'Back to all categories' }).click()
  await where.getByText('Food, opened').waitFor({ state: 'detached' })
  assert.equal(faults, [])
  await close()
})

overview('has room for names that are as long as names may be, and so have the lists', async () => {
  const who = person()
  const name = 'Haftpflichtversicherungsbeitragsrückerstattungsantrag'.padEnd(120, 'sformular')
  const entry = {
    kind: 'expense',
    day: today,
    amount: '12.50',
    payee: name,
    category: 'Groceries',
    account: 'Card',
  } as const
  const asking = await filledLedger(host.url, who, [entry])
  const idOf = async (path: string, called: string) => {
    const { items } = await asking<{ items: readonly { id: string; name: string }[] }>('GET', path)
    return `${items.find((one) => one.name === called)?.id}`
  }
  const category = await idOf('/categories', 'Food')
  await asking('PATCH', `/categories/${category}`, { name })
  await asking('PATCH', `/accounts/${await idOf('/accounts', 'Card')}`, { name })
  const { page, close } = await somebody()
  await logIn(page, host.url, who)
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['/', `/entries?category=${category}`, '/compare', '/accounts']) {
      await page.goto(host.url + path)
      await settled(page)
      await assertFits(page, `${path} at ${width}`)
    }
    await page.goto(`${host.url}/entries`)
    const told = await page.locator('.entry .who').boundingBox()
    assert.ok(told && told.width > 80, `${told?.width} at ${width}`)
  }
  await close()
})

overview('says why: the entries behind a figure end in that very figure', async () => {
  const { page, close } = await atTheOverview()
  await page.getByRole('region', { name: 'Where it went' }).getByRole('button', { name: '37.50' }).click()
  const why = page.getByRole('dialog', { name: 'Why €37.50' })
  await why.getByRole('row', { name: /Green Row Market −5\.00/ }).waitFor()
  await assertAccessible(page, 'why')
  assert.is((await why.getByRole('row').last().innerText()).replace(/\s+/g, ' '), 'Food 37.50')
  await why.getByRole('link', { name: 'Open them in the list' }).click()
  await page.getByText('3 entries', { exact: false }).waitFor()
  await close()
})

overview('has charts that are walked by keys, each point heard and seen', async () => {
  const { page, close } = await atTheOverview()
  const days = page.getByRole('slider', { name: /Day by day/ })
  await days.focus()
  await page.keyboard.press('End')
  await eventually(async () => {
    assert.match((await days.getAttribute('aria-valuetext')) ?? '', /Today: 57\.50/)
    assert.match((await page.locator('.tip').textContent()) ?? '', /Today: 57\.50/)
  })
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Why €57.50' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const ring = page.getByRole('slider', { name: /Where it went/ })
  await ring.focus()
  await page.keyboard.press('ArrowRight')
  await eventually(async () => assert.match((await ring.getAttribute('aria-valuetext')) ?? '', /^Home · €20\.00/))
  await close()
})

overview('shows a point to a finger, and what is behind it to a second press', async () => {
  const { page, close } = await atTheOverview({ viewport: phone, hasTouch: true, isMobile: true })
  const days = page.getByRole('slider', { name: /Day by day/ })
  await days.scrollIntoViewIfNeeded()
  const box = await days.boundingBox()
  assert.ok(box)
  const date = Number(today.slice(8))
  const at = { x: (box.width / daysIn(today)) * (date - 0.5), y: box.height / 2 }
  await days.tap({ position: at })
  await page.locator('.tip', { hasText: /Today: 57\.50/ }).waitFor()
  assert.is(await page.getByRole('dialog').count(), 0)
  await days.tap({ position: at })
  await page.getByRole('dialog', { name: 'Why €57.50' }).waitFor()
  await close()
})

overview('shows any period, and any two beside each other', async () => {
  const { page, faults, close } = await atTheOverview()
  await page.getByRole('button', { name: 'Period', exact: true }).click()
  await page.getByRole('dialog').getByLabel('From').fill(addDays(today, -45))
  await page.getByRole('dialog').getByLabel('To').fill(today)
  await page.keyboard.press('Enter')
  await page.waitForURL(/from=.*to=/)
  await page.locator('dl > div', { hasText: 'Out so far' }).getByText('−€82.50').waitFor()

  await page.getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('heading', { name: 'Compare' }).waitFor()
  await page.getByLabel('From').nth(1).fill(addDays(today, -40))
  await page.getByLabel('To', { exact: true }).nth(1).fill(addDays(today, -40))
  await page.getByRole('button', { name: 'Show' }).click()
  await rowIs(page, /^Food/, 'Food 62.50 25.00 +37.50')
  await assertAccessible(page, 'two periods')
  await page.getByLabel('From').nth(1).fill(today)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('It ends before it begins.').waitFor()
  assert.equal(faults, [])
  await close()
})

async function rowIs(page: Page, name: RegExp, text: string): Promise<void> {
  const row = page.getByRole('row', { name }).first()
  await row.getByText(text.split(' ').at(-1) ?? '').waitFor()
  assert.is((await row.innerText()).replace(/\s+/g, ' ').trim(), text)
}

function daysIn(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
}

/** Another window covers the page, or uncovers it. */
function turn(page: Page, visibilityState: 'hidden' | 'visible'): Promise<void> {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visibilityState)
}

if (chromiumPath()) overview.run()
else leaveOut('the overview in a browser', 'there is no Chromium; scripts/test-setup installs it')
