import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import {
  account,
  apply,
  create,
  digest,
  doneIn,
  lunch,
  nextId,
  outcomes,
  patch,
  revisionOf,
} from '../../tests/support/entries.ts'
import type { Day } from '../domain/day.ts'
import type { Draft } from '../domain/draft.ts'
import type { AccountId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'
import { always, periodAt } from '../domain/period.ts'
import { refuse } from '../domain/result.ts'
import type { Change } from './transactions.ts'

export function batchesContract(says: Says): void {
  batching(says)
  summing(says)
}

function batching(says: Says): void {
  says('does all changes in one revision', async (desk) => {
    const [old, gone] = [await create(desk, lunch), await create(desk, lunch)]
    const revision = await revisionOf(desk)

    const done = await apply(
      desk,
      { do: 'create', id: nextId(desk), draft: lunch, bodyHash: digest('new') },
      { do: 'patch', id: old.id, patch: { amount: '1' } },
      { do: 'delete', id: gone.id },
      { do: 'delete', id: nextId(desk) },
    )

    assert.equal(outcomes(done), ['created', 'patched', 'deleted', 'already-deleted'])
    assert.is(await revisionOf(desk), revision + 1)
    assert.equal(await desk.check(), [])
  })

  says('does none when one is refused, and says which', async (desk) => {
    const { id } = await create(desk, lunch)
    const revision = await revisionOf(desk)

    const done = await apply(
      desk,
      { do: 'delete', id },
      { do: 'create', id: nextId(desk), draft: { ...lunch, payee: 'New' }, bodyHash: digest('a') },
      { do: 'create', id: nextId(desk), draft: { ...lunch, amount: '1.005' }, bodyHash: digest('b') },
      { do: 'patch', id: nextId(desk), patch: {} },
    )

    assert.equal(done, refuse({ kind: 'bad-amount', text: '1.005', pointer: '/amount', change: 2 }))
    assert.is(await revisionOf(desk), revision)
    assert.not.equal(await desk.transactions.find(desk.scope, id), 'trashed')
    assert.equal(
      (await desk.payees.list(desk.scope, { prefix: '', limit: 9 })).map(({ name }) => name),
      [lunch.payee],
    )
  })

  says('takes an id once', async (desk) => {
    const { id } = await create(desk, lunch)

    const twice = await apply(desk, { do: 'patch', id, patch: {} }, { do: 'delete', id })

    assert.equal(twice, refuse({ kind: 'duplicate-id', pointer: '/id', change: 1 }))
  })

  says('moves no revision when all was done before', async (desk) => {
    const id = nextId(desk)
    const create: Change = { do: 'create', id, draft: lunch, bodyHash: digest('lunch') }
    await apply(desk, create)
    const revision = await revisionOf(desk)

    assert.equal(outcomes(await apply(desk, create, { do: 'delete', id: nextId(desk) })), ['same', 'already-deleted'])
    assert.is(await revisionOf(desk), revision)
  })

  says('takes five hundred at once', async (desk) => {
    const changes = Array.from({ length: 500 }, (_, n): Change => {
      const day = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
      const draft = { ...lunch, day, amount: `${n + 1}.0${n % 10}`, payee: `Shop ${n % 40}`, categoryId: desk.at.bread }
      return { do: 'create', id: nextId(desk), draft, bodyHash: digest(String(n)) }
    })

    const done = doneIn(await apply(desk, ...changes))
    assert.equal(new Set(done.map(({ outcome }) => outcome)), new Set(['created']))
    assert.equal(await desk.check(), [])

    const gone = doneIn(await apply(desk, ...done.map(({ id }): Change => ({ do: 'delete', id }))))
    assert.is(gone.length, 500)
    assert.equal(await desk.check(), [])
    assert.is((await desk.accounts.find(desk.scope, desk.at.wallet))?.balance, 0n)
  })

  says('serves sixteen at once, one after another, and makes a payee that all name once', async (desk) => {
    const revision = await revisionOf(desk)
    const one = (n: number) => create(desk, { ...lunch, amount: `${n + 1}`, payee: 'New to all' })

    const made = await Promise.all(Array.from({ length: 16 }, (_, n) => one(n)))

    assert.is(new Set(made.map(({ payee }) => payee?.id)).size, 1)
    assert.is(await revisionOf(desk), revision + 16)
    assert.is((await desk.accounts.find(desk.scope, desk.at.wallet))?.balance, -136_00n)
    assert.equal(await desk.check(), [])
  })

  says('refuses what would make a total larger than it can be kept, and writes nothing', async (desk) => {
    const most = { amount: fromStore(2n ** 63n - 2_000_00n), day: '2026-01-01' as Day }
    const fields = {
      name: 'Vault',
      kind: 'bank' as const,
      currency: desk.scope.currency,
      opening: most,
      archived: false,
    }
    const vault = desk.ids.next() as AccountId
    await desk.accounts.add(desk.scope, vault, fields, 0)
    const revision = await revisionOf(desk)
    const income = (amount: string): Change => {
      const draft: Draft = { kind: 'income', day: '2026-11-20', amount, accountId: vault }
      return { do: 'create', id: nextId(desk), draft, bodyHash: digest(amount) }
    }

    assert.equal(await apply(desk, income('1'), income('2500')), refuse({ kind: 'total-too-large', change: 1 }))
    assert.is(await revisionOf(desk), revision)
    assert.equal(outcomes(await apply(desk, income('1999.99'))), ['created'])
    assert.equal(await desk.check(), [])
  })
}

/** What a write comes to: totals, balances. */
function summing(says: Says): void {
  says('nets a refund where the expense was, and counts no transfer', async (desk) => {
    const bank = await account(desk, 'Bank')
    await create(desk, { ...lunch, amount: '20', categoryId: desk.at.bread })
    await create(desk, { ...lunch, kind: 'refund', amount: '5', categoryId: desk.at.bread })
    await create(desk, { kind: 'income', day: '2026-11-20', amount: '100', categoryId: desk.at.pay })
    await create(desk, { kind: 'transfer', day: '2026-11-20', amount: '60', toAccountId: bank })

    const month = periodAt(always({ kind: 'month', date: 1 }), '2026-11-20' as Day)
    const [kinds] = await desk.totals.read(desk.scope, [{ face: 'kind', windows: [month] }])
    const balances = (await desk.accounts.list(desk.scope)).map(({ name, balance }) => [name, balance])

    assert.equal([kinds?.plus, kinds?.minus, kinds?.n], [100_00n, 15_00n, 3n])
    assert.equal(balances, [
      ['Wallet', 25_00n],
      ['Bank', 60_00n],
    ])
    assert.equal(await desk.check(), [])
  })

  says('moves balances when an entry moves to another account', async (desk) => {
    const bank = await account(desk, 'Bank')
    const { id } = await create(desk, lunch)

    await patch(desk, id, { accountId: bank })
    const balances = (await desk.accounts.list(desk.scope)).map(({ balance }) => balance)

    assert.equal(balances, [0n, -12_50n])
    assert.equal(await desk.check(), [])
  })

  says('sends at most twelve statements for an entry, whoever is paid', async (desk) => {
    const draft = { ...lunch, accountId: desk.at.wallet, categoryId: desk.at.bread }
    for (const payee of ['New', 'New']) {
      desk.statements.length = 0
      await create(desk, { ...draft, payee })
      const sent = desk.statements.filter((text) => text !== 'committed')
      assert.ok(sent.length <= 12, sent.join('\n'))
      assert.match(sent[1] ?? '', /^update ledgers set revision/)
    }
  })
}
