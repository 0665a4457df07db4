import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, deskWith, entry, ids, user } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, inside, lost, placed, ready, shown } from '../../tests/browser/drawn.ts'
import { block, figures, statementOn } from '../../tests/browser/figures.ts'
import { figure, minorOf, wireOf } from '../figures.ts'
import { settle } from '../locale.ts'
import { noForm, type State } from '../state/state.ts'
import { accounts } from './accounts.ts'
import { categories } from './categories.ts'
import { compare } from './compare.ts'
import { door } from './door.ts'
import { landing } from './landing.ts'
import { letter } from './letter.ts'
import { more } from './more.ts'
import { payees } from './payees.ts'
import { adjust, reconcile, remember } from './reconcile.ts'
import { trash } from './trash.ts'

const places = suite('the other pages')
places.before.each(() => settle('en-IE'))

places('of accounts: what is in each, until when it agrees with its bank, and all together', () => {
  const [everyday, tokyo] = book.accounts as [(typeof book.accounts)[0], (typeof book.accounts)[0]]
  const known = {
    ...book,
    accounts: [
      { ...everyday, reconciled: '2026-10-31' },
      { ...tokyo, archived: true },
    ],
  }
  const text = shown(accounts(at({ ...filled, book: ready(known) })))

  assert.match(text, '|Net worth|€1,250|.00|')
  assert.match(text, '|Everyday|Bank · Reconciled until Sat,')
  assert.match(text, '|Archived|Tokyo|Cash · Never reconciled')
  assert.match(text, '|¥4,200|')
})

places('of accounts: one thing to do where none is open', () => {
  const none = { ...book, accounts: book.accounts.map((one) => ({ ...one, archived: true })) }
  const page = accounts(at({ ...filled, book: ready(none) }))

  assert.match(shown(page), '|No account is open.|')
  assert.is(htmlOf(page).match(/class="b p"/g)?.length, 1)
})

const statement = (change: Partial<State> = {}, query = 'day=2026-10-31&balance=1237.50') =>
  reconcile(
    at({
      ...filled,
      ...placed('/accounts/reconcile', `account=${ids.everyday}&${query}`),
      reckoning: ready({ statement: statementOn('2026-10-31'), since: [entry], isCut: false }),
      ...change,
    }),
  )

places('of reconciling: first what the statement says', () => {
  const page = statement({}, '')

  assert.match(shown(page), '|Reconcile Everyday|')
  assert.match(htmlOf(page), 'value="2026-10-31"')
  assert.not.match(shown(page), '|Difference|')
})

places('of reconciling: an account that there is not, and the way to those that there are', () => {
  const none = reconcile(at({ ...filled, ...placed('/accounts/reconcile', 'account=x') }))

  assert.match(shown(none), '|Reconcile|Accounts|There is no such account.|')
  assert.match(htmlOf(none), '<h1 ')
})

places('of reconciling: then by how much it is out, and what may be done about it', () => {
  const text = shown(statement())

  assert.match(text, '|Difference|−12.50|The entries have €12.50 more than the statement.|')
  assert.match(text, '|Record the difference as an entry|')
  assert.not.match(text, '|Remember this statement|')
})

places('of reconciling: the difference becomes one entry, however often that is pressed', async () => {
  const { desk, asked } = deskWith(() => [201, entry], inside)
  const [account] = book.accounts as [(typeof book.accounts)[0]]
  const reckoning = { statement: statementOn('2026-10-31'), since: [], isCut: false }
  await Promise.all([adjust(desk, account, reckoning, '-12.50'), adjust(desk, account, reckoning, '-12.50')])
  await adjust(desk, account, { ...reckoning }, '-12.50')

  const put = asked.flatMap(({ line }) => /^PUT .*transactions\/(.*)/.exec(line)?.[1] ?? [])
  assert.is(put[0], put[1])
  assert.is.not(put[1], put[2])
})

places('of reconciling: what is ticked off counts at once, and what agrees can be remembered', () => {
  const forms = { reconcile: { ...noForm, name: 'reconcile', values: { open: entry.id } } }
  const text = shown(statement({ forms }, 'day=2026-10-31&balance=1262.50'))

  assert.match(text, '|Not on the statement|12.50|')
  assert.match(text, '|It agrees.|Remember this statement|')
})

places('of reconciling: who remembers a statement is led back, and who has gone elsewhere is left there', async () => {
  const [account] = book.accounts as [(typeof book.accounts)[0]]
  for (const isGone of [false, true]) {
    const { desk, gone } = deskWith(() => [200, { items: [] }], { ...filled, ...placed('/accounts/reconcile') })
    const done = remember(desk, book, account, '2026-10-31', '1237.50', [])
    if (isGone) desk.state.set(placed('/accounts/reconcile', `account=${ids.tokyo}`))
    await done

    assert.equal(gone, isGone ? [] : ['./accounts'])
  }
})

places('of reconciling: what was changed since an earlier statement is said', () => {
  const previous = { ...statementOn('2026-10-31'), previous: { day: '2026-09-30', balance: '900.00', off: '3.00' } }
  const text = shown(statement({ reckoning: ready({ statement: previous, since: [], isCut: false }) }))

  assert.match(text, 'were changed since that statement: it is out by €3.00.')
  assert.match(text, '|There is no entry on this account in that time.|')
})

places('of categories: two levels of each kind, and those put aside apart', () => {
  const text = shown(categories(at(filled)))

  assert.match(text, '|Expenses|Food|Bakery|Home|Pets|')
  assert.match(text, '|Income|Salary|')
  assert.match(text, '|Archived and merged|Cakes, read as Bakery|Undo the merge of Cakes|')
})

places('of payees: each with how it was filed last, an alias with its payee', () => {
  const [mill] = book.payees
  const items = [
    { id: ids.food, version: 1, name: 'Mill', mergedInto: mill?.id ?? '' },
    {
      ...(mill as NonNullable<typeof mill>),
      last: { kind: 'expense' as const, accountId: ids.everyday, categoryId: ids.bakery },
    },
  ]
  const text = shown(payees(at({ ...filled, ...placed('/payees'), payees: ready({ items, next: 'more' }) })))

  assert.match(text, '|Mill, read as Mill Lane Bakery|Undo the merge of Mill|')
  assert.match(text, '|Mill Lane Bakery|Last filed under: |Food · Bakery|')
  assert.match(text, '|Show more|')
})

places('of payees: nothing yet, and nothing found, are not the same', () => {
  const none = { ...filled, payees: ready({ items: [] }) }

  assert.match(shown(payees(at({ ...none, ...placed('/payees') }))), '|No payees yet.|')
  assert.match(
    shown(payees(at({ ...none, ...placed('/payees', 'text=x') }))),
    '|No payee begins like that.|Show all payees|',
  )
})

places('of two periods: side by side, each figure leading to its entries', () => {
  const others = ready({ ...figures, period: figures.previous, currencies: [{ ...block, income: '2940.00' }] })
  const page = compare(at({ ...filled, ...placed('/compare'), others }))

  assert.match(shown(page), '|November 2026|October 2026|Change|')
  assert.match(shown(page), '|Income|3,360.00|2,940.00|+420.00|')
  assert.match(htmlOf(page), `href="./entries?category=${ids.food}&amp;from=2026-10-01&amp;to=2026-10-31"`)
  assert.match(htmlOf(page), 'value="2026-11-01"')
})

places('of what was deleted: the way back, for each', () => {
  const page = trash(
    at({ ...filled, trash: ready([{ transaction: entry, deletedAt: Date.UTC(2026, 10, 21), deletedBy: user.id }]) }),
  )

  assert.match(shown(page), '|Mill Lane Bakery|')
  assert.match(htmlOf(page), 'aria-label="Restore Mill Lane Bakery"')
  assert.match(shown(trash(at({ ...filled, trash: ready([]) }))), '|The trash is empty.|')
})

places('of more: what the thumb has no room for', () => {
  assert.match(shown(more(at(filled))), '|Accounts|Categories|Payees|Settings|Trash|Log out|')
})

places('for who is not logged in: a promise with figures that add up, and the doors', () => {
  const text = shown(landing())
  assert.match(text, '|Look around with sample data|Open a ledger|')
  const spent = letter.parts.map(([, amount]) => amount)
  for (const one of spent) assert.match(text, `|${figure(one)}|`)
  const total = spent.reduce((sum, one) => sum + minorOf(one), 0n)
  assert.match(text, `|${figure(wireOf(total, 2))}|`)
  const out = at({ ...placed('/login'), session: { kind: 'out', ended: true } })
  assert.match(shown(door(out)), '|Your session has ended. Log in to go on.|')
})

for (const [name, draw, part] of [
  ['accounts', accounts, 'book'],
  ['categories', categories, 'book'],
  ['payees', payees, 'payees'],
  ['compare', compare, 'others'],
  ['trash', trash, 'trash'],
] as const) {
  places(`of ${name} wait in the shape of what comes, and say what failed beside what there is`, () => {
    assert.match(htmlOf(draw(at(inside))), 'class="sk"')
    assert.match(shown(draw(at({ ...filled, ...placed(`/${name}`), [part]: lost }))), 'Outlay cannot be reached.')
  })
}

places.run()
