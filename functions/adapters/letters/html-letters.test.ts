import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fixtures, nasty } from '../../../scripts/samples/reports.ts'
import { attributes, dataRows, unescaped } from '../../../tests/support/mail-html.ts'
import type { Day } from '../../domain/day.ts'
import { fromStore } from '../../domain/money.ts'
import type { Report } from '../../domain/report.ts'
import type { AlertLinks, Letter, LimitAlert, ReportLinks } from '../../ports/letters.ts'
import { htmlLetters } from './html-letters.ts'

const links: ReportLinks = {
  report: 'https://outlay.example/reports/0192f1a0-7c00-7000-8000-00000000c0de?a=1&b=2',
  unsubscribe: 'https://outlay.example/unsubscribe#secret',
  settings: 'https://outlay.example/settings',
}
const alertLinks: AlertLinks = { limit: 'https://outlay.example/budgets', settings: links.settings }
const verifyLink = 'https://outlay.example/verify#c2VjcmV0'
const resetLink = 'https://outlay.example/reset#c2VjcmV0'
const asha = { name: 'Asha', locale: 'en-IE' }
const letters = htmlLetters()

const reports = Object.fromEntries(Object.entries(fixtures).map(([name, make]) => [name, make()]))
const written = new Map<string, Promise<Letter>>()
const letterOf = (name: string): Promise<Letter> => {
  const report = reports[name]
  if (!report) throw new Error(`There is no report ${name}.`)
  const letter = written.get(name) ?? letters.report(report, { name: 'Asha', locale: report.locale }, links)
  written.set(name, letter)
  return letter
}
const alertOf = (more: Partial<LimitAlert> = {}): LimitAlert => {
  const { budgets, period, entries } = reports.monthly as Report
  const [budget] = budgets
  if (!budget) throw new Error('no budget')
  return {
    ledger: { name: 'Household' },
    budget,
    threshold: 80,
    period,
    on: '2026-03-22' as Day,
    latest: entries.slice(0, 3),
    ...more,
  }
}
const plain = (text: string) => text.replace(/[\s\u2060]+/g, ' ')

/** All mails of the product, with whatever people write into them. */
const all: { readonly [name: string]: () => Promise<Letter> } = {
  ...Object.fromEntries(Object.keys(fixtures).map((name) => [name, () => letterOf(name)])),
  verification: () => letters.verification(asha, verifyLink, 30),
  'verification of anybody': () => letters.verification({ name: nasty.join(' '), locale: 'de' }, verifyLink, 30),
  reset: () => letters.reset(asha, resetLink, 30),
  'reset of anybody': () => letters.reset({ name: nasty.join(' '), locale: 'de' }, resetLink, 30),
  alert: () => letters.alert(alertOf(), asha, alertLinks),
  'alert with anything': () => {
    const { budgets, entries } = reports.hostile as Report
    const [budget] = budgets
    if (!budget) throw new Error('no budget')
    return letters.alert(alertOf({ ledger: { name: nasty.join('') }, budget, latest: entries }), asha, alertLinks)
  },
}

const every = suite('every mail')

for (const [name, write] of Object.entries(all)) {
  every(`${name}: is small, and asks nobody for anything`, async () => {
    const { html, pictures } = await write()

    assert.ok(Buffer.byteLength(html) < 100 * 1024, `${Buffer.byteLength(html)} bytes`)
    assert.not.match(html, /<(script|link|iframe|object|form|svg|base|meta http)/i)
    assert.not.match(html, /\son\w+="|url\(|@import|javascript:[^a]/i)
    assert.equal(attributes(html, 'src').toSorted(), pictures.map((picture) => `cid:${picture.name}`).toSorted())
    for (const { type, body, inline } of pictures) {
      assert.equal([type, inline], ['image/png', true])
      assert.equal([...body.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47])
    }
  })

  every(`${name}: leads only where it was told to`, async () => {
    const { html, text } = await write()
    const known = [...Object.values(links), ...Object.values(alertLinks), verifyLink, resetLink]

    for (const href of attributes(html, 'href')) assert.ok(known.includes(href.replaceAll('&amp;', '&')), href)
    for (const href of attributes(html, 'href')) assert.ok(text.includes(href.replaceAll('&amp;', '&')), href)
  })

  every(`${name}: says the same in text as in HTML`, async () => {
    const { html, text } = await write()
    const rows = dataRows(html)
    const said = plain(text)

    for (const row of rows) assert.ok(said.includes(plain(row.filter(Boolean).join(' '))), row.join(' | '))
    const body = plain(unescaped(html.slice(html.indexOf('<h1'))))
    for (const figure of new Set(said.replace(/https?:\S+/g, '').match(/\d[\d.,'’]*\d/g))) {
      const alternatives = attributes(html, 'alt').join(' ')
      assert.ok(body.includes(figure) || plain(alternatives).includes(figure), figure)
    }
  })

  every(`${name}: has a subject of one line, and no word that is none`, async () => {
    const { subject, html, text } = await write()

    assert.ok(subject.length > 5 && subject.length < 400)
    assert.equal(subject.match(/\p{Cc}/gu), null)
    for (const part of [subject, html, text]) {
      assert.not.match(part, /undefined|NaN|\[object/)
      assert.equal(part.match(/(?![\n])\p{Cc}|[\u202a-\u202e]|\p{Cs}/gu), null)
    }
  })
}

const reportMails = suite('the mail of a report')

reportMails('shows the figures of the dashboard', async () => {
  const { html, subject } = await letterOf('monthly')
  const body = unescaped(html)
  const rows = dataRows(html)

  for (const figure of ['€2,619.62', '€3,024.50', '€404.88', '13.4%']) assert.ok(body.includes(figure), figure)
  assert.ok(rows.some((row) => row.join() === 'Total,2,619.62,100%'))
  assert.is(subject, 'March 2026: €2,619.62 spent, 10% more than in February')
})

reportMails('speaks the reader’s language, and tells programs so', async () => {
  const { html, text } = await letterOf('monthly-german')

  assert.match(html, /<html lang="de-DE"/)
  assert.ok(text.includes('Wohin es ging') && !/\b(Spent|Where|Limits left|Open)\b/.test(text))
})

reportMails('has a block for each currency', async () => {
  const rows = dataRows((await letterOf('two-currencies')).html)
  assert.ok(rows.some((row) => row.join() === 'Total,2,619.62,100%'))
  assert.ok(rows.some((row) => row.join() === 'Total,251.60,100%'))
})

reportMails('of an empty period is short, and has no picture', async () => {
  const { html, text, pictures } = await letterOf('empty-week')

  assert.equal(pictures, [])
  assert.equal(dataRows(html), [])
  assert.ok(text.includes('Nothing was recorded from 23 to 29 March.'))
})

reportMails('tells with pictures off what they show', async () => {
  const [months, ring] = attributes((await letterOf('monthly')).html, 'alt')

  assert.match(months ?? '', /March 2026 3,024\.50 and 2,619\.62/)
  assert.is(ring, 'Home is 44% of it.')
})

reportMails('offers to stop only what can be stopped', async () => {
  const { unsubscribe: _, ...fewer } = links
  const { text } = await letters.report(reports.monthly as Report, asha, fewer)

  assert.ok(
    (await letterOf('monthly')).text.includes('Stop the monthly report:\nhttps://outlay.example/unsubscribe#secret'),
  )
  assert.not(text.includes('Stop the'))
  assert.not((await letterOf('custom')).text.includes('abbestellen'))
})

const resets = suite('the mail with a link to a new password')

resets('says what the link does, how long it is good, and what to do if one has not asked', async () => {
  const { subject, text } = await letters.reset(asha, resetLink, 30)

  assert.is(subject, 'Set a new password for Outlay')
  assert.ok(text.includes(`Set a new password:\n${resetLink}`))
  assert.ok(text.includes('The link works once, for 30 minutes.'))
  assert.ok(text.includes('If it was not you, do nothing: your password stays as it is.'))
})

resets('is German for who reads German', async () => {
  const { subject, html, text } = await letters.reset({ name: 'Asha', locale: 'de-AT' }, resetLink, 30)

  assert.is(subject, 'Neues Passwort für Outlay setzen')
  assert.match(html, /<html lang="de-AT"/)
  assert.ok(text.includes('Der Link gilt einmal und 30 Minuten lang.') && !/\b(password|link works)\b/.test(text))
})

const alerts = suite('the mail of a limit')

alerts('says how it stands and what is left for each day', async () => {
  const near = alertOf()
  const budget = { ...near.budget, amount: fromStore(20_000n), spent: fromStore(16_500n), pace: fromStore(14_194n) }
  const { subject, text } = await letters.alert({ ...near, budget, latest: [] }, asha, alertLinks)

  assert.is(subject, 'Groceries has passed 80%: €35.00 left')
  assert.ok(text.includes('€165.00 of €200.00 is spent, with 9 days to go until 31 March.'))
  assert.match(plain(text), /Left €35\.00 €3\.88 a day until 31 March Against pace €23\.06 ahead/)
})

alerts('adds what was entered earlier, so that its rows are what was spent', async () => {
  const { html } = await letters.alert(alertOf(), asha, alertLinks)
  const amounts = dataRows(html)
    .slice(1)
    .map((row) => Number((row.at(-1) ?? '').replaceAll(',', '').replace('−', '-')))
  const total = amounts.pop() ?? Number.NaN

  assert.is(Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100), Math.round(total * 100))
})

alerts('does not say that something is left when nothing is', async () => {
  const { budget } = alertOf()
  const reached = { ...budget, spent: budget.amount }
  const over = { ...budget, spent: fromStore(budget.amount + 100n) }

  assert.is(
    (await letters.alert(alertOf({ budget: reached, threshold: 100 }), asha, alertLinks)).subject,
    'Groceries has reached its limit',
  )
  assert.is(
    (await letters.alert(alertOf({ budget: over, threshold: 100 }), asha, alertLinks)).subject,
    'Groceries is €1.00 over its limit',
  )
})

const templates = suite('the templates of mails')

templates('hold markup and no words', () => {
  const files = readdirSync('functions/adapters/letters').filter((name) => /^(letter-html|html-\w+)\.ts$/.test(name))
  const found = files.flatMap((name) => {
    const code = readFileSync(`functions/adapters/letters/${name}`, 'utf8')
    const markup = code.replace(/\$\{[^{}]*\}/g, '').match(/>[^<>`$]*\p{L}{3,}[^<>`$]*</gu) ?? []
    return markup.filter((words) => !/[=(){};&]/.test(words)).map((words) => `${name}: ${words}`)
  })
  assert.equal(found, [])
})

for (const one of [every, reportMails, resets, alerts, templates]) one.run()
