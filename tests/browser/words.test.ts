import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { todayIn } from '../../functions/domain/zone.ts'
import { messagesIn } from '../../scripts/build/words.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { addEntry, assertFits, closeBrowser, desktop, openForm, person, phone, register, somebody } from './browser.ts'
import { dialogs, openDialog, pages, settled } from './pages.ts'
import { siteHost } from './site-host.ts'

let host: Here

const words = suite('the words of the site')
words.before(async () => {
  host = await siteHost()
})
words.after(async () => {
  await closeBrowser()
  await host.close()
})

words('all come from the catalogue, and have room to be longer', async () => {
  const { page, faults, close } = await somebody({ viewport: phone })
  const asha = person()
  await register(page, host.url, asha)
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery', category: 'Groceries' })
  const data = [
    'Outlay',
    'My money',
    'tea',
    'lantern',
    'Chrome, Linux',
    'Wallet',
    'Mill Lane Bakery',
    asha.name,
    asha.email,
    'EUR',
    ...(await names(page)),
  ]

  const more = [
    '/?open=none',
    '/entries?text=tea&kind=expense&min=1&max=20&from=2026-01-01',
    '/payees?text=tea',
    '/verify',
    '/unsubscribe',
    '/reset',
    `/reset?set=1#${'A'.repeat(43)}`,
    '/nowhere',
  ]
  for (const path of [...pages.map(([, path]) => path), ...more]) {
    await visit(page, path)
    await page.locator('h1').waitFor()
    await page.waitForFunction(() => !document.querySelector('.sk'))
    assert.equal(await untranslated(page, data), [], path)
    await assertFits(page, path)
  }
  await visit(page, '/')
  await page.locator('.nav .add button').click()
  await page.locator('#say').fill('12.50 tea @nowhere')
  assert.equal(await untranslated(page, [...data, 'tea', '@nowhere']), [], 'the line')
  await page.locator('dialog form .b.t').click()
  await page.locator('dialog [name=amount]').fill('x')
  await page.keyboard.press('Enter')
  await page.locator('[aria-invalid]').waitFor()
  assert.equal(await untranslated(page, data), [], 'the form of an entry')
  await visit(page, '/reports')
  await page.locator('.empty button').click()
  await page.locator('.facts').waitFor()
  await page.locator('.head button').waitFor()
  assert.equal(await untranslated(page, data), [], 'a report')
  await assertFits(page, 'a report')
  for (const [name, path, ...presses] of dialogs) {
    await visit(page, path)
    await settled(page)
    await openDialog(page, presses)
    const own = [...data, 'lantern', ...(await currencies(page))]
    assert.equal(await untranslated(page, own), [], name)
    await assertFits(page, name)
  }
  await visit(page, '/accounts')
  await page.locator('.account .again').click()
  await page.locator('main form').waitFor()
  await page.locator('main [name=day]').fill(todayIn('Europe/Berlin', Date.now()))
  await page.locator('main [name=balance]').fill('100')
  await page.keyboard.press('Enter')
  await page.locator('.tick').waitFor()
  assert.equal(await untranslated(page, data), [], 'reconciling')

  await visit(page, '/settings')
  await page.locator('.head button').click()
  for (const path of ['/', '/login', '/register', '/reset']) {
    await visit(page, path)
    await page.locator('h1').waitFor()
    assert.equal(await untranslated(page, ['Outlay', ...(await currencies(page))]), [], path)
    await assertFits(page, path)
  }
  assert.equal(faults, [])
  await close()
})

words('stay in the language that was asked for from page to page', async () => {
  const { page, close } = await somebody()
  await visit(page, '/')
  await page.locator('header a.b').click()
  await page.locator('form').waitFor()

  assert.match(page.url(), /\/login\?locale=en-XA$/)
  await close()
})

words('are German for who reads German, numbers and dates with them', async () => {
  const { page, faults, close } = await somebody({ locale: 'de-AT', viewport: phone })
  const english = await onlyEnglish()
  const assertGerman = async (where: string) => {
    assert.is(await page.locator('html').getAttribute('lang'), 'de')
    assert.equal(
      (await textsOf(page)).filter((text) => english.has(text)),
      [],
      where,
    )
    await assertFits(page, where)
  }
  for (const path of [
    '/',
    '/login',
    '/register',
    '/reset',
    '/?sample=1',
    '/entries?sample=1',
    '/budgets?sample=1',
    '/settings?sample=1',
  ]) {
    await page.goto(`${host.url}${path}`)
    await page.locator('h1').waitFor()
    await page.waitForFunction(() => !document.querySelector('.sk'))
    await assertGerman(path)
  }
  await page.goto(`${host.url}/?sample=1`)
  await page
    .getByText(/€\s?[\d.]*\d,\d\d/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Neuer Eintrag' }).click()
  await page.locator('dialog form').waitFor()
  await assertGerman('the form of an entry')

  assert.equal(faults, [])
  await close()
})

for (const [language, word, forgotten, anew] of [
  ['hi-IN', 'लॉग इन करें', 'पासवर्ड भूल गए?', 'नया पासवर्ड'],
  ['ta-IN', 'உள்நுழை', 'கடவுச்சொல் மறந்துவிட்டதா?', 'புதிய கடவுச்சொல்'],
] as const) {
  words(`speak ${language} where it is wished for`, async () => {
    const { page, faults, close } = await somebody({ locale: language, viewport: phone })
    await page.goto(`${host.url}/`)
    await page.getByRole('link', { name: word }).waitFor()
    await assertFits(page, language)
    for (const [path, title] of [
      ['/reset', forgotten],
      [`/reset#${'A'.repeat(43)}`, anew],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(`${host.url}${path}`)
      await page.getByRole('heading', { name: title }).waitFor()
      await assertFits(page, `${path} in ${language}`)
    }
    await page.goto(`${host.url}/?sample=1`)
    await page.locator('h1').waitFor()
    await assertFits(page, `the sample in ${language}`)

    assert.is(await page.locator('html').getAttribute('lang'), language.slice(0, 2))
    assert.equal(faults, [])
    await close()
  })
}

words('run from the right where they are read so, and nothing sticks out', async () => {
  for (const viewport of [phone, desktop]) {
    const { page, faults, close } = await somebody({ viewport, hasTouch: viewport === phone })
    for (const path of [
      '/',
      '/login',
      '/reset',
      '/?sample=1',
      '/entries?sample=1',
      '/budgets?sample=1',
      '/settings?sample=1',
    ]) {
      await page.goto(`${host.url}${path}${path.includes('?') ? '&' : '?'}locale=ar-XB`)
      await page.locator('h1').waitFor()
      await page.waitForFunction(() => !document.querySelector('.sk'))
      assert.is(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl')
      await assertFits(page, path)
      assert.equal(await cutOff(page), [], path)
    }
    if (viewport === phone) {
      // but figures stand on keys as they do everywhere
      await page.locator('.nav .add button').tap()
      const key = (name: string) => page.locator('.pad').getByRole('button', { name, exact: true }).boundingBox()
      const [seven, nine] = [await key('7'), await key('9')]
      assert.ok(seven && nine && seven.x < nine.x)
    }
    assert.equal(faults, [])
    await close()
  }
})

async function visit(page: Page, path: string): Promise<void> {
  const [before = '', secret] = path.split('#')
  const asked = `${before}${before.includes('?') ? '&' : '?'}locale=en-XA`
  await page.goto(`${host.url}${asked}${secret ? `#${secret}` : ''}`)
}

/** Messages of the English catalogue that stand for themselves and that German says in other words. */
async function onlyEnglish(): Promise<ReadonlySet<string>> {
  const [english, german] = [await messagesIn('en'), await messagesIn('de')]
  const own = new Set(german.values())
  return new Set([...english.values()].filter((text) => !own.has(text) && /[a-z]{3}/.test(text)))
}

/** Words that begin or end outside the window, where nothing scrolls them in. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('h1, h2, p, a, button, td, th, dt, dd, label, svg text')]
    return all.flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      const isHidden = width <= 1 || !!element.closest('.vh, .skip, .scroll, ul.chips')
      return !isHidden && (left < -1 || right > innerWidth + 1) ? (element.textContent ?? '') : []
    })
  })
}

/** What people read or hear and no catalogue has stressed, apart from what they have written themselves. */
async function untranslated(page: Page, data: readonly string[]): Promise<string[]> {
  const longestFirst = [...data].sort((a, b) => b.length - a.length)
  const left = (await textsOf(page)).map((text) => longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text))
  return left.filter((text) => /[A-Za-z](?!\u0301)/.test(text))
}

function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'label']
    const attributes = [...document.querySelectorAll('body *')].flatMap((element) =>
      spoken.map((name) => element.getAttribute(name) ?? ''),
    )
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) {
      // what is said without scripts is said without a catalogue; keys say what stands on them
      if (!walker.currentNode.parentElement?.matches('noscript, kbd')) texts.push(walker.currentNode.textContent ?? '')
    }
    return [...texts, ...attributes].map((text) => text.trim()).filter(Boolean)
  })
}

/** The names of the preset categories: the ledger's, not the site's. */
async function names(page: Page): Promise<string[]> {
  await openForm(page)
  const select = page.getByLabel('Category', { exact: true })
  await select.waitFor()
  const options = await select.locator('option').allInnerTexts()
  await page.getByRole('dialog').getByText('Income', { exact: true }).click()
  const incomes = await page.getByLabel('Category').locator('option').allInnerTexts()
  await page.keyboard.press('Escape')
  return [...options, ...incomes].filter((name) => name !== 'No category')
}

async function currencies(page: Page): Promise<string[]> {
  const options = await page.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  return options.filter(Boolean)
}

if (chromiumPath()) words.run()
else leaveOut('the words of the site', 'there is no Chromium; scripts/test-setup installs it')
