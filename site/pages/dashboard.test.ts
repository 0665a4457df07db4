import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entry } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, inside, lost, placed, ready, shown } from '../../tests/browser/drawn.ts'
import { block, figures } from '../../tests/browser/figures.ts'
import { settle } from '../locale.ts'
import '../pictures/pictures.ts'
import '../steps/welcome.ts'
import { dashboard } from './dashboard.ts'

const overview = suite('the overview')
overview.before.each(() => settle('en-IE'))

overview('opens with what is left of the limit for everything', () => {
  const text = shown(dashboard(at(filled)))

  assert.match(text, '|November 2026|')
  assert.match(text, '9 days to go, today included')
  assert.match(text, '|Left until 30 November|€512|.36|')
  assert.match(text, '|A day, for 9 days|€56.92|')
  assert.match(text, '|Against pace|€180.97 ahead|')
  assert.match(text, '|In so far|+€3,360.00|Out so far|−€2,087.64|')
})

overview('without such a limit opens with what remains', () => {
  const text = shown(
    dashboard(at({ ...filled, figures: ready({ ...figures, currencies: [{ ...block, budgets: [] }] }) })),
  )

  assert.match(text, '|Remains so far|€1,272|.36|October 2026|+€378.90|Usual|+€440.00|')
  assert.not.match(text, 'Worth a look')
})

overview('keeps the figure that it opens with in one line, however long it is', () => {
  const heroOf = (net: string) => {
    const currencies = [{ ...block, net, budgets: [] }]
    return /class="(hero[^"]*)"/.exec(
      htmlOf(dashboard(at({ ...filled, figures: ready({ ...figures, currencies }) }))),
    )?.[1]
  }

  assert.match(heroOf('-1234567890.12') ?? '', 'long')
  assert.not.match(heroOf('-123456.12') ?? 'long', 'long')
})

overview('says which limits need a look, with the entries behind them', () => {
  const text = shown(dashboard(at(filled)))

  assert.match(text, '|Worth a look|2 limits|')
  assert.match(text, '|Food is over its limit.|€6.30 over|Why|')
})

overview('adds spending up by category, and leaves income out of it', () => {
  const text = shown(dashboard(at(filled)))

  assert.match(text, '|Home|1,921.34|92%|')
  assert.match(text, '|Food|166.30|8%|')
  assert.match(text, '|Spent|2,087.64|')
  assert.not.match(text, 'Salary')
})

overview('says in words where refunds leave no piece to draw, beside their table', () => {
  const byCategory = block.byCategory.map((one) => ({ ...one, amount: '-20.00', share: undefined, children: [] }))
  const back = { ...block, expense: '-40.00', byCategory }
  const html = htmlOf(dashboard(at({ ...filled, figures: ready({ ...figures, currencies: [back] }) })))
  const text = shown(dashboard(at({ ...filled, figures: ready({ ...figures, currencies: [back] }) })))

  assert.match(text, '|All that was spent came back.|')
  assert.match(text, '|Food|−20.00|')
  assert.not.match(html, 'class="donut"')
  assert.match(htmlOf(dashboard(at(filled))), 'class="donut"')
})

overview('draws the trend as a picture with one sentence, and its figures as a table', () => {
  const html = htmlOf(dashboard(at(filled)))

  assert.match(
    html,
    /<svg class="ch y"[^>]* role="img" aria-label="Income, expense and net of 2 periods\. The last is November 2026: income \+3,360\.00, expense −2,087\.64, net \+1,272\.36 EUR\."/,
  )
  assert.match(shown(dashboard(at(filled))), '|October 2026|+2,940.00|−3,342.91|−402.91|')
})

overview('lists the latest entries and the accounts, which are added in one currency only', () => {
  const text = shown(dashboard(at(filled)))

  assert.match(text, '|Mill Lane Bakery|Food · Bakery|−12.50|Fri')
  assert.match(text, '|Everyday|1,250.00|Together|1,250.00|')
  assert.match(text, '|€12,651.26|+€1,272.36 since 31 Oct|')
})

overview('waits in the shape of what comes, which nobody hears of', () => {
  const html = htmlOf(dashboard(at(inside)))

  assert.match(html, '<div class="sk" aria-hidden="true">')
  assert.match(html, '<h1 tabindex="-1">Overview</h1>')
})

overview('says in its place what cannot be had, and shows the rest', () => {
  const text = shown(dashboard(at({ ...filled, latest: { ...lost, value: { items: [entry] } } })))

  assert.match(text, '|Outlay cannot be reached. What you typed is still here.|Try again|')
  assert.match(text, '|Left until 30 November|')
  assert.match(text, '|Mill Lane Bakery|')
})

overview('offers to try again only where that may help', () => {
  const problem = { kind: 'refused', code: 'not-in-sample', errors: [], retryAfterS: 0 } as const
  const page = (retryAfterS: number) =>
    shown(dashboard(at({ ...filled, figures: { kind: 'failed', problem: { ...problem, retryAfterS } } })))

  assert.not.match(page(0), 'Try again')
  assert.match(page(60), '|Try again|')
})

overview('invites to the first entry where there is none', () => {
  const noLimit = ready({ ...figures, currencies: [{ ...block, budgets: [] }] })
  const text = shown(dashboard(at({ ...filled, figures: noLimit, latest: ready({ items: [] }) })))

  assert.match(text, '|Welcome, Asha|')
  assert.match(text, '|Set a limit|One number for each period.')
  assert.match(
    text,
    '|Your first entry draws the first bar.|Type it as you would say it: 12.50 lunch|Add your first entry|',
  )
  assert.not.match(text, '|Latest|')
})

overview('offers the currencies where there are several, and shows the asked one', () => {
  const yen = { ...block, currency: 'JPY', income: '0', expense: '2100', net: '-2100', budgets: [], trend: [] }
  const two = { ...figures, currencies: [...figures.currencies, yen] }
  const text = shown(dashboard(at({ ...filled, ...placed('/', 'currency=JPY'), figures: ready(two) })))

  assert.match(text, '|EUR|JPY|')
  assert.match(text, '|Remains so far|−¥2,100|')
})

overview.run()
