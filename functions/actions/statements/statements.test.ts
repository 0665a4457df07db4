import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type StatementView, statements } from '../../api/statements.ts'
import { getStatement } from './get-statement.ts'
import { putStatement } from './put-statement.ts'
import { removeStatement } from './remove-statement.ts'

const reconciling = suite('reconciling an account')

reconciling('remembers a statement that adds up, with what it did not have', async () => {
  const { desk, ask, path } = await sit()
  await desk.record({ kind: 'income', day: '2026-11-02', amount: '30.00' })
  const open = await desk.record({ kind: 'expense', day: '2026-11-19', amount: '12.50', payee: 'Mill' })
  assert.equal(bodyOf(await ask(`GET ${path}`)), { day: '2026-11-20', book: '17.50', open: [] })

  const put = (body: object) => ask(`PUT ${path}`, { body })
  assert.is((await put({ balance: '30.00' })).status, 422)
  const made = await put({ balance: '30', open: [open, open] })
  assert.equal([made.status, (await put({ balance: '30.00', open: [open] })).status], [201, 200])
  const { statement, open: items } = bodyOf(made)
  assert.equal(statement, { day: '2026-11-20', balance: '30.00', off: '0.00' })
  assert.equal(
    items.map(({ payee }) => payee),
    ['Mill'],
  )

  assert.equal([(await ask(`DELETE ${path}`)).status, (await ask(`DELETE ${path}`)).status], [204, 204])
  assert.is(bodyOf(await ask(`GET ${path}`)).statement, undefined)
})

reconciling('says which field is wrong', async () => {
  const { desk, ask, path } = await sit()
  const account = path.slice(0, path.lastIndexOf('/'))
  const fault = async (line: string, body?: object) => {
    const answered = await ask(line, body && { body })
    const { errors = [] } = answered.body as { errors?: { pointer: string; code: string }[] }
    return `${answered.status} ${errors[0]?.code} ${errors[0]?.pointer}`
  }

  assert.is(await fault(`GET ${account}/2026-02-30`), '422 bad-day /path/day')
  assert.is(await fault(`PUT ${account}/2026-02-30`, { balance: '0' }), '422 bad-day /path/day')
  assert.is(await fault(`DELETE ${account}/2026-02-30`), '422 bad-day /path/day')
  assert.is(await fault(`PUT ${path}`, { balance: '0.001' }), '422 bad-amount /balance')
  assert.is(await fault(`PUT ${path}`, { balance: '10000000000000' }), '422 amount-too-large /balance')
  assert.is(await fault(`PUT ${path}`, { balance: '1.00' }), '422 statement-off /balance')
  assert.is(await fault(`PUT ${path}`, { balance: '0', open: [desk.at.food] }), '422 unknown-entry /open/0')
  const strange = `/accounts/${desk.at.food}/statements/2026-11-20`
  assert.equal(
    [(await ask(`GET ${strange}`)).status, (await ask(`PUT ${strange}`, { body: { balance: '0' } })).status],
    [404, 404],
  )
})

async function sit() {
  const desk = await ledgerDesk()
  const ask = deskApi(desk, statements, { getStatement, putStatement, removeStatement })
  return { desk, ask, path: `/accounts/${desk.at.wallet}/statements/2026-11-20` }
}

const bodyOf = ({ body }: { readonly body: unknown }) => body as StatementView

reconciling.run()
