import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { NewTransaction, TransactionView } from '../../functions/api/transactions.ts'
import { made, unique } from '../support/examples.ts'
import { type Person, register } from '../support/people.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

interface Page {
  readonly items: readonly TransactionView[]
  readonly next?: string
}

const listing = suite('the list of entries')

listing('walked to its end gives each of a thousand entries once, while others are being added', async () => {
  const asha = await register(stage.call)
  const days = Array.from(
    { length: 40 },
    (_, n) => `2026-0${1 + Math.floor(n / 20)}-${String(1 + (n % 20)).padStart(2, '0')}`,
  )
  const first = await fill(
    asha,
    Array.from({ length: 1000 }, (_, n) => ({ ...lunch, day: days[n % 40] ?? '', note: `n ${n}` })),
  )

  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 0; page === 0 || cursor; page += 1) {
    const { items, next } = await list(asha, { limit: '90', ...(cursor && { cursor }) })
    for (const [n, one] of items.entries()) {
      const before = items[n - 1]
      if (before) assert.ok(`${before.day} ${before.id}` > `${one.day} ${one.id}`, 'the newest day first')
    }
    seen.push(...items.map(({ id }) => id))
    cursor = next
    await fill(asha, [
      { ...lunch, day: '2026-01-03', note: `added at page ${page}` },
      { ...lunch, day: '2026-02-20', note: `added before page ${page}` },
    ])
  }
  assert.is(new Set(seen).size, seen.length, 'none twice')
  for (const id of first) assert.ok(seen.includes(id), 'none left out')
})

listing('ends a page early where it would grow past what a host carries', async () => {
  const asha = await register(stage.call)
  const tags = Array.from({ length: 10 }, (_, n) => `${n}`.padEnd(40, 'ж'))
  const splits = Array.from({ length: 8 }, () => ({ amount: '1.00', note: 'ж'.repeat(900) }))
  const large = { ...lunch, amount: '8.00', note: 'ж'.repeat(1000), tags, splits }
  for (let n = 0; n < 8; n += 1)
    await fill(
      asha,
      Array.from({ length: 18 }, () => large),
    )

  const all: string[] = []
  let cursor: string | undefined
  let pages = 0
  for (; pages === 0 || cursor; pages += 1) {
    const page = await list(asha, { limit: '200', ...(cursor && { cursor }) })
    const size = Buffer.byteLength(JSON.stringify(page))
    assert.ok(size < 1_000_000 && page.items.length > 0, `${size} bytes`)
    assert.ok(size < 700 * 1024 + 30_000, `${size} bytes`)
    all.push(...page.items.map(({ id }) => id))
    cursor = page.next
  }
  assert.is(new Set(all).size, 144)
  assert.ok(pages > 1)
})

const filtering = suite('filters of entries')

filtering('each lets through what fits and nothing else, alone and together', async () => {
  const asha = await register(stage.call)
  const bank = await made(asha, 'accounts', { name: 'Bank', kind: 'bank' })
  const yen = await made(asha, 'accounts', { name: 'Yen', kind: 'bank', currency: 'JPY' })
  const food = await made(asha, 'categories', { name: unique('Food'), kind: 'expense' })
  const bread = await made(asha, 'categories', { name: unique('Bread'), kind: 'expense', parentId: food })
  const buns = await made(asha, 'categories', { name: unique('Buns'), kind: 'expense' })
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = await fill(asha, [
    { ...lunch, categoryId: bread, tags: ['Trip', 'Straße'] },
    { ...lunch, day: '2026-10-01', amount: '99.99', accountId: bank, payee: 'Market' },
    { kind: 'income', day: '2026-11-01', amount: '2000', payee: 'Work' },
    { kind: 'transfer', day: '2026-11-02', amount: '50', toAccountId: bank },
    { kind: 'refund', day: '2026-11-03', amount: '5', splits: [{ amount: '2', categoryId: food }, { amount: '3' }] },
    { ...lunch, accountId: yen, amount: '1200', payee: 'Market' },
    { ...lunch, day: '2026-11-21', amount: '7.00', categoryId: buns },
  ])
  const market = (await list(asha, { text: 'market', from: '2026-10-01', to: '2026-10-01' })).items[0]?.payeeId ?? ''
  assert.is((await asha.ledger('POST', `/categories/${buns}/merge`, { into: bread })).status, 200)

  const cases: readonly (readonly [Record<string, string>, readonly string[]])[] = [
    [{}, [a, b, c, d, e, f, g]],
    [{ from: '2026-11-02' }, [a, d, e, f, g]],
    [{ to: '2026-11-01' }, [b, c]],
    [{ from: '2026-11-01', to: '2026-11-01' }, [c]],
    [{ account: bank }, [b, d]],
    [{ category: food }, [a, e, g]],
    [{ category: bread }, [a, g]],
    [{ category: buns }, [a, g]],
    [{ category: 'none', kind: 'expense' }, [b, f]],
    [{ payee: market }, [b, f]],
    [{ kind: 'transfer' }, [d]],
    [{ kind: 'refund' }, [e]],
    [{ tag: 'Trip' }, [a]],
    [{ tag: 'trip' }, [a]],
    [{ tag: 'Tri' }, []],
    [{ min: '100' }, [c, f]],
    [{ max: '7' }, [e, g]],
    [{ min: '7.00', max: '7.00' }, [g]],
    [{ min: '12.50', max: '50', currency: 'EUR' }, [a, d]],
    [{ currency: 'JPY' }, [f]],
    [{ account: bank, kind: 'expense' }, [b]],
    [{ category: food, kind: 'refund' }, [e]],
    [{ text: 'mill', category: bread }, [a, g]],
  ]
  for (const [query, expected] of cases) {
    const found = (await list(asha, query)).items.map(({ id }) => id)
    assert.equal([...found].sort(), [...expected].sort(), JSON.stringify(query))
  }
})

filtering('by words finds them by their beginnings, in any order, script and spelling', async () => {
  const asha = await register(stage.call)
  const texts = [
    'Café Zoë, Straße 5',
    '東京の店でパンを買う',
    'Παναγιώτης ΟΔΥΣΣΕΥΣ',
    'Кафе «Берёзка»',
    'दूध और अंडे',
    'ข้าวผัด',
    'İstanbul çay',
    'naïve über',
  ]
  const ids = await fill(
    asha,
    texts.map((note) => ({ ...lunch, payee: 'Mill Lane Bakery', note })),
  )
  const idOf = (text: string) => ids[texts.findIndex((one) => one.includes(text))] ?? text

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['cafe zoe', [idOf('Café')]],
    ['zoë caf', [idOf('Café')]],
    ['STRASSE', [idOf('Café')]],
    ['STRAßE', [idOf('Café')]],
    ['パン', [idOf('東京')]],
    ['東京', [idOf('東京')]],
    ['の店', [idOf('東京')]],
    ['店京', []],
    ['οδυσσευς', [idOf('ΟΔΥΣΣΕΥΣ')]],
    ['παναγιωτης', [idOf('ΟΔΥΣΣΕΥΣ')]],
    ['березка', [idOf('Берёзка')]],
    ['दूध', [idOf('दूध')]],
    ['ข้าว', [idOf('ข้าว')]],
    ['cay', [idOf('çay')]],
    ['uber naive', [idOf('naïve')]],
    ['ber', []],
    ['bakery', ids],
    ['MILL zoe', [idOf('Café')]],
    ['nothingness', []],
    ['%', []],
    ['_', []],
    ["'; drop table terms; --", []],
  ]
  for (const [text, expected] of cases) {
    const found = (await list(asha, { text })).items.map(({ id }) => id)
    assert.equal([...found].sort(), [...expected].sort(), text)
  }
})

filtering('by words follows changes, deletions, restores and the payee’s new name', async () => {
  const asha = await register(stage.call)
  const [id = ''] = await fill(asha, [{ ...lunch, payee: 'Old Mill', note: 'apples' }])
  const finds = async (text: string) => (await list(asha, { text })).items.length
  const path = `/transactions/${id}`
  assert.equal([await finds('apples'), await finds('old mi')], [1, 1])

  await asha.ledger('PATCH', path, { note: 'pears' })
  assert.equal([await finds('apples'), await finds('pears')], [0, 1])
  await asha.ledger('DELETE', path)
  assert.is(await finds('pears'), 0)
  await asha.ledger('POST', `${path}/restore`)
  assert.is(await finds('pears'), 1)
  const { payeeId } = (await asha.ledger('GET', path)).body as TransactionView
  await asha.ledger('PATCH', `/payees/${payeeId}`, { name: 'New Forge' })
  assert.equal([await finds('old mill'), await finds('new forge')], [0, 1])
  assert.is(((await asha.ledger('GET', path)).body as TransactionView).payee, 'New Forge')
})

const trashing = suite('the trash')

trashing('is walked to its end too, the latest deleted first', async () => {
  const asha = await register(stage.call)
  const ids = await fill(
    asha,
    Array.from({ length: 25 }, () => lunch),
  )
  await asha.ledger('POST', '/transactions/batch', { changes: ids.slice(0, 20).map((id) => ({ op: 'delete', id })) })
  for (const id of ids.slice(20)) {
    stage.clock.advance(5)
    await asha.ledger('DELETE', `/transactions/${id}`)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const query = new URLSearchParams({ limit: '4', ...(cursor && { cursor }) })
    const { body } = await asha.ledger('GET', `/transactions/trash?${query}`)
    const page = body as { items: { transaction: { id: string }; deletedBy: string }[]; next?: string }
    for (const { deletedBy } of page.items) assert.is(deletedBy, asha.userId)
    seen.push(...page.items.map(({ transaction }) => transaction.id))
    cursor = page.next
  } while (cursor)
  assert.equal(seen.slice(0, 5), ids.slice(20).reverse())
  assert.equal([...seen].sort(), [...ids].sort())
})

const payees = suite('the list of payees')
payees.after(() => stage.close())

payees('is walked in the order of names, and found by their beginnings', async () => {
  const asha = await register(stage.call)
  const names = ['Ähre', 'abacus', 'Zeta', 'ábaco', 'Mill Lane', 'MILLER', '東京の店', 'Ωmega', 'Ab', 'aBC']
  for (const name of names) await made(asha, 'payees', { name })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const query = new URLSearchParams({ limit: '3', ...(cursor && { cursor }) })
    const page = (await asha.ledger('GET', `/payees?${query}`)).body as { items: { name: string }[]; next?: string }
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.next
  } while (cursor)
  assert.equal([...seen].sort(), [...names].sort())

  const begins = async (text: string) => {
    const { body } = await asha.ledger('GET', `/payees?${new URLSearchParams({ text })}`)
    return (body as { items: { name: string }[] }).items.map(({ name }) => name).sort()
  }
  assert.equal(await begins('mill'), ['MILLER', 'Mill Lane'])
  assert.equal(await begins('ÁB'), ['Ab', 'aBC', 'abacus', 'ábaco'])
  assert.equal(await begins('東'), ['東京の店'])
  assert.equal(await begins('%'), [])
  assert.equal((await begins('')).length, names.length)
})

listing.run()
filtering.run()
trashing.run()
payees.run()

const lunch: NewTransaction = { kind: 'expense', day: '2026-11-20', amount: '12.50', payee: 'Mill Lane Bakery' }

async function list(person: Person, query: Record<string, string>): Promise<Page> {
  const { status, body } = await person.ledger(
    'GET',
    `/transactions?${new URLSearchParams({ limit: '200', ...query })}`,
  )
  assert.is(status, 200, JSON.stringify(body))
  return body as Page
}

/** In batches; answers with the ids in the order of the entries. */
async function fill(person: Person, entries: readonly NewTransaction[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (let n = 0; n < entries.length; n += 500) {
    const changes = entries.slice(n, n + 500).map((transaction) => ({ op: 'create', transaction }))
    const { status, body } = await person.ledger('POST', '/transactions/batch', { changes })
    assert.is(status, 200, JSON.stringify(body))
    ids.push(...(body as { results: { id: string }[] }).results.map(({ id }) => id))
  }
  return ids
}
