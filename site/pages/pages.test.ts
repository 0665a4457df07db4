import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, deskWith, entry, ids, user } from '../../tests/browser/desk.ts'
import { block, everything, figures, forFood } from '../../tests/browser/figures.ts'
import { app, offer } from '../app.ts'
import { entryDialog } from '../forms/entry-form.ts'
import type { At } from '../forms/form.ts'
import { limitDialog } from '../forms/limit-form.ts'
import { settle } from '../locale.ts'
import type { Loaded } from '../state/loaded.ts'
import type { State } from '../state/state.ts'
import { budgets } from './budgets.ts'
import { dashboard } from './dashboard.ts'
import { entries } from './entries.ts'
import './landing.ts'
import { outside } from './outside.ts'
import { settings } from './settings.ts'

const ready = <T>(value: T): Loaded<T> => ({ kind: 'ready', value })
const lost = { kind: 'failed', problem: { kind: 'offline' } } as const
const placed = (path: string, query = '') => ({ place: { path, query: new URLSearchParams(query) } })
const inside = { session: { kind: 'in', user } } as const
const filled = { ...inside, book: ready(book), figures: ready(figures), latest: ready({ items: [entry] }) }

function at(change: Partial<State>): At {
  const { desk } = deskWith(() => [200, {}], change)
  return { state: desk.state.get(), desk }
}

/** What a page comes to, without what it is made of: tags as bars, so that texts stay apart. */
function shown(page: unknown): string {
  const text = htmlOf(page).replace(/<[^>]*>/g, '|')
  return text.replace(/\|[|\s]*/g, '|').replace(/&#?\w+;/g, ' ')
}

function htmlOf(page: unknown): string {
  return ([page].flat(9) as VNode[]).map((node) => (node ? render(node) : '')).join('')
}

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

overview('says which limits need a look, with the entries behind them', () => {
  const html = htmlOf(dashboard(at(filled)))

  assert.match(shown(dashboard(at(filled))), '|Worth a look|2 limits|')
  assert.match(shown(dashboard(at(filled))), '|Food is over its limit.|€6.30 over|')
  assert.match(html, `href="./entries?category=${ids.food}&amp;from=2026-11-01&amp;to=2026-11-30"`)
})

overview('adds spending up by category, and leaves income out of it', () => {
  const text = shown(dashboard(at(filled)))

  assert.match(text, '|Home|1,921.34|92%|')
  assert.match(text, '|Spent|2,087.64|')
  assert.not.match(text, 'Salary')
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
  assert.match(text, '|Everyday|1,250.00|Tokyo|¥4,200|Together|1,250.00|')
})

overview('waits in the shape of what comes, which nobody hears of', () => {
  const html = htmlOf(dashboard(at(inside)))

  assert.match(html, '<div class="sk" aria-hidden="true">')
  assert.not.match(html, '<h1')
})

overview('says in its place what cannot be had, and shows the rest', () => {
  const text = shown(dashboard(at({ ...filled, latest: { ...lost, value: { items: [entry] } } })))

  assert.match(text, '|Outlay cannot be reached. What you typed is still here.|Try again|')
  assert.match(text, '|Left until 30 November|')
  assert.match(text, '|Mill Lane Bakery|')
})

overview('invites to the first entry where there is none', () => {
  const text = shown(dashboard(at({ ...filled, latest: ready({ items: [] }) })))

  assert.match(text, '|Your first entry draws the first bar.|Add your first entry|')
  assert.not.match(text, '|Latest|')
})

overview('offers the currencies where there are several, and shows the asked one', () => {
  const yen = { ...block, currency: 'JPY', income: '0', expense: '2100', net: '-2100', budgets: [], trend: [] }
  const two = { ...figures, currencies: [...figures.currencies, yen] }
  const text = shown(dashboard(at({ ...filled, ...placed('/', 'currency=JPY'), figures: ready(two) })))

  assert.match(text, '|EUR|JPY|')
  assert.match(text, '|Remains so far|−¥2,100|')
})

const lists = suite('the lists')
lists.before.each(() => settle('en-IE'))

lists('show entries by day with the sum of the day, but not of one that may go on', () => {
  const wage = { ...entry, id: ids.salary, kind: 'income' as const, amount: '100.00', payee: 'Tern & Partners' }
  const older = { ...entry, id: ids.home, day: '2026-11-19' }
  const page = entries(
    at({ ...filled, ...placed('/entries'), entries: ready({ items: [entry, wage, older], next: 'c' }) }),
  )

  assert.match(shown(page), /\|Fri,? 20 Nov\|\+87\.50\|/)
  assert.match(shown(page), /\|Thu,? 19 Nov\|Mill/)
  assert.match(shown(page), '|Show more|')
})

lists('show a transfer between its accounts, without a sign', () => {
  const transfer = { ...entry, kind: 'transfer' as const, toAccountId: ids.tokyo, payee: undefined }
  const page = entries(at({ ...filled, ...placed('/entries'), entries: ready({ items: [transfer] }) }))

  assert.match(shown(page), '|Transfer|Everyday to Tokyo|12.50|')
})

lists('name each filter, and let it go', () => {
  const query = `category=${ids.food}&text=tea&from=2026-11-01&to=2026-11-30`
  const html = htmlOf(entries(at({ ...filled, ...placed('/entries', query), entries: ready({ items: [] }) })))

  assert.match(html, 'aria-label="Without the filter Food"')
  assert.match(html, `href="./entries?from=2026-11-01&amp;to=2026-11-30&amp;category=${ids.food}"`)
  assert.match(html, 'No entry is like that.')
})

lists('show a limit as a bar, with a shape and words for where it stands', () => {
  const text = shown(budgets(at({ ...filled, limits: ready([everything, forFood]) })))

  assert.match(text, '|Left of €2,600.00 for everything|€512|.36|')
  assert.match(text, '|Food|6.30 over|166.30|of 160.00|')
})

lists('say what a limit is good for where there is none, with one thing to do', () => {
  const text = shown(budgets(at({ ...filled, limits: ready([{ ...forFood, archived: true }]) })))

  assert.match(text, '|No limits yet.|One for everything is what the overview counts down from.|New limit|')
})

const forms = suite('the forms')
forms.before.each(() => settle('en-IE'))

forms('begin a new entry as an expense of today, from the account of the latest', () => {
  const html = htmlOf(entryDialog(at(filled), { kind: 'entry', id: ids.food }))

  assert.match(html, /value="expense" checked|checked[^>]*value="expense"/)
  assert.match(html, 'value="2026-11-22"')
  assert.match(html, /<option value="[^"]*a" selected>Everyday/)
  assert.match(html, '<optgroup label="Food"><option value')
})

forms('ask for the other account and for what arrives there where money is moved', () => {
  const form = {
    ...at(filled).state.form,
    name: 'entry',
    values: { kind: 'transfer', accountId: ids.everyday, amount: '12,5' },
  }
  const text = shown(entryDialog(at({ ...filled, form }), { kind: 'entry', id: ids.food }))

  assert.match(text, '|From account|')
  assert.match(text, '|To account|Tokyo|')
  assert.match(text, '|Arriving, JPY|')
  assert.not.match(text, '|Category|')
  assert.match(text, '|Save €12.50|')
})

forms('show an entry as it is, and delete it', () => {
  const html = htmlOf(entryDialog(at(filled), { kind: 'entry', id: entry.id, entry }))

  assert.match(html, 'value="12.50"')
  assert.match(html, 'value="Mill Lane Bakery"')
  assert.match(html, new RegExp(`<option value="${ids.bakery}" selected>`))
  assert.match(html, '>Delete</button>')
})

forms('tie what is wrong to its field', () => {
  const form = { ...at(filled).state.form, name: 'entry', faults: { amount: 'Wrong.' } }
  const html = htmlOf(entryDialog(at({ ...filled, form }), { kind: 'entry', id: ids.food }))

  assert.match(html, /<input[^>]*aria-describedby="entry-amount-fault"[^>]*aria-invalid="true"/)
  assert.match(html, '<p class="s over" id="entry-amount-fault">Wrong.</p>')
})

forms('offer limits only for what has none', () => {
  const text = shown(
    limitDialog(at({ ...filled, limits: ready([everything, forFood]) }), { kind: 'limit', id: ids.food }),
  )

  assert.not.match(text, '|Everything|')
  assert.not.match(text, '|Food|')
  assert.match(text, '|Food · Bakery|')
})

forms('of the settings hold what is set', () => {
  const session = {
    id: ids.home,
    current: false,
    agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    createdAt: 0,
    lastSeenAt: 0,
    expiresAt: 0,
  }
  const page = settings(at({ ...filled, ...placed('/settings'), sessions: ready([session]) }))
  const html = htmlOf(page)

  assert.match(html, 'value="Asha"')
  assert.match(html, /<option value="Europe\/Berlin" selected/)
  assert.match(html, /<option value="month" selected/)
  assert.match(shown(page), '|Firefox, Windows|')
  assert.match(html, 'aria-label="Log out Firefox, Windows"')
  assert.match(shown(page), '|Delete my account|')
})

forms('tell the browser what they ask for', () => {
  const html = htmlOf(outside(at({ ...placed('/register'), session: { kind: 'out', ended: false } })))

  assert.match(html, /autocomplete="username"/)
  assert.match(html, /autocomplete="new-password"/)
  assert.match(html, '<option value="EUR"')
})

const doors = suite('the door')

doors('shows the promise to a stranger, and the log-in to whose session has ended', () => {
  const out = (ended: boolean, path = '/') => shown(app(at({ ...placed(path), session: { kind: 'out', ended } })))

  assert.match(out(false), '|Every outlay,|accounted for.|')
  assert.match(out(false), '|Look around with sample data|Open a ledger|')
  assert.match(out(true), '|Your session has ended. Log in to go on.|')
  assert.match(out(false, '/budgets'), '|Log in|Email|Password|')
})

doors('stands around every page, and says where one is', () => {
  offer({ '/': () => [] })
  const html = htmlOf(app(at({ ...filled, isOnline: false })))

  assert.match(html, /<a href="\.\/" aria-current="page">/)
  assert.match(html, /<main tabindex="-1">/)
  assert.match(html, 'role="status"')
  assert.match(shown(app(at({ ...filled, isOnline: false }))), '|Offline. ')
})

doors('opens again for somebody whom the network kept out', () => {
  const text = shown(app(at({ session: { kind: 'unreachable' } })))

  assert.match(text, '|Outlay cannot be reached. What you typed is still here.|Try again|')
})

doors('leads back from where there is no page', () => {
  assert.match(shown(app(at({ ...filled, ...placed('/nowhere') }))), '|There is no such page|Overview|')
})

overview.run()
lists.run()
forms.run()
doors.run()
