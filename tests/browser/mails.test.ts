import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { htmlLetters } from '../../functions/adapters/letters/html-letters.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { Letter } from '../../functions/ports/letters.ts'
import { fixtures } from '../../scripts/samples/reports.ts'
import { assertFits, browser, closeBrowser } from './browser.ts'

const letters = htmlLetters()
const asha = { name: 'Asha', locale: 'en-IE' }
const links = {
  report: 'https://outlay.example/reports/1',
  limit: 'https://outlay.example/budgets',
  unsubscribe: 'https://outlay.example/unsubscribe#1',
  settings: 'https://outlay.example/settings',
}
const mails: { readonly [name: string]: () => Promise<Letter> } = {
  ...Object.fromEntries(
    Object.entries(fixtures).map(([name, make]) => {
      const report = make()
      return [name, () => letters.report(report, { name: 'Asha', locale: report.locale }, links)]
    }),
  ),
  verification: () => letters.verification(asha, 'https://outlay.example/verify#1', 30),
  reset: () => letters.reset(asha, 'https://outlay.example/reset#1', 30),
  'reset in German': () => letters.reset({ ...asha, locale: 'de-DE' }, 'https://outlay.example/reset#1', 30),
  alert: () => {
    const { budgets, period, entries } = (fixtures.dinars as NonNullable<typeof fixtures.dinars>)()
    const [budget] = budgets
    if (!budget) throw new Error('no budget')
    const on = '2026-03-22' as Day
    const alert = {
      ledger: { name: 'Household' },
      budget,
      threshold: 100 as const,
      period,
      on,
      latest: entries.slice(0, 5),
    }
    return letters.alert(alert, { name: 'Asha', locale: 'de-DE' }, links)
  },
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const shown = suite('mails in a window')
shown.after(closeBrowser)

for (const [name, write] of Object.entries(mails)) {
  shown(`${name}: fits a phone and a desk, and can be read in light and in dark`, async () => {
    const { html, pictures } = await write()
    const page = await (await browser()).newPage()
    try {
      const inline = pictures.reduce(
        (text, { name: cid, body }) =>
          text.replace(`cid:${cid}`, `data:image/png;base64,${Buffer.from(body).toString('base64')}`),
        html,
      )
      // with the pictures, and as a program shows it that asks before it shows any
      for (const content of [inline, html]) {
        for (const width of [360, 640]) {
          await page.setViewportSize({ width, height: 700 })
          await page.setContent(content)
          await assertFits(page, `${name} at ${width}`)
        }
      }
      await page.setContent(inline)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.evaluate(axe)
        assert.equal(await page.evaluate(violations), [], `${name}, ${colorScheme}`)
      }
    } finally {
      await page.close()
    }
  })
}

shown.run()

/** A mail has no landmarks: its program is the page. */
async function violations(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
  const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } }
  const found = await axe.run({ rules })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
  interface Violation {
    id: string
    nodes: { html: string }[]
  }
}
