import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { logIn } from '../tests/browser/browser.ts'
import { siteHost } from '../tests/browser/site-host.ts'
import { chromiumPath } from '../tests/support/chromium.ts'
import { program } from './deploy/programs.ts'
import { complain, ensure, sentence } from './install.mjs'
import { lighthouse } from './lighthouse/lighthouse.ts'
import { categories, middle, type Run, shortOf, table } from './lighthouse/runs.ts'

const usage = `npm run lighthouse

Measures the landing page, the log-in and the overview of the sample household as Lighthouse does, on the phone that it
imitates, three times each, and prints the middle one: points of 100, seconds, and what is short of 100. The overview comes
twice: with nothing kept but the session, and as somebody finds it who has been there before. The machine should have
nothing else to do. Not part of npm test.
`
const times = 3

if (process.argv.includes('--help')) process.stdout.write(usage)
else await measureAll().catch(complain)

async function measureAll(): Promise<void> {
  const executablePath = chromiumPath()
  if (!executablePath) throw sentence('There is no Chromium; scripts/test-setup installs it on Debian.')
  ensure({ dev: false, folder: 'scripts/lighthouse' })
  const profile = mkdtempSync(join(tmpdir(), 'outlay-lighthouse-'))
  const host = await siteHost()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--remote-debugging-port=0']
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, locale: 'en-IE' })
  try {
    const port = Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0])
    const outside = { port }
    const landing = await measured(context, `${host.url}/`, outside)
    const door = await measured(context, `${host.url}/login`, outside)
    await program(['scripts/run.mjs', 'seed', host.url], {})
    const [page = await context.newPage()] = context.pages()
    await logIn(page, host.url, { name: 'Asha', email: 'asha@example.org', password: 'correct horse battery' })
    await page.goto('about:blank')
    const kept = { port, disableStorageReset: true }
    const overview = await measured(context, `${host.url}/`, kept)
    const again = await measured(context, `${host.url}/`, kept, async () => {})
    print([
      ['landing', landing],
      ['log-in', door],
      ['overview', overview],
      ['overview, again', again],
    ])
  } finally {
    await context.close()
    await host.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function measured(context: BrowserContext, url: string, flags: object, before = forget): Promise<Run> {
  const runs: Run[] = []
  for (let n = 0; n < times; n += 1) {
    await before(context, url)
    runs.push(await lighthouse(url, flags))
  }
  return middle(runs)
}

/** From here on it is as the first time: nothing is kept but who is logged in. */
async function forget(context: BrowserContext, url: string): Promise<void> {
  const [page = await context.newPage()] = context.pages()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  const storageTypes = 'service_workers,cache_storage,indexeddb'
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes })
  await devtools.detach()
}

function print(pages: readonly (readonly [name: string, run: Run])[]): void {
  const lines = [...table(pages), ...pages.flatMap(([name, run]) => shortOf(name, run))]
  process.stdout.write(`${lines.join('\n')}\n`)
  const isWhole = pages.every(([, run]) => categories.every((name) => run.scores[name] === 100))
  if (!isWhole) process.exitCode = 1
}
