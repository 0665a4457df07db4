import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day, firstOfMonth, lastOfMonth } from '../domain/day.ts'
import { isUuid } from '../domain/ids.ts'
import { sum } from '../domain/money.ts'
import type { SampleEntry } from './entry.ts'
import { beginning, household } from './household.ts'
import { categoryKeys, sampleIn } from './in-ledger.ts'
import { limitsOn } from './limits.ts'
import { purses } from './purses.ts'

const today = '2026-11-22' as Day
const entries = household(today)
const ledger = '01990000-0000-7000-8000-000000000001'

const days = suite('the sample household')

days('lives through two years in about 2,500 entries', () => {
  assert.is(beginning(today), '2024-11-01')
  assert.ok(entries.length > 2_300 && entries.length < 2_700, String(entries.length))
  assert.ok(entries.every(({ day }, n) => day >= (entries[n - 1]?.day ?? beginning(today)) && day <= today))
})

days('is the same on the same day, and only goes on within a month', () => {
  assert.equal(household(today), entries)
  assert.equal(household(addDays(today, 8)).slice(0, entries.length), entries)
})

days('has pay, rent, subscriptions, groceries, travel, refunds, splits, and a second currency', () => {
  const some = (holds: (entry: SampleEntry) => boolean) => assert.ok(entries.filter(holds).length > 5, String(holds))
  some(({ kind, category }) => kind === 'income' && category === 'income.salary')
  some(({ category }) => category === 'home.rent')
  some(({ category }) => category === 'leisure.subscriptions')
  some(({ category }) => category === 'food.groceries')
  some(({ category }) => category?.startsWith('travel.') ?? false)
  some(({ kind }) => kind === 'refund')
  some(({ kind }) => kind === 'transfer')
  some(({ splits }) => splits !== undefined)
  some(({ account, kind }) => account === 'francs' && kind === 'expense')
  some(({ original }) => original !== undefined)
  some(({ tags }) => tags?.includes('seaside') ?? false)
})

days('adds up: parts to wholes, and no purse below nothing', () => {
  const held = purses()
  for (const entry of entries) {
    held.take([entry])
    if (entry.splits) assert.is(sum(entry.splits.map(({ amount }) => amount)), entry.amount)
    assert.ok(entry.amount > 0n)
    for (const key of ['first', 'everyday', 'savings', 'francs'] as const) {
      assert.ok(held.of(key) >= 0n, `${key} on ${entry.day}`)
    }
  }
  assert.ok(held.of('card') < 0n)
})

days('names categories that a new ledger has, or that it makes itself', () => {
  const named = entries.flatMap(({ category, splits = [] }) =>
    [category ?? [], ...splits.map((one) => one.category)].flat(),
  )
  assert.equal(
    [...new Set(named)].filter((key) => !categoryKeys.has(key)),
    [],
  )
})

const limits = suite('its limits')

limits('are two on every day: one that holds, one nearly reached and ahead of the pace', () => {
  for (let month = '2025-12-31' as Day; month < '2027-03-01'; month = lastOfMonth(addDays(month, 1))) {
    const all = household(month)
    for (let day = firstOfMonth(month); day <= month; day = addDays(day, 1)) {
      const now = all.filter((entry) => entry.day <= day && entry.day >= firstOfMonth(month))
      const [whole, near, ...more] = limitsOn(now, day)
      assert.ok(whole && near?.category && more.length === 0, day)

      const [spent, part] = [spentOn(now, ''), spentOn(now, near.category)]
      assert.ok(spent < 0.92 * Number(whole.amount), `${day}: ${spent} of ${whole.amount}`)
      const share = part / Number(near.amount)
      const elapsed = Number(day.slice(8)) / Number(month.slice(8))
      assert.ok(share >= 0.82 && share < 1, `${day}: ${part} of ${near.amount}`)
      assert.ok(share > elapsed || elapsed > 0.93, `${day}: ${share} of the limit, ${elapsed} of the month`)
    }
  }
})

limits('are of whole euros, and so written in the ledger', () => {
  const written = sampleIn(ledger, today, 'en').limits
  assert.equal(
    written.map(({ body }) => /^\d+\.00$/.test(body.amount)),
    [true, true],
  )
  assert.equal(
    written.map(({ body }) => body.categoryId !== undefined),
    [false, true],
  )
})

/** In cents of a euro, with floats: another way than the one that is tested. */
function spentOn(now: readonly SampleEntry[], head: string): number {
  const heads = { 'own.bakery': 'food.x', 'own.market': 'food.x', 'own.piano': 'family.x' }
  const isBelow = (key = '') => head === '' || `${Reflect.get(heads, key) ?? key}.`.startsWith(`${head}.`)
  const signs = { expense: 1, refund: -1, income: 0, transfer: 0 }
  return now
    .filter(({ account }) => account !== 'francs')
    .flatMap(({ kind, splits, ...whole }) =>
      (splits ?? [whole]).map((part) => (isBelow(part.category) ? signs[kind] * Number(part.amount) : 0)),
    )
    .reduce((all, one) => all + one, 0)
}

const ledgers = suite('its ledger')

ledgers('has ids that follow from its own, each once', () => {
  const { accounts, categories, limits, entries } = sampleIn(ledger, today, 'en')
  const ids = [accounts, categories, limits, entries].flatMap((rows) => rows.map(({ id }) => id))

  assert.ok(ids.every(isUuid))
  assert.is(new Set(ids).size, ids.length)
  assert.equal(sampleIn(ledger, today, 'en'), sampleIn(ledger, today, 'en'))
})

ledgers('speaks the language of its person', () => {
  const names = (locale: string) => sampleIn(ledger, today, locale).accounts.map(({ body }) => body.name)

  assert.ok(names('de-AT').includes('Erspartes'))
  assert.equal(names('fr-FR'), names('en-GB'))
})

for (const one of [days, limits, ledgers]) one.run()
