import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { lunch } from '../../../tests/support/entries.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { insertRows } from '../../adapters/sql/insert.ts'
import { type TransactionView, transactions } from '../../api/transactions.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { addTransaction } from './add-transaction.ts'
import { batchTransactions } from './batch-transactions.ts'
import { changeTransaction } from './change-transaction.ts'
import { exportTransactions } from './export-transactions.ts'
import { getTransaction } from './get-transaction.ts'
import { listDays } from './list-days.ts'
import { listTransactions } from './list-transactions.ts'
import { listTrash } from './list-trash.ts'
import { putTransaction } from './put-transaction.ts'
import { removeTransaction } from './remove-transaction.ts'
import { restoreTransaction } from './restore-transaction.ts'

const path = '/transactions'
const id = '00000000-0000-7000-8000-0000000000aa'
const strange = '00000000-0000-7000-8000-0000000000bb'

const recording = suite('recording entries')

recording('answers the entry as it is kept, with its version as ETag', async () => {
  const { ask, desk } = await sit()
  const body = { ...lunch, amount: '12.5', categoryId: desk.at.bread, tags: ['home'] }

  const made = await ask(`POST ${path}`, { body })
  const { id: made_id, payeeId, ...view } = viewOf(made)

  assert.equal([made.status, made.headers.etag], [201, '"1"'])
  const { wallet, bread } = desk.at
  const rest = { amount: '12.50', currency: 'EUR', accountId: wallet, categoryId: bread, tags: ['home'] }
  assert.equal(view, { version: 1, ...lunch, ...rest })
  assert.equal((await ask(`GET ${path}/${made_id}`)).body, made.body)
  assert.type(payeeId, 'string')
})

recording('takes a request that is sent twice once, however it spells the same', async () => {
  const { ask } = await sit()
  const post = (body: object) => ask(`POST ${path}`, { body, headers: { 'idempotency-key': id } })

  assert.is((await post(lunch)).status, 201)
  assert.is((await post({ ...lunch, amount: '012.5', tags: [], splits: [] })).status, 200)
  assert.is((await ask(`PUT ${path}/${id}`, { body: lunch })).status, 200)
  assert.is((await post({ ...lunch, amount: '12.51' })).status, 428)
  assert.is((await ask(`GET ${path}`)).body.items.length, 1)
})

recording('replaces with If-Match, and only the version that it names', async () => {
  const { ask } = await sit()
  await ask(`PUT ${path}/${id}`, { body: lunch })
  const put = (tag: string) =>
    ask(`PUT ${path}/${id}`, { body: { ...lunch, amount: '13' }, headers: { 'if-match': tag } })

  assert.is((await put('"2"')).status, 412)
  const first = await put('W/"1"')
  assert.equal([first.status, first.headers.etag, viewOf(first).amount], [200, '"2"', '13.00'])
  assert.is((await put('"1"')).status, 412)
  assert.is((await put('*')).status, 200)
  const nowhere = await ask(`PUT ${path}/${strange}`, { body: lunch, headers: { 'if-match': '*' } })
  assert.is(nowhere.status, 404)
})

recording('patches what is named, and clears with null', async () => {
  const { ask } = await sit()
  await ask(`PUT ${path}/${id}`, { body: { ...lunch, tags: ['home'] } })

  const patched = await ask(`PATCH ${path}/${id}`, {
    body: { amount: '9', note: null },
    headers: { 'if-match': '"1"' },
  })

  const { amount, note, tags, version } = viewOf(patched)
  assert.equal([amount, note, tags, version], ['9.00', undefined, ['home'], 2])
  assert.is((await ask(`PATCH ${path}/${id}`, { body: {}, headers: { 'if-match': '"1"' } })).status, 412)
  assert.equal(faultOf(await ask(`PATCH ${path}/${id}`, { body: { amount: '0' } })), [
    422,
    'amount-not-positive /amount',
  ])
})

recording('moves to the trash and back, as often as it is asked', async () => {
  const { ask, desk } = await sit()
  const made = await ask(`PUT ${path}/${id}`, { body: lunch })
  const remove = () => ask(`DELETE ${path}/${id}`)

  assert.equal([(await remove()).status, (await remove()).status], [204, 204])
  assert.is((await ask(`GET ${path}/${id}`)).status, 410)
  const { items } = (await ask(`GET ${path}/trash`)).body
  assert.equal(items, [
    { deletedAt: desk.clock.now(), deletedBy: desk.scope.userId, transaction: made.body },
  ] as unknown as Body['items'])

  const back = await ask(`POST ${path}/${id}/restore`)
  assert.equal([back.status, back.headers.etag], [200, '"2"'])
  assert.is((await ask(`POST ${path}/${id}/restore`)).status, 200)
  assert.is((await ask(`POST ${path}/${strange}/restore`)).status, 404)
  assert.equal((await ask(`GET ${path}/trash`)).body.items, [])
})

const batching = suite('sending a batch')

batching('answers for each change what came of it', async () => {
  const { ask } = await sit()
  await ask(`PUT ${path}/${id}`, { body: lunch })
  const changes = [
    { op: 'create', transaction: lunch },
    { op: 'patch', id, version: 1, patch: { amount: '1' } },
    { op: 'delete', id: strange },
  ]

  const { results } = (await ask(`POST ${path}/batch`, { body: { changes } })).body

  assert.equal(
    results.map((one) => [one.outcome, one.transaction?.amount]),
    [
      ['created', '12.50'],
      ['patched', '1.00'],
      ['already-deleted', undefined],
    ],
  )
})

batching('says which change and which field it refuses, and does none', async () => {
  const { ask } = await sit()
  const refusal = async (...changes: object[]) => faultOf(await ask(`POST ${path}/batch`, { body: { changes } }))
  const good = { op: 'create', transaction: lunch }

  const cents = { ...lunch, splits: [{ amount: '12.505' }] }
  assert.equal(await refusal(good, { op: 'create', transaction: cents }), [
    422,
    'bad-amount /changes/1/transaction/splits/0/amount',
  ])
  assert.equal(await refusal(good, { op: 'patch', id, patch: {} }), [404, 'not-found /changes/1/id'])
  assert.equal(await refusal({ op: 'delete', id }, { op: 'restore', id }), [422, 'duplicate-id /changes/1/id'])
  assert.equal((await ask(`GET ${path}`)).body.items, [])
})

const listing = suite('listing entries')

listing('goes page by page, the latest day first', async () => {
  const { ask } = await sit()
  for (const day of ['2026-01-02', '2026-01-03', '2026-01-01']) await ask(`POST ${path}`, { body: { ...lunch, day } })

  const first = (await ask(`GET ${path}?limit=2&kind=expense`)).body
  const second = (await ask(`GET ${path}?limit=5&kind=expense&cursor=${first.next}`)).body

  const days = [...first.items, ...second.items].map(({ day }) => day)
  assert.equal(days, ['2026-01-03', '2026-01-02', '2026-01-01'])
  assert.is(second.next, undefined)
})

listing('takes a cursor only for the list that it was made for', async () => {
  const { ask } = await sit()
  for (const day of ['2026-01-02', '2026-01-03']) await ask(`POST ${path}`, { body: { ...lunch, day } })
  const { next } = (await ask(`GET ${path}?limit=1&kind=expense`)).body
  const { next: csv } = (await ask(`GET ${path}?limit=1`)).body

  for (const query of [
    `cursor=${next}`,
    `kind=income&cursor=${next}`,
    `kind=expense&cursor=${next}A`,
    'cursor=rubbish',
    `cursor=${Buffer.from('2026-01-02 x y').toString('base64url')}`,
  ]) {
    assert.equal(faultOf(await ask(`GET ${path}?${query}`)), [400, 'bad-cursor /query/cursor'], query)
  }
  assert.equal(faultOf(await ask(`GET ${path}/export.csv?cursor=${csv}`)), [400, 'bad-cursor /query/cursor'])
  assert.equal(faultOf(await ask(`GET ${path}/trash?cursor=${csv}`)), [400, 'bad-cursor /query/cursor'])
  assert.is((await ask(`GET ${path}?kind=expense&cursor=${next}`)).status, 200)
})

listing('ends a page before it grows too long for a host', async () => {
  const { ask } = await sit()
  const splits = Array.from({ length: 50 }, () => ({ amount: '1', note: 'é'.repeat(1000) }))
  for (let n = 0; n < 9; n++) await ask(`POST ${path}`, { body: { ...lunch, amount: '50', splits } })

  const first = (await ask(`GET ${path}`)).body
  const second = (await ask(`GET ${path}?cursor=${first.next}`)).body

  assert.ok(Buffer.byteLength(JSON.stringify(first)) <= 700 * 1024 + 200)
  assert.ok(first.items.length > 1 && first.items.length < 9)
  assert.is(first.items.length + second.items.length, 9)
})

listing('refuses days that are none, and a range that ends before it begins', async () => {
  const { ask } = await sit()

  assert.equal(faultOf(await ask(`GET ${path}?from=2026-02-30`)), [422, 'bad-day /query/from'])
  assert.equal(faultOf(await ask(`GET ${path}?from=2026-02-02&to=2026-02-01`)), [422, 'bad-range /query/from'])
})

listing('counts entries by day, for an account and between days, in two statements', async () => {
  const { ask, desk } = await sit()
  for (const day of ['2026-11-18', '2026-11-20', '2026-11-20', '2026-11-21']) await desk.record({ ...lunch, day })
  const { id: other } = (await desk.accounts.list(desk.stranger))[0] ?? {}
  desk.statements.length = 0

  assert.equal(daysOf(await ask(`GET ${path}/days`)), ['2026-11-21 1', '2026-11-20 2', '2026-11-18 1'])
  assert.is(desk.statements.length, 2)
  assert.equal(daysOf(await ask(`GET ${path}/days?from=2026-11-19&to=2026-11-20&account=${desk.at.wallet}`)), [
    '2026-11-20 2',
  ])
  assert.equal(daysOf(await ask(`GET ${path}/days?account=${other}`)), [])
  assert.equal(faultOf(await ask(`GET ${path}/days?from=2026-02-30`)), [422, 'bad-day /query/from'])
  assert.equal(faultOf(await ask(`GET ${path}/days?from=2026-11-21&to=2026-11-20`)), [422, 'bad-range /query/from'])
})

listing('hands out ten thousand days at the most, and says where to go on', async () => {
  const { ask, desk } = await sit()
  const days = Array.from({ length: 10_001 }, (_, n) => addDays('1990-01-01' as Day, n))
  const { ledgerId: ledger_id } = desk.scope
  const row = { ledger_id, grain: 'd', key_id: '-', currency: 'EUR', plus: 0, minus: 0, n: 1, touched_ms: 0 } as const
  await desk.db.transaction().execute((trx) =>
    insertRows(
      trx,
      'totals',
      days.flatMap((start) => (['kind', 'account'] as const).map((face) => ({ ...row, face, start }))),
    ),
  )

  const first = await ask(`GET ${path}/days`)
  assert.equal([first.body.items.length, first.body.next], [10_000, '1990-01-01'])
  assert.equal(daysOf(await ask(`GET ${path}/days?to=${first.body.next}`)), ['1990-01-01 1'])
})

const exporting = suite('exporting entries')

exporting('writes a line for each split, and nothing that a spreadsheet would run', async () => {
  const { ask, desk } = await sit()
  const splits = [{ amount: '10', categoryId: desk.at.rent, note: 'x' }, { amount: '2.50' }]
  await ask(`POST ${path}`, { body: { ...lunch, splits, note: '=1+1', tags: ['a', 'b;c'] } })

  const { status, body, headers } = await ask(`GET ${path}/export.csv`)

  assert.is(status, 200)
  assert.match(String(headers['content-type']), /^text\/csv/)
  const [head, ...lines] = String(body).trimEnd().split('\r\n')
  assert.is(head?.split(',').slice(0, 5).join(), 'date,kind,amount,currency,account')
  assert.equal(
    lines.map((line) => line.split(',').slice(0, 12).join()),
    [
      "2026-11-20,expense,10.00,EUR,Wallet,,,,Rent,Mill Lane Bakery,'=1+1,a;b\\;c",
      "2026-11-20,expense,2.50,EUR,Wallet,,,,,Mill Lane Bakery,'=1+1,a;b\\;c",
    ],
  )
  assert.equal(
    lines.map((line) => line.split(',').slice(-2)),
    [
      ['x', ''],
      ['', ''],
    ],
    'a split’s own note, and what its category is below',
  )
})

async function sit() {
  const desk = await ledgerDesk()
  const handlers = {
    listTransactions,
    addTransaction,
    listTrash,
    listDays,
    exportTransactions,
    batchTransactions,
    getTransaction,
    putTransaction,
    changeTransaction,
    removeTransaction,
    restoreTransaction,
  }
  const send = deskApi(desk, transactions, handlers)
  const ask = async (...asked: Parameters<typeof send>) => {
    const answered = await send(...asked)
    return answered as typeof answered & { readonly body: Body }
  }
  return { desk, ask }
}

/** What one or another answer holds; the desk has checked each by its route. */
interface Body {
  readonly items: readonly TransactionView[]
  readonly next?: string
  readonly results: readonly { readonly outcome: string; readonly transaction?: TransactionView }[]
}

const daysOf = ({ body }: { readonly body: unknown }) =>
  (body as { items: { day: string; entries: number }[] }).items.map(({ day, entries }) => `${day} ${entries}`)

const viewOf = ({ body }: { readonly body: unknown }) => body as TransactionView

function faultOf({ status, body }: { readonly status: number; readonly body: unknown }): readonly [number, string] {
  const { errors = [] } = body as { errors?: { code: string; pointer: string }[] }
  return [status, `${errors[0]?.code} ${errors[0]?.pointer}`]
}

for (const each of [recording, batching, listing, exporting]) each.run()
