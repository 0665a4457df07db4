import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeBrowser } from '../tests/browser/browser.ts'
import { settled } from '../tests/browser/pages.ts'
import { accepted, posing, takePictures } from '../tests/browser/sample-pictures.ts'
import { siteHost } from '../tests/browser/site-host.ts'
import { chromiumPath } from '../tests/support/chromium.ts'
import { complain, sentence } from './install.mjs'

const usage = `npm run pictures

Takes the pictures of the sample household anew: docs/dashboard.png, which the README shows, and those in
tests/browser/pictures that \`npm test -- browser/pictures\` compares the pages with. Look at what git says has changed.
`

if (process.argv.includes('--help')) process.stdout.write(usage)
else await take().catch(complain)

async function take(): Promise<void> {
  if (!chromiumPath()) throw sentence('There is no Chromium; scripts/test-setup installs it on Debian.')
  const host = await siteHost()
  try {
    const pictures = await takePictures(host.url)
    rmSync(accepted, { recursive: true, force: true })
    mkdirSync(accepted, { recursive: true })
    for (const { name, png } of pictures) writeFileSync(join(accepted, name), png)
    writeFileSync(join('docs', 'dashboard.png'), await dashboard(host.url))
    process.stdout.write(`Took docs/dashboard.png and ${pictures.length} pictures in ${accepted}.\n`)
  } finally {
    await closeBrowser()
    await host.close()
  }
}

/** The whole overview as its owner sees it: without the words that the sample has above it. */
async function dashboard(url: string): Promise<Buffer> {
  const { page } = await posing(1)
  await page.goto(`${url}/?sample=1`)
  await settled(page)
  await page.locator('.banner').evaluate((banner) => banner.remove())
  // the rail is as high as the window
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: 1440, height })
  return page.screenshot({ animations: 'disabled' })
}
