import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { addEntry, closeBrowser, goTo, person, register, somebody } from './browser.ts'
import { pages, settled } from './pages.ts'
import { siteHost } from './site-host.ts'

let host: Here

const privacy = suite('what a browser is asked to do')
privacy.before(async () => {
  host = await siteHost()
})
privacy.after(async () => {
  await closeBrowser()
  await host.close()
})

privacy('is to ask nobody else, and to keep no cookie but that of the session', async () => {
  const outside = await wayOut()
  const { page, faults, close } = await somebody({ proxy: outside.proxy })
  const context = page.context()
  const origins = new Set<string>()
  // those of the service worker are among them
  context.on('request', (request) => origins.add(new URL(request.url()).origin))
  const cookies = async () => (await context.cookies()).map(({ name }) => name)

  await page.goto(`${host.url}/`)
  await page.getByRole('link', { name: 'Look around with sample data' }).click()
  await page.getByRole('heading', { name: 'Latest' }).waitFor()
  assert.equal(await cookies(), [])

  await register(page, host.url, person())
  await addEntry(page, { amount: '12.50', payee: 'Mill Lane Bakery' })
  for (const [, path, there] of pages) {
    await page.goto(host.url + path)
    await page.locator(there).first().waitFor()
    await settled(page)
  }
  const kept = (await context.cookies()).map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))
  assert.equal(kept, [{ name: 'outlay', httpOnly: true, sameSite: 'Strict' }])

  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'detached' })
  assert.equal(await cookies(), [])
  assert.equal([...origins], [new URL(host.url).origin])
  assert.equal(outside.asked, [])
  assert.equal(faults, [])
  await close()
  await outside.close()
})

privacy('is to fetch the files of the inside only where somebody is logged in, and there at once', async () => {
  const { page, close } = await somebody()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const inert = page.locator('link[rel=later]')

  await page.goto(`${host.url}/`)
  await page.getByRole('link', { name: 'Look around with sample data' }).waitFor()
  assert.ok((await inert.count()) > 0)
  assert.equal(asked.filter(isInside), [])
  // what a stranger sees at the front door comes with the page, and is nothing to who is inside
  const front = page.locator('link[rel=landing]')
  assert.is(await front.count(), 0)

  await register(page, host.url, person())
  await page.goto(`${host.url}/`)
  await inert.first().waitFor({ state: 'detached' })
  assert.ok(asked.some(isInside))
  assert.ok((await front.count()) > 0)
  await close()
})

privacy('is refused where a script would ask somebody else after all', async () => {
  const outside = await wayOut()
  const { page, faults, close } = await somebody({ proxy: outside.proxy })
  // no page of ours: it may ask whom it likes, and so the way out is one
  await page.setContent('<img src="http://elsewhere.example.org/seen.png" alt="">', { waitUntil: 'load' })
  assert.equal(outside.asked.splice(0), ['http://elsewhere.example.org/seen.png'])

  await page.goto(`${host.url}/`)
  await page.locator('h1').waitFor()
  faults.length = 0
  await page.evaluate(async () => {
    const elsewhere = 'http://elsewhere.example.org/'
    await fetch(elsewhere).catch(() => {})
    navigator.sendBeacon(elsewhere, 'figures')
    const image = new Image()
    const isOver = new Promise((over) => image.addEventListener('error', over))
    image.src = elsewhere
    await isOver
  })
  assert.equal(outside.asked, [])
  assert.ok(faults.filter((fault) => /^policy: (connect|img)-src/.test(fault)).length >= 3, String(faults))
  await close()
  await outside.close()
})

privacy('is to make no markup and no program of text', async () => {
  const { page, close } = await somebody()
  await page.goto(`${host.url}/`)
  await page.locator('h1').waitFor()

  assert.match(await troubleOf(page, "document.body.innerHTML = '<b>x</b>'"), 'TrustedHTML')
  assert.match(await troubleOf(page, "document.createElement('script').text = 'x'"), 'TrustedScript')
  assert.match(await troubleOf(page, "document.createElement('script').src = 'x.js'"), 'TrustedScriptURL')
  assert.match(await troubleOf(page, "trustedTypes.createPolicy('another', {})"), 'disallowed')
  await close()
})

/** What the browser says to a line of script in the page, which has nothing but this text. */
function troubleOf(page: Page, line: string): Promise<string> {
  // as DevTools run it: the page itself may not make a program of text
  return page.evaluate(`(() => { try { ${line} } catch (cause) { return String(cause) } return 'done' })()`)
}

/** Whom Chromium itself asks, wherever it sees a form. */
const ofChromium = 'content-autofill.googleapis.com:443'

/** A proxy for whatever is not on this machine: it notes who was asked, and answers that nobody is there. */
async function wayOut() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(404).end()
  })
  server.on('connect', (request, socket) => {
    if (request.url !== ofChromium) asked.push(request.url ?? '')
    socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    asked,
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '127.0.0.1,localhost' },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

if (chromiumPath()) privacy.run()
else leaveOut('what a browser is asked to do', 'there is no Chromium; scripts/test-setup installs it')

function isInside(path: string): boolean {
  return path.startsWith('/assets/inside-')
}
