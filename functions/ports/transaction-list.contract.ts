import fc from 'fast-check'
import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import { anyDraft } from '../../tests/support/drafts.ts'
import { account, apply, create, digest, doneIn, lunch, nextId } from '../../tests/support/entries.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import { sqlTransactions } from '../adapters/ledger/transactions.ts'
import type { Day } from '../domain/day.ts'
import { fold } from '../domain/fold.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from '../domain/ids.ts'
import { queryTerms, termsOf } from '../domain/terms.ts'
import type { Transaction } from '../domain/transaction.ts'
import type { After, Change, Filter } from './transactions.ts'

const seed = Number(process.env.SEED ?? Date.now())

export function transactionListContract(says: Says): void {
  says('lists by day and id, the latest first, whatever the order of writing', async (desk) => {
    const { scope, transactions } = desk
    const days = ['2026-03-01', '2026-03-03', '2026-03-02', '2026-03-03']
    const made: Transaction[] = []
    for (const day of days) made.push(await create(desk, { ...lunch, day }))
    const [a, b, c, d] = made.map(({ id }) => id)

    const all = await transactions.list(scope, {}, undefined, 9)
    const rest = await transactions.list(scope, {}, { day: '2026-03-03' as Day, id: d as TransactionId }, 2)

    assert.equal(
      all.entries.map(({ id }) => id),
      [d, b, c, a],
    )
    assert.equal(
      rest.entries.map(({ id }) => id),
      [b, c],
    )
  })

  says('finds by the beginnings of words, in payee and note, in any order and spelling', async (desk) => {
    const { id } = await create(desk, { ...lunch, payee: 'Café Ümlaut', note: 'two loaves of bread' })
    await create(desk, { ...lunch, payee: 'Shop', note: 'umlaut' })

    const found = async (text: string) =>
      (await desk.transactions.list(desk.scope, { text }, undefined, 9)).entries.length

    assert.is(await found('BREAD caf'), 1)
    assert.is(await found('umlaut'), 2)
    assert.is(await found('read'), 0)
    assert.is(await found('bread shop'), 0)
    assert.is(await found('…'), 0)
    const [one] = (await desk.transactions.list(desk.scope, { text: 'loav' }, undefined, 9)).entries
    assert.is(one?.id, id)
  })

  says('finds words of scripts without spaces, and of notes of splits', async (desk) => {
    await create(desk, { ...lunch, payee: '東京駅前食堂', splits: [{ amount: '12.50', note: 'ラーメン' }] })

    for (const text of ['東京', '食堂', '堂', 'ラーメン', '駅前 ラー']) {
      assert.is((await desk.transactions.list(desk.scope, { text }, undefined, 9)).entries.length, 1, text)
    }
    assert.is((await desk.transactions.list(desk.scope, { text: '京都' }, undefined, 9)).entries.length, 0)
  })

  says('finds no more by words that an entry has lost', async (desk) => {
    const { id } = await create(desk, { ...lunch, payee: 'Ana', note: 'old word', tags: ['old'] })
    const patch = { payee: 'Bea', note: 'new word', tags: ['new'], day: '2026-11-21' }
    await apply(desk, { do: 'patch', id, patch })

    const found = async (filter: Filter) =>
      (await desk.transactions.list(desk.scope, filter, undefined, 9)).entries.length

    for (const text of ['ana', 'old']) assert.is(await found({ text }), 0)
    for (const text of ['bea', 'new', 'word']) assert.is(await found({ text }), 1)
    assert.is(await found({ tag: 'old' }), 0)
    assert.is(await found({ tag: 'NEW' }), 1)
  })

  says('finds words that hundreds of entries share, page after page', async (desk) => {
    const made: Transaction[] = []
    for (let start = 0; start < 1500; start += 500) {
      const changes = Array.from({ length: 500 }, (_, place): Change => {
        const n = start + place
        const day = `2026-${String(1 + (n % 7)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
        const draft = { ...lunch, day, payee: n % 3 ? 'Shop' : 'Shoemaker', note: `common w${n % 40}` }
        return { do: 'create', id: nextId(desk), draft, bodyHash: digest('') }
      })
      made.push(...doneIn(await apply(desk, ...changes)).flatMap(({ entry }) => entry ?? []))
    }

    for (const text of ['common', 'sho', 'shoem common', 'w', 'w1', 'w7 sho']) {
      const meets = (entry: Transaction) => {
        const terms = termsOf(entry.payee?.name ?? '', entry.note ?? '')
        return queryTerms(text).every((prefix) => terms.some((term) => term.startsWith(prefix)))
      }
      const due = newestFirst(made).filter((entry) => entry.day <= '2026-05-15' && meets(entry))
      const listed = await everyPage(desk, { text, to: '2026-05-15' as Day }, 90)
      assert.equal(
        listed.map(({ id }) => id),
        due.map(({ id }) => id),
        text,
      )
    }
  })

  says('goes on from an early end of a page, and misses nothing', async (desk) => {
    const word = (n: number) => (n % 50 === 0 ? 'even odd' : n % 2 ? 'odd' : 'even')
    const changes = Array.from({ length: 500 }, (_, n): Change => {
      const day = `2026-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, '0')}`
      return { do: 'create', id: nextId(desk), draft: { ...lunch, day, note: word(n) }, bodyHash: digest('') }
    })
    const made = doneIn(await apply(desk, ...changes)).flatMap(({ entry }) => entry ?? [])
    const hasty = sqlTransactions(desk.db, { ids: desk.ids, mostLooked: 40 })

    const first = await hasty.list(desk.scope, { text: 'even odd' }, undefined, 20)
    assert.ok(first.next && first.entries.length < 5, 'little was found in what was looked at')
    for (const text of ['even odd', 'od', 'eve lunc']) {
      const due = newestFirst(
        made.filter(({ note }) => queryTerms(text).every((one) => ` ${note}`.includes(` ${one}`))),
      )
      const listed = await everyPage({ ...desk, transactions: hasty }, { text }, 20)
      assert.equal(
        listed.map(({ id }) => id),
        due.map(({ id }) => id),
        text,
      )
    }
  })

  says('answers nothing for what is not the ledger’s', async (desk) => {
    await create(desk, { ...lunch, categoryId: desk.at.food })

    for (const filter of [
      { categoryId: desk.strangers.food },
      { accountId: desk.strangers.wallet },
      { payeeId: nextId(desk) as string as PayeeId },
    ]) {
      assert.equal(await desk.transactions.list(desk.scope, filter, undefined, 9), { entries: [] })
    }
    assert.equal(await desk.transactions.list(desk.stranger, {}, undefined, 9), { entries: [] })
  })

  says('meets every filter, page after page, as reading all entries would', async (desk) => {
    const ledger = await filled(desk)

    await fc.assert(
      fc.asyncProperty(ledger.filters, fc.integer({ min: 7, max: 90 }), async (filter, limit) => {
        assert.equal(
          await everyPage(desk, filter, limit),
          ledger.entries.filter((entry) => meets(entry, filter, ledger)),
        )
      }),
      { numRuns: 300, seed },
    )
  })
}

async function everyPage(
  { transactions, scope }: Pick<LedgerDesk, 'transactions' | 'scope'>,
  filter: Filter,
  limit: number,
): Promise<readonly Transaction[]> {
  const listed: Transaction[] = []
  for (let after: After | undefined; ; ) {
    const { entries, next } = await transactions.list(scope, filter, after, limit)
    assert.ok(entries.length <= limit)
    listed.push(...entries)
    if (!next) return listed
    after = next
  }
}

const newestFirst = (entries: readonly Transaction[]) =>
  entries.toSorted((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? 1 : -1))

interface Paper {
  /** The newest first. */
  readonly entries: readonly Transaction[]
  /** The names that a payee is found by. */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** What is meant by the id of a category or payee. */
  readonly families: ReadonlyMap<string, readonly string[]>
  readonly filters: fc.Arbitrary<Filter>
}

/** Three hundred entries, an alias among the categories and one among the payees, and filters that meet some of them. */
async function filled(desk: LedgerDesk): Promise<Paper> {
  const { scope, at } = desk
  const baker = desk.ids.next() as CategoryId
  await desk.categories.add(scope, baker, { name: 'Baker', kind: 'expense', archived: false }, 0)
  const [bank, tokyo] = [await account(desk, 'Bank'), await account(desk, 'Tokyo', { code: 'JPY', digits: 0 })]
  const places = {
    euros: [at.wallet, bank],
    yen: tokyo,
    spending: [at.food, at.bread, at.rent, baker],
    earning: [at.pay],
  }
  const drafts = fc.sample(anyDraft({ ...places, euros: [at.wallet, bank] }), { numRuns: 300, seed })
  const changes = drafts.map((draft): Change => ({ do: 'create', id: nextId(desk), draft, bodyHash: digest('') }))
  const made = doneIn(await apply(desk, ...changes)).flatMap(({ entry }) => entry ?? [])

  await desk.categories.merge(scope, baker, at.bread, 0)
  const payees = await desk.payees.list(scope, { prefix: '', limit: 9 })
  const [ashas, bakery] = ['Asha’s', 'Mill Lane Bakery'].map((name) =>
    payees.find((payee) => fold(payee.name) === fold(name)),
  )
  if (!ashas || !bakery) throw new Error('the sample names too few payees')
  await desk.payees.merge(scope, ashas.id, bakery.id, 0)

  const entries = made.map((entry) =>
    entry.payee?.id === ashas.id ? { ...entry, payee: { id: ashas.id, name: bakery.name } } : entry,
  )
  return {
    entries: newestFirst(entries),
    names: new Map(payees.map(({ id, name }) => [id, id === ashas.id ? [name, bakery.name] : [name]])),
    families: new Map<string, readonly string[]>([
      [at.food, [at.food, at.bread, baker]],
      [at.bread, [at.bread, baker]],
      [baker, [at.bread, baker]],
      ...[ashas, bakery].map(({ id }) => [id, [ashas.id, bakery.id]] as const),
    ]),
    filters: filtersOf(
      [at.wallet, bank, tokyo],
      [...places.spending, at.pay],
      payees.map(({ id }) => id),
    ),
  }
}

function filtersOf(accounts: readonly AccountId[], categories: readonly CategoryId[], payees: readonly PayeeId[]) {
  const day = fc.constantFrom('2025-11-15', '2026-02-28', '2026-03-01', '2026-07-09').map((text) => text as Day)
  const amount = fc.constantFrom('0', '12', '1000.5', '50000.001', '100000', '700000')
  const any = {
    from: day,
    to: day,
    accountId: fc.constantFrom(...accounts),
    categoryId: fc.constantFrom(...categories, 'none' as const),
    payeeId: fc.constantFrom(...payees),
    kind: fc.constantFrom('expense' as const, 'income' as const, 'transfer' as const, 'refund' as const),
    tag: fc.constantFrom('home', 'TRIP', 'none such'),
    text: fc.constantFrom('bread', 'mil bak', 'lunch', 'asha', '東京', 'l', 'two asha', 'nothing'),
    min: amount,
    max: amount,
    currency: fc.constantFrom('EUR', 'JPY'),
  }
  // two or three at a time: more meet nothing
  return fc
    .subarray(Object.keys(any) as (keyof typeof any)[], { maxLength: 3 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, any[name]])) as Record<string, fc.Arbitrary<unknown>>),
    ) as fc.Arbitrary<Filter>
}

/** The filters one by one, on an entry at hand. */
function meets(entry: Transaction, filter: Filter, { names, families }: Paper): boolean {
  const { from, to, accountId, categoryId, payeeId, kind, tag, text, min, max, currency } = filter
  const meant = (id: string) => families.get(id) ?? [id]
  const parts = entry.splits.length > 0 ? entry.splits : [entry]
  const value = Number(entry.amount) / 10 ** entry.currency.digits
  const notes = [entry.note, ...entry.splits.map(({ note }) => note)].filter((note) => note !== undefined)
  const terms = termsOf(...(names.get(entry.payee?.id ?? '') ?? []), ...notes)
  return (
    (from === undefined || from <= entry.day) &&
    (to === undefined || entry.day <= to) &&
    (accountId === undefined || entry.accountId === accountId || entry.to?.accountId === accountId) &&
    (categoryId !== 'none' || (entry.kind !== 'transfer' && parts.some((part) => part.categoryId === undefined))) &&
    (categoryId === undefined ||
      categoryId === 'none' ||
      parts.some((part) => part.categoryId !== undefined && meant(categoryId).includes(part.categoryId))) &&
    (payeeId === undefined || (entry.payee !== undefined && meant(payeeId).includes(entry.payee.id))) &&
    (kind === undefined || entry.kind === kind) &&
    (tag === undefined || entry.tags.some((one) => fold(one) === fold(tag))) &&
    (text === undefined || queryTerms(text).every((prefix) => terms.some((term) => term.startsWith(prefix)))) &&
    (min === undefined || value >= Number(min)) &&
    (max === undefined || value <= Number(max)) &&
    (currency === undefined || entry.currency.code === currency)
  )
}
