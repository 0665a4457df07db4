import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type FirstLedger, firstLedger, type Newcomer } from './first-ledger.ts'
import { fold } from './fold.ts'
import type { LedgerId, UserId } from './ids.ts'

const beginning = suite('the ledger that a person begins with')

const asha: Newcomer = {
  id: '01890000-0000-7000-8000-000000000001' as UserId,
  ledgerId: '01890000-0000-7000-8000-000000000002' as LedgerId,
  currency: 'JPY',
  locale: 'de-AT',
  timeZone: 'Pacific/Auckland',
}
const noonInLondon = Date.UTC(2026, 2, 15, 12)

const groupsOf = ({ categories }: FirstLedger) => categories.filter(({ parentId }) => parentId === undefined)

beginning('is made the same again, at any later time', () => {
  const { today: _, ...first } = firstLedger(asha, noonInLondon)
  const { today: __, ...later } = firstLedger(asha, noonInLondon + 86_400_000 * 9)

  assert.equal(later, first)
})

beginning('shares no id with the one of another person', () => {
  const other = firstLedger({ ...asha, ledgerId: '01890000-0000-7000-8000-000000000003' as LedgerId }, noonInLondon)
  const ids = [other, firstLedger(asha, noonInLondon)].flatMap(({ account, categories }) => [
    account.id,
    ...categories.map(({ id }) => id),
  ])

  assert.is(new Set(ids).size, ids.length)
})

beginning('begins today where the person is, with the weekday and the currency of theirs', () => {
  const ledger = firstLedger(asha, noonInLondon)

  assert.is(ledger.today, '2026-03-16')
  assert.is(ledger.firstWeekday, 1)
  assert.equal(ledger.currency, { code: 'JPY', digits: 0 })
})

beginning('is named in the language of the person, or in English', () => {
  const named = (locale: string) => {
    const { name, account, categories } = firstLedger({ ...asha, locale }, noonInLondon)
    return [name, account.name, categories[0]?.name]
  }

  assert.equal(named('de-AT'), ['Mein Geld', 'Geldbörse', 'Wohnen'])
  assert.equal(named('en-IN'), ['My money', 'Wallet', 'Home'])
  assert.equal(named('fr'), ['My money', 'Wallet', 'Home'])
})

for (const locale of ['en', 'de']) {
  beginning(`has ten groups with children, and four kinds of income (${locale})`, () => {
    const ledger = firstLedger({ ...asha, locale }, noonInLondon)
    const groups = groupsOf(ledger).filter(({ kind }) => kind === 'expense')
    const children = (id: string) => ledger.categories.filter(({ parentId }) => parentId === id)

    assert.is(groups.length, 10)
    assert.ok(groups.every(({ id }) => children(id).length >= 2))
    assert.is(groupsOf(ledger).filter(({ kind }) => kind === 'income').length, 4)
  })

  beginning(`names nothing twice in one place, and groups before what is in them (${locale})`, () => {
    const { categories } = firstLedger({ ...asha, locale }, noonInLondon)
    const places = categories.map(({ kind, parentId = '-', name }) => `${kind} ${parentId} ${fold(name)}`)

    assert.is(new Set(places).size, places.length)
    for (const [place, { parentId }] of categories.entries()) {
      if (parentId) assert.ok(categories.slice(0, place).some(({ id, parentId: above }) => id === parentId && !above))
    }
  })
}

beginning.run()
