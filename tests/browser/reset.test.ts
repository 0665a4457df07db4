import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import {
  assertAccessible,
  assertFits,
  closeBrowser,
  desktop,
  logIn,
  person,
  phone,
  register,
  somebody,
} from './browser.ts'
import { linkIn } from './link-in.ts'
import { siteHost } from './site-host.ts'

let host: Here

const resetting = suite('a forgotten password in a browser')
resetting.before(async () => {
  host = await siteHost()
})
resetting.after(async () => {
  await closeBrowser()
  await host.close()
})

const fresh = 'pear tree behind the wall'

resetting('is asked for, set by the link of the mail, and ends what was begun with the old one', async () => {
  const asha = person()
  const laptop = await somebody()
  await register(laptop.page, host.url, asha)

  const { page, faults, close } = await somebody({ viewport: phone })
  await page.goto(`${host.url}/login`)
  await page.getByLabel('Email').fill(asha.email)
  await page.getByLabel('Password').fill('cherry tree')
  await page.keyboard.press('Enter')
  await page.getByText('Email and password do not belong together.').waitFor()
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  await looked(page, 'asking for a link')
  // what was typed at the door need not be typed again
  assert.is(await page.getByLabel('Email').inputValue(), asha.email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await page
    .getByText(`If somebody has an account with ${asha.email}, a mail is on its way there.`, { exact: false })
    .waitFor()
  assert.is(await focused(page), 'Look into your mail')
  await looked(page, 'a link is on its way')

  const link = await linkIn(host, asha.email, 'reset')
  await page.goto(link)
  await page.getByLabel('New password').waitFor()
  assert.not.match(page.url(), '#')
  await looked(page, 'a new password')
  await page.getByLabel('New password').fill('short')
  await page.keyboard.press('Enter')
  await page.getByText('Too easy to guess', { exact: false }).waitFor()
  await looked(page, 'a password that is too easy')
  await page.getByLabel('New password').fill(fresh)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your password is set' }).waitFor()
  assert.is(await focused(page), 'Your password is set')
  await looked(page, 'a password that is set')

  // the old one is none any more
  await page.getByRole('link', { name: 'Log in' }).last().click()
  await page.getByLabel('Email').fill(asha.email)
  await page.getByLabel('Password').fill(asha.password)
  await page.keyboard.press('Enter')
  await page.getByText('Email and password do not belong together.').waitFor()
  await page.getByLabel('Password').fill(fresh)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  // the mail was read: nothing reminds of the address
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()
  assert.is(await page.getByText('the link that we sent to').count(), 0)

  // and whoever was logged in with it is out
  await laptop.page.reload()
  await laptop.page.getByLabel('Password').waitFor()
  await laptop.close()

  assert.equal(refusals(faults), { other: [], statuses: ['422'] })
  await close()
})

resetting('is set once by a link; one that is spent says so, and leads to another', async () => {
  const asha = person()
  const { page, faults, close } = await somebody()
  await register(page, host.url, asha)
  // somebody who is logged in may have forgotten it, too
  await page.goto(`${host.url}/reset`)
  await page.getByLabel('Email').fill(asha.email)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ask once more' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  assert.is(await page.getByLabel('Email').inputValue(), asha.email)
  const link = await linkIn(host, asha.email, 'reset')
  await page.goto(link)
  await page.getByLabel('New password').fill(fresh)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your password is set' }).waitFor()
  await page.getByRole('link', { name: 'Log in' }).last().waitFor()

  const stranger = await somebody({ viewport: phone })
  await stranger.page.goto(link)
  await stranger.page.getByLabel('New password').fill('another tree by the gate')
  await stranger.page.keyboard.press('Enter')
  await stranger.page.getByText('This link was used already', { exact: false }).waitFor()
  await looked(stranger.page, 'a link that is spent')
  await stranger.page.getByRole('button', { name: 'Ask for a new link' }).click()
  await stranger.page.getByRole('button', { name: 'Send me a link' }).waitFor()
  assert.is(await focused(stranger.page), 'Forgot your password?')
  assert.equal(refusals(stranger.faults), { other: [], statuses: ['410'] })
  await stranger.close()

  await logIn(page, host.url, { ...asha, password: fresh })
  assert.equal(refusals(faults), { other: [], statuses: [] })
  await close()
})

resetting('takes no secret of another mail, and gives its own to no other page', async () => {
  const asha = person()
  const { page, close } = await somebody()
  await register(page, host.url, asha)
  await page.goto(await linkIn(host, asha.email, 'verify'))
  await page.getByText('Your address is confirmed.').waitFor()
  await page.getByRole('link', { name: 'Go to Outlay' }).click()
  await page.getByRole('button', { name: 'Add your first entry' }).waitFor()
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: './reset', textContent: 'to there' })
    document.body.append(link)
    link.click()
  })

  await page.getByRole('button', { name: 'Send me a link' }).waitFor()
  assert.is(await page.getByLabel('New password').count(), 0)
  await close()
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

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
function refusals(faults: readonly string[]) {
  const status = (fault: string) => /status of (\d+)/.exec(fault)?.[1]
  return { other: faults.filter((fault) => !status(fault)), statuses: faults.flatMap((fault) => status(fault) ?? []) }
}

if (chromiumPath()) resetting.run()
else leaveOut('a forgotten password in a browser', 'there is no Chromium; scripts/test-setup installs it')
