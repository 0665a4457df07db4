import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { logIn, workerActive } from '../tests/browser/browser.ts'
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
const asha = { name: 'Asha', email: 'asha@example.org', password: 'correct horse battery' }

if (process.argv.includes('--help')) process.stdout.write(usage)
else await measureAll().catch(complain)

async function measureAll(): Promise<void> {
  const chromePath = chromiumPath()
  if (!chromePath) throw sentence('There is no Chromium; scripts/test-setup installs it on Debian.')
  ensure({ dev: false, folder: 'scripts/lighthouse' })
  const host = await siteHost()
  try {
    const landing = await measured(`${host.url}/`, chromePath)
    const door = await measured(`${host.url}/login`, chromePath)
    await program(['scripts/run.mjs', 'seed', host.url], {})
    const overview = await measured(`${host.url}/`, chromePath, (page) =>
      logIn(page, host.url, asha).then(() => forget(page)),
    )
    const again = await measured(`${host.url}/`, chromePath, (page) =>
      logIn(page, host.url, asha).then(() => workerActive(page)),
    )
    print([
      ['landing', landing],
      ['log-in', door],
      ['overview', overview],
      ['overview, again', again],
    ])
  } finally {
    await host.close()
  }
}

/** The middle of several visits, each with what a browser has kept of `before`, or nothing. */
async function measured(url: string, chromePath: string, before?: (page: Page) => Promise<void>): Promise<Run> {
  const runs: Run[] = []
  for (let visits = 0; visits < 2 * times && runs.length < times; visits += 1) {
    const run = await one(url, chromePath, before)
    if (run) runs.push(run)
  }
  if (runs.length < times) throw sentence(`Of ${2 * times} visits Lighthouse could follow only ${runs.length}.`)
  return middle(runs)
}

async function one(url: string, chromePath: string, before?: (page: Page) => Promise<void>): Promise<Run | undefined> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'outlay-lighthouse-'))
  try {
    if (before) await visited(userDataDir, chromePath, before)
    return await lighthouse(url, { chromePath, userDataDir })
  } finally {
    // the browser may still be writing there while it ends
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 10 })
  }
}

async function visited(folder: string, executablePath: string, what: (page: Page) => Promise<void>): Promise<void> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, locale: 'en-IE' })
  const [page = await context.newPage()] = context.pages()
  await what(page)
  await page.goto('about:blank')
  await context.close()
}

/** From here on it is as the first time: nothing is kept but who is logged in. */
async function forget(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  const storageTypes = 'service_workers,cache_storage,indexeddb'
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes })
}

function print(pages: readonly (readonly [name: string, run: Run])[]): void {
  const lines = [...table(pages), ...pages.flatMap(([name, run]) => shortOf(name, run))]
  process.stdout.write(`${lines.join('\n')}\n`)
  const isWhole = pages.every(([, run]) => categories.every((name) => run.scores[name] === 100))
  if (!isWhole) process.exitCode = 1
}
