import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskWith, entry, ids } from '../../tests/browser/desk.ts'
import { statementOn } from '../../tests/browser/figures.ts'
import { effectOn, lessThan, readReckoning, without } from './reckoning.ts'

const reckoning = suite('reckoning with a statement')

reckoning('asks for the day of the statement, and then for what has come since the one before', async () => {
  const { desk, asked } = deskWith(({ line }) =>
    line.includes('/statements/')
      ? [200, { ...statementOn('2026-10-31'), previous: { day: '2026-09-30', balance: '1000.00', off: '0.00' } }]
      : [200, { items: [entry] }],
  )
  const read = await readReckoning(desk.client.api, ids.everyday, '2026-10-31')

  assert.equal(
    asked.map(({ line }) => line),
    [
      `GET ledgers/default/accounts/${ids.everyday}/statements/2026-10-31`,
      `GET ledgers/default/transactions?account=${ids.everyday}&from=2026-10-01&to=2026-10-31&limit=200`,
    ],
  )
  assert.ok(read.ok)
  assert.equal(read.value.since, [entry])
  assert.not.ok(read.value.isCut)
})

reckoning('asks for no more entries than somebody ticks off', async () => {
  const { desk, asked } = deskWith(({ line }) =>
    line.includes('/statements/')
      ? [200, statementOn('2026-10-31')]
      : [200, { items: Array.from({ length: 200 }, () => entry), next: 'more' }],
  )
  const read = await readReckoning(desk.client.api, ids.everyday, '2026-10-31')

  assert.is(asked.length, 4)
  assert.ok(read.ok)
  assert.is(read.value.since.length, 500)
  assert.ok(read.value.isCut)
})

reckoning('asks for nothing while nobody has said which statement', async () => {
  const { desk, asked } = deskWith(() => [200, { items: [] }])
  await readReckoning(desk.client.api, ids.everyday, '')

  assert.equal(asked, [])
})

reckoning('counts a transfer on both of its accounts, each with its sign', () => {
  const transfer = { ...entry, kind: 'transfer' as const, toAccountId: ids.tokyo, toAmount: '2100' }

  assert.is(effectOn(transfer, ids.everyday), '-12.50')
  assert.is(effectOn(transfer, ids.tokyo), '2100')
  assert.is(effectOn({ ...entry, kind: 'refund' }, ids.everyday), '12.50')
})

reckoning('takes off what is not on the statement', () => {
  const wage = { ...entry, id: ids.salary, kind: 'income' as const, amount: '100.00' }
  const whole = { statement: statementOn('2026-10-31'), since: [entry, wage], isCut: false }

  assert.is(without(whole, [], ids.everyday), '1250.00')
  assert.is(without(whole, [entry, wage], ids.everyday), '1162.50')
  assert.is(lessThan('1250.00', '1162.50'), '87.50')
})

reckoning.run()
