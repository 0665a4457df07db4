import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freePort } from '../clone/program.ts'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { addEntry, browser, closeBrowser, goTo, person, register, somebody } from './browser.ts'
import { canFront, type Front, openFront } from './front.ts'
import { siteHost } from './site-host.ts'

let front: Front
const hosts: Here[] = []

const origins = suite('page and API are one origin')
origins.before(async () => {
  front = await openFront()
  // what a context says of certificates is not asked for a service worker's script
  await browser(['--ignore-certificate-errors'])
})
origins.after(async () => {
  await closeBrowser()
  front.close()
  for (const host of hosts) await host.close()
})

interface Cookie {
  readonly name: string
  readonly path: string
  readonly secure: boolean
}

/** Registers, records, reloads deep in the page and comes back; all from one address, and with this cookie. */
async function lives(url: string, cookie: Cookie): Promise<void> {
  const { page, faults, close } = await somebody({ ignoreHTTPSErrors: true })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  await register(page, url, person())
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  await goTo(page, 'Entries')
  assert.is(page.url(), `${url}/entries`)
  await page.reload()
  await page.getByRole('row', { name: /Mill Lane Bakery/ }).waitFor()
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))

  const [kept, ...others] = await page.context().cookies()
  assert.equal([kept?.name, kept?.path, kept?.secure], [cookie.name, cookie.path, cookie.secure])
  assert.equal([kept?.httpOnly, kept?.sameSite, others], [true, 'Strict', []])
  const outside = (one: string) => !one.startsWith('data:') && !`${one}/`.startsWith(`${url}/`)
  assert.equal([...asked, ...links].filter(outside), [])
  assert.equal(faults, [])
  await close()
}

/** Outlay behind the front, below this path of an address that people know. */
async function behind(path: string, url: string): Promise<void> {
  const port = await freePort()
  hosts.push(await siteHost({ PORT: String(port), PUBLIC_URL: url }))
  front.lead(path, port)
}

origins('on a host of one’s own', async () => {
  const url = `https://outlay.localhost:${front.port}`
  await behind('', url)
  await lives(url, { name: '__Host-outlay', path: '/', secure: true })
})

origins('below a path of a gateway that many share', async () => {
  const path = '/api/v1/web/guest/outlay'
  const url = `https://gateway.localhost:${front.port}${path}`
  await behind(path, url)
  await lives(url, { name: '__Secure-outlay', path: `${path}/v1/sessions`, secure: true })
})

origins('on this machine alone', async () => {
  const host = await siteHost()
  hosts.push(host)
  await lives(host.url, { name: 'outlay', path: '/', secure: false })
})

if (!chromiumPath()) leaveOut('one origin', 'there is no Chromium; scripts/test-setup installs it')
else if (!canFront()) leaveOut('one origin by https', 'there is no openssl')
else origins.run()
