import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chromiumPath } from '../support/chromium.ts'
import type { Here } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { closeBrowser } from './browser.ts'
import { type Difference, differing } from './differing.ts'
import { accepted, picture, posing, takePictures } from './sample-pictures.ts'
import { siteHost } from './site-host.ts'

/** What browsers of several versions may differ by; docs/decisions/0073 has the figures that this is taken from. */
const tolerance: Difference = { all: 2, somewhere: 12 }
const isFar = ({ all, somewhere }: Difference) => all > tolerance.all || somewhere > tolerance.somewhere

/** Where the pictures go that look different. */
const folder = join('dist', 'pictures')

let host: Here

const pictures = suite('pictures of the sample')
pictures.before(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  host = await siteHost()
})
pictures.after(async () => {
  await closeBrowser()
  await host.close()
})

pictures('look like those that were accepted', async () => {
  const { page, close } = await posing()
  const now = await takePictures(host.url)
  assert.equal(now.map(({ name }) => name).sort(), readdirSync(accepted).sort())
  const far: string[] = []
  for (const { name, png } of now) {
    const difference = await differing(page, readFileSync(join(accepted, name)), png)
    if (difference && !isFar(difference)) continue
    writeFileSync(join(folder, name), png)
    far.push(`${name}: ${difference ? JSON.stringify(difference) : 'of another size'}`)
  }
  await close()

  // look at both; `npm run pictures` accepts the new ones
  assert.equal(far, [], `${accepted} and ${folder} differ`)
})

pictures('show what somebody would see', async () => {
  const { page, close } = await posing()
  await page.goto(`${host.url}/?sample=1`)
  const before = await picture(page, 1440)
  for (const [what, selector, property, value] of [
    ['a figure that is gone', '.hero', 'visibility', 'hidden'],
    ['a column that has slipped', '.nav', 'translate', '24px'],
    ['a button in another colour', '.nav .add button', 'background', 'seagreen'],
    ['another tint of everything', 'html', 'filter', 'sepia(0.2)'],
  ] as const) {
    const styled = page.locator(selector).first()
    await styled.evaluate((it, { property, value }) => (it as HTMLElement).style.setProperty(property, value), {
      property,
      value,
    })
    const difference = await differing(page, before, await picture(page, 1440))
    await styled.evaluate((it, name) => (it as HTMLElement).style.removeProperty(name), property)
    assert.ok(difference && isFar(difference), `${what}: ${JSON.stringify(difference)}`)
  }
  await close()
})

if (chromiumPath()) pictures.run()
else leaveOut('pictures of the sample', 'there is no Chromium; scripts/test-setup installs it')
