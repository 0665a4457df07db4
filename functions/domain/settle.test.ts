import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { anyDraft, anyEntry, paper, paperBook } from '../../tests/support/drafts.ts'
import { type Draft, patched } from './draft.ts'
import type { TransactionId } from './ids.ts'
import { formatAmount, sum } from './money.ts'
import type { Refusal } from './refusal.ts'
import { type Result, refuse } from './result.ts'
import { draftOf, settle } from './settle.ts'
import type { Transaction } from './transaction.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const id = 'an entry' as TransactionId

const lunch: Draft = { kind: 'expense', day: '2026-11-20', amount: '12.50' }
const saving: Draft = { kind: 'transfer', day: '2026-11-20', amount: '50', accountId: 'wallet', toAccountId: 'bank' }

const settled = (draft: Draft, kept?: ReadonlySet<string>) => settle(draft, id, 1, paperBook, kept)

function entryOf(result: Result<Transaction, Refusal>): Transaction {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

function refusesAt(pointer: string, kind: Refusal['kind'], draft: Draft) {
  const result = settled(draft)
  if (result.ok) throw new Error(`settled: ${kind}`)
  assert.equal([result.error.kind, result.error.pointer], [kind, pointer])
}

const settling = suite('settling a draft')

settling('takes day and amount, and the usual account with its currency', () => {
  const entry = entryOf(settled(lunch))

  assert.equal(entry, {
    id,
    version: 1,
    kind: 'expense',
    day: '2026-11-20',
    amount: 1250n,
    currency: { code: 'EUR', digits: 2 },
    accountId: 'wallet',
    tags: [],
    splits: [],
  } as unknown as Transaction)
})

settling('keeps texts as they are, tags once each, and what was paid abroad', () => {
  const original = { amount: '3.125', currency: 'BHD' }
  const entry = entryOf(settled({ ...lunch, note: ' à la carte ', tags: ['b', 'a', 'b'], payee: 'Asha’s', original }))

  assert.is(entry.note, ' à la carte ')
  assert.equal(entry.tags, ['b', 'a'])
  assert.is(entry.payee?.name, 'Asha’s')
  assert.equal(entry.original, { amount: 3125n, currency: { code: 'BHD', digits: 3 } } as Transaction['original'])
})

settling('reads an amount by the digits of its account’s currency', () => {
  assert.is(entryOf(settled({ ...lunch, amount: '12', accountId: 'tokyo' })).amount, 12n)
  refusesAt('/amount', 'bad-amount', { ...lunch, amount: '12.5', accountId: 'tokyo' })
  refusesAt('/amount', 'bad-amount', { ...lunch, amount: '12.345' })
  refusesAt('/amount', 'bad-amount', { ...lunch, amount: '1e3' })
  refusesAt('/amount', 'bad-amount', { ...lunch, amount: '-0' })
})

settling('refuses nothing at all, and more than a row can keep', () => {
  refusesAt('/amount', 'amount-not-positive', { ...lunch, amount: '0' })
  refusesAt('/amount', 'amount-not-positive', { ...lunch, amount: '0.00' })
  refusesAt('/amount', 'amount-too-large', { ...lunch, amount: '10000000000000.00' })
  refusesAt('/amount', 'amount-too-large', { ...lunch, amount: String(2n ** 63n) })
  assert.is(entryOf(settled({ ...lunch, amount: '9999999999999.99' })).amount, 999_999_999_999_999n)
})

settling('refuses a day that is none', () => {
  refusesAt('/day', 'bad-day', { ...lunch, day: '2026-02-30' })
  refusesAt('/day', 'bad-day', { ...lunch, day: '1899-12-31' })
})

settling('takes the account’s currency repeated, and no other', () => {
  assert.ok(settled({ ...lunch, currency: 'EUR' }).ok)
  refusesAt('/currency', 'currency-mismatch', { ...lunch, currency: 'JPY' })
})

settling('names the field of whatever the ledger has not', () => {
  refusesAt('/accountId', 'unknown-account', { ...lunch, accountId: 'nowhere' })
  refusesAt('/categoryId', 'unknown-category', { ...lunch, categoryId: 'nowhere' })
  refusesAt('/toAccountId', 'unknown-account', { ...saving, toAccountId: 'nowhere' })
  refusesAt('/original/currency', 'bad-currency', { ...lunch, original: { amount: '1', currency: 'QQQ' } })
  refusesAt('/original/amount', 'bad-amount', { ...lunch, original: { amount: '1.001', currency: 'USD' } })
})

settling('puts nothing new where something is archived, and leaves there what is', () => {
  const closed = { ...lunch, accountId: 'closed', categoryId: 'old' }
  refusesAt('/accountId', 'account-archived', closed)
  refusesAt('/categoryId', 'category-archived', { ...lunch, categoryId: 'old' })
  refusesAt('/toAccountId', 'account-archived', { ...saving, toAccountId: 'closed' })

  const kept = entryOf(settled(closed, new Set(['closed', 'old'])))

  assert.equal([kept.accountId, kept.categoryId], ['closed', 'old'])
})

settling('sorts expenses and refunds alike, and income apart', () => {
  assert.ok(settled({ ...lunch, kind: 'refund', categoryId: 'food' }).ok)
  assert.ok(settled({ ...lunch, kind: 'income', categoryId: 'pay' }).ok)
  refusesAt('/categoryId', 'category-kind', { ...lunch, categoryId: 'pay' })
  refusesAt('/categoryId', 'category-kind', { ...lunch, kind: 'income', categoryId: 'food' })
  refusesAt('/splits/0/categoryId', 'category-kind', { ...lunch, splits: [{ amount: '12.50', categoryId: 'pay' }] })
})

settling('files what is new where an alias leads, and what was there stays under the alias', () => {
  assert.is(entryOf(settled({ ...lunch, categoryId: 'baker' })).categoryId, 'bread')
  assert.is(entryOf(settled({ ...lunch, categoryId: 'baker' }, new Set(['baker']))).categoryId, 'baker')
})

const splitting = suite('splitting an entry')
const halves = [{ amount: '6.25', categoryId: 'food', note: 'rice' }, { amount: '6.25' }]

splitting('keeps the parts in their order', () => {
  const { splits, categoryId } = entryOf(settled({ ...lunch, splits: halves }))

  assert.equal(splits, [
    { amount: 625n, categoryId: 'food', note: 'rice' },
    { amount: 625n },
  ] as unknown as Transaction['splits'])
  assert.is(categoryId, undefined)
})

splitting('must add up, in parts that are each more than nothing', () => {
  refusesAt('/splits', 'splits-do-not-add-up', { ...lunch, amount: '12.51', splits: halves })
  refusesAt('/splits/1/amount', 'amount-not-positive', { ...lunch, splits: [{ amount: '12.50' }, { amount: '0' }] })
  refusesAt('/splits/0/amount', 'bad-amount', { ...lunch, splits: [{ amount: '12.505' }] })
})

splitting('leaves the whole without a category of its own', () => {
  refusesAt('/categoryId', 'splits-and-category', { ...lunch, categoryId: 'food', splits: halves })
  assert.ok(settled({ ...lunch, categoryId: 'food', splits: [] }).ok)
})

const transferring = suite('transferring')

transferring('in one currency says one amount, which may be repeated', () => {
  const { to } = entryOf(settled(saving))

  assert.equal(to, { accountId: 'bank', amount: 5000n, currency: { code: 'EUR', digits: 2 } } as Transaction['to'])
  assert.ok(settled({ ...saving, toAmount: '50.00' }).ok)
  refusesAt('/toAmount', 'to-amount-not-wanted', { ...saving, toAmount: '49' })
})

transferring('between currencies says both', () => {
  const abroad = { ...saving, toAccountId: 'tokyo' }
  assert.is(entryOf(settled({ ...abroad, toAmount: '8000' })).to?.amount, 8000n)
  refusesAt('/toAmount', 'to-amount-needed', abroad)
  refusesAt('/toAmount', 'bad-amount', { ...abroad, toAmount: '8000.5' })
  refusesAt('/toAmount', 'amount-not-positive', { ...abroad, toAmount: '0' })
})

transferring('needs two accounts, and takes no category', () => {
  refusesAt('/toAccountId', 'to-account-needed', { ...saving, toAccountId: undefined })
  refusesAt('/toAccountId', 'same-account', { ...saving, toAccountId: 'wallet' })
  refusesAt('/categoryId', 'field-not-for-kind', { ...saving, categoryId: 'food' })
  refusesAt('/splits', 'field-not-for-kind', { ...saving, splits: [{ amount: '50' }] })
})

transferring('is all that leads to another account', () => {
  refusesAt('/toAccountId', 'field-not-for-kind', { ...lunch, toAccountId: 'bank' })
  refusesAt('/toAmount', 'field-not-for-kind', { ...lunch, toAmount: '1' })
})

const law1 = suite('law 1: splits sum to the whole')

law1('in every entry that settles', () => {
  fc.assert(
    fc.property(anyEntry, ({ splits, amount }) => {
      assert.ok(splits.length === 0 || sum(splits.map((split) => split.amount)) === amount)
    }),
    runs,
  )
})

law1('and no draft settles whose parts are a cent off', () => {
  const split = anyDraft(paper).filter(({ splits = [], accountId }) => splits.length > 0 && accountId !== 'tokyo')

  fc.assert(
    fc.property(split, ({ splits = [], ...draft }) => {
      const result = settled(patched({ ...draft, splits: [...splits, { amount: '0.01' }] }, {}))
      assert.equal(result, refuse({ kind: 'splits-do-not-add-up', pointer: '/splits' }))
    }),
    runs,
  )
})

const patching = suite('patching an entry')

patching('with nothing changes nothing', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const draft = patched(draftOf(entry, formatAmount), {})
      assert.equal(settle(draft, entry.id, entry.version, paperBook), { ok: true, value: entry })
    }),
    runs,
  )
})

patching('clears a field with null, and leaves alone what it does not name', () => {
  const draft = draftOf(entryOf(settled({ ...lunch, note: 'rice', payee: 'Asha’s' })), formatAmount)

  const after = entryOf(settled(patched(draft, { note: null, amount: '13' })))

  assert.is(after.note, undefined)
  assert.is(after.payee?.name, 'Asha’s')
  assert.is(after.amount, 1300n)
})

patching('the amount of a transfer moves both ends in one currency, and one end between two', () => {
  const home = draftOf(entryOf(settled(saving)), formatAmount)
  const abroad = draftOf(entryOf(settled({ ...saving, toAccountId: 'tokyo', toAmount: '8000' })), formatAmount)

  assert.is(entryOf(settled(patched(home, { amount: '60' }))).to?.amount, 6000n)
  assert.is(entryOf(settled(patched(abroad, { amount: '60' }))).to?.amount, 8000n)
})

patching('an account keeps amounts in their currencies: of another one they are said anew', () => {
  const bought = draftOf(entryOf(settled(lunch)), formatAmount)
  const abroad = draftOf(entryOf(settled({ ...saving, toAccountId: 'tokyo', toAmount: '8000' })), formatAmount)
  const fromTokyo = { ...saving, accountId: 'tokyo', amount: '8000', toAccountId: 'bank', toAmount: '50' }
  const home = draftOf(entryOf(settled(fromTokyo)), formatAmount)

  refusesAt('/currency', 'currency-mismatch', patched(bought, { accountId: 'tokyo' }))
  assert.is(entryOf(settled(patched(bought, { accountId: 'tokyo', amount: '2100' }))).amount, 2100n)
  assert.is(entryOf(settled(patched(bought, { accountId: 'bank' }))).amount, 1250n)
  refusesAt('/currency', 'currency-mismatch', patched(abroad, { accountId: 'tokyo', toAccountId: 'wallet' }))
  refusesAt('/toAmount', 'to-amount-needed', patched(home, { toAccountId: 'york' }))
  assert.is(entryOf(settled(patched(home, { toAccountId: 'york', toAmount: '55' }))).to?.amount, 5500n)
  assert.is(entryOf(settled(patched(home, { toAccountId: 'wallet' }))).to?.amount, 5000n)
  // between accounts of one currency one amount is enough again
  assert.is(entryOf(settled(patched(abroad, { toAccountId: 'bank' }))).to?.amount, 5000n)
})

for (const each of [settling, splitting, transferring, law1, patching]) each.run()
