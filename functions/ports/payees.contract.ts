import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import type { PayeeId, TransactionId } from '../domain/ids.ts'
import { ok, refuse } from '../domain/result.ts'
import type { Payee } from './payees.ts'
import type { After } from './transactions.ts'

export function payeesContract(says: Says): void {
  says('adds a payee once, and not another one under its id', async (desk) => {
    const { payees, scope, ids, clock } = desk
    const id = ids.next() as PayeeId
    const row = { id, version: 1, name: 'Mill Lane' }

    assert.equal(await payees.add(scope, id, 'Mill Lane', clock.now()), ok({ row, outcome: 'added' }))
    assert.equal(await payees.add(scope, id, 'Mill Lane', clock.now()), ok({ row, outcome: 'same' }))
    assert.equal(await payees.add(scope, id, 'Other', clock.now()), refuse({ kind: 'precondition-required' }))
    assert.equal(await payees.find(scope, id), row)
    assert.is((await desk.enter(scope.userId)).revision, 1)
  })

  says('has one of a name, however it is written', async (desk) => {
    const { payees, scope, ids, clock } = desk
    const [mill, other] = [await added(desk, 'Café Mill'), await added(desk, 'Other')]
    const taken = refuse({ kind: 'name-taken', pointer: '/name' })

    assert.equal(await payees.add(scope, ids.next() as PayeeId, 'CAFE  MILL', clock.now()), taken)
    assert.equal(await rename(desk, other, 'cafe mill'), taken)
    assert.ok((await rename(desk, mill, 'cafe mill')).ok)
  })

  says('lists by name from a beginning on, page by page', async (desk) => {
    const { payees, scope } = desk
    for (const name of ['Zoo', 'mill', 'Élan', 'Mill Lane', 'Milk', 'MILL END']) await added(desk, name)
    const names = async (prefix: string, after?: string) =>
      (await payees.list(scope, { prefix, ...(after !== undefined && { after }), limit: 2 })).map(({ name }) => name)

    assert.equal(await names(''), ['Élan', 'Milk'])
    assert.equal(await names('', 'Milk'), ['mill', 'MILL END'])
    assert.equal(await names('MILL'), ['mill', 'MILL END'])
    assert.equal(await names('mill', 'MILL END'), ['Mill Lane'])
    assert.equal(await names('mill', 'Mill Lane'), [])
    assert.equal(await names('mill%'), [])
  })

  says('lists with each how its latest entry was filed, by one statement', async (desk) => {
    const { payees, scope, at, statements } = desk
    await added(desk, 'Unused')
    const filed = (payee: string, day: string, rest: object) =>
      desk.record({ kind: 'expense', day, amount: '5.00', payee, ...rest })
    await filed('Mill', '2026-11-20', { categoryId: at.bread })
    await filed('Mill', '2026-11-19', { categoryId: at.rent })
    await filed('Quay', '2026-11-20', { splits: [{ amount: '5.00', categoryId: at.rent }] })
    await filed('Tern', '2026-11-20', { kind: 'income', categoryId: at.pay })
    await filed('Tern', '2026-11-20', { kind: 'income' })
    statements.length = 0

    const listed = await payees.list(scope, { prefix: '', limit: 9 })
    assert.is(statements.length, 1)
    assert.equal(
      listed.map(({ name, last }) => [name, last]),
      [
        ['Mill', { kind: 'expense', accountId: at.wallet, categoryId: at.bread }],
        ['Quay', { kind: 'expense', accountId: at.wallet }],
        ['Tern', { kind: 'income', accountId: at.wallet }],
        ['Unused', undefined],
      ],
    )

    await desk.categories.merge(scope, at.bread, at.rent, desk.clock.now())
    const [mill] = await payees.list(scope, { prefix: 'Mill', limit: 9 })
    assert.is(mill?.last?.categoryId, at.rent)
  })

  says('renames only the version that was asked for', async (desk) => {
    const { payees, scope, clock } = desk
    const payee = await added(desk, 'Mill')

    const renamed = { ...payee, version: 2, name: 'Mills' }
    assert.equal(await payees.rename(scope, payee.id, 1, 'Mills', clock.now()), ok(renamed))
    assert.equal(await payees.rename(scope, payee.id, 1, 'Other', clock.now()), refuse({ kind: 'version-mismatch' }))
    assert.equal(await payees.rename(scope, payee.id, 2, 'Mills', clock.now()), ok(renamed))
    assert.equal(
      await payees.rename(scope, desk.ids.next() as PayeeId, undefined, 'X', clock.now()),
      refuse({ kind: 'not-found' }),
    )
  })

  says('renamed, is found by the new name in all its entries and not by the old one', async (desk) => {
    const { payees, scope } = desk
    for (const note of ['rolls', 'mill stones', '']) await spent(desk, 'Mill Lane', note)
    await spent(desk, 'Somebody', 'mill')
    const [mill] = await payees.list(scope, { prefix: 'mill', limit: 1 })
    if (!mill) throw new Error('no payee')

    await rename(desk, mill, 'Quay Bakery')

    assert.equal(await found(desk, 'quay'), ['', 'mill stones', 'rolls'])
    assert.equal(await found(desk, 'bakery roll'), ['rolls'])
    assert.equal(await found(desk, 'mill'), ['mill', 'mill stones'])
    assert.equal(await found(desk, 'lane'), [])
  })

  says('merges as an alias, which takes its own along and gives them back', async (desk) => {
    const { payees, scope } = desk
    const [mill, quay, shop] = [await added(desk, 'Mill'), await added(desk, 'Quay'), await added(desk, 'Shop')]
    const into = async ({ id }: Payee) => (await payees.find(scope, id))?.mergedInto

    assert.equal(await merge(desk, mill, quay), ok({ ...mill, version: 2, mergedInto: quay.id }))
    await merge(desk, quay, shop)
    assert.equal([await into(mill), await into(quay)], [shop.id, shop.id])

    await merge(desk, quay, undefined)
    assert.equal([await into(mill), await into(quay)], [quay.id, undefined])
    await merge(desk, mill, undefined)
    assert.is(await into(mill), undefined)
  })

  says('merges neither into itself, nor into what is none, nor back when it is not merged', async (desk) => {
    const [mill, quay] = [await added(desk, 'Mill'), await added(desk, 'Quay')]
    const strange = { ...mill, id: desk.ids.next() as PayeeId }
    const into = (kind: string) => refuse({ kind, pointer: '/into' })

    assert.equal(await merge(desk, mill, undefined), refuse({ kind: 'not-merged' }))
    assert.equal(await merge(desk, mill, mill), into('merge-into-itself'))
    assert.equal(await merge(desk, mill, strange), into('unknown-payee'))
    assert.equal(await merge(desk, strange, mill), refuse({ kind: 'not-found' }))
    await merge(desk, mill, quay)
    assert.equal(await merge(desk, quay, mill), into('merge-into-itself'))
  })

  says('merged, is found by both names; renamed afterwards, by the new one; brought back, by its own', async (desk) => {
    const { payees, scope } = desk
    await spent(desk, 'Mill', 'rolls')
    const [mill] = await payees.list(scope, { prefix: 'mill', limit: 1 })
    if (!mill) throw new Error('no payee')
    const quay = await added(desk, 'Quay')

    await merge(desk, mill, quay)
    assert.equal([await found(desk, 'mill'), await found(desk, 'quay')], [['rolls'], ['rolls']])
    await rename(desk, quay, 'Harbour')
    assert.equal([await found(desk, 'quay'), await found(desk, 'harbour')], [[], ['rolls']])
    await rename(desk, mill, 'Stones')
    assert.equal([await found(desk, 'mill'), await found(desk, 'stones harbour')], [[], ['rolls']])
    await merge(desk, mill, undefined)
    assert.equal([await found(desk, 'harbour'), await found(desk, 'stones')], [[], ['rolls']])
  })

  says('renames more entries than go into one statement, each once', async (desk) => {
    const { payees, scope, transactions, ids, clock } = desk
    const draft = { kind: 'expense' as const, day: '2026-11-20', amount: '1.00', payee: 'Mill' }
    for (const part of [500, 500, 101]) {
      const changes = Array.from({ length: part }, () => {
        const id = ids.next() as Parameters<typeof transactions.find>[1]
        return { do: 'create' as const, id, draft, bodyHash: id }
      })
      assert.ok((await transactions.apply(scope, changes, clock.now())).ok)
    }
    const [mill] = await payees.list(scope, { prefix: 'mill', limit: 1 })
    if (!mill) throw new Error('no payee')
    desk.statements.length = 0

    await rename(desk, mill, 'Quay')

    assert.ok(desk.statements.length < 60, `${desk.statements.length} statements`)
    const terms = await desk.db.selectFrom('terms').select('term').execute()
    assert.equal(terms.filter(({ term }) => term === 'quay').length, 1101)
    assert.is(terms.length, 1101)
  })

  says('merged from more names than one statement takes, is found page by page', async (desk) => {
    const { scope, transactions, ids, clock } = desk
    const changes = Array.from({ length: 519 }, (_, n) => {
      const id = ids.next() as TransactionId
      const draft = { kind: 'expense' as const, day: '2026-11-20', amount: '1.00', payee: `Mill ${n}` }
      return { do: 'create' as const, id, draft, bodyHash: id }
    })
    for (const part of [changes.slice(0, 260), changes.slice(260)]) {
      assert.ok((await transactions.apply(scope, part, clock.now())).ok)
    }
    const mill = await added(desk, 'Mill')
    await desk.db.updateTable('payees').set({ merged_into: mill.id }).where('id', '!=', mill.id).execute()

    const found: string[] = []
    for (let after: After | undefined, n = 0; n === 0 || after; n += 1) {
      const { entries, next } = await transactions.list(scope, { payeeId: mill.id }, after, 200)
      found.push(...entries.map(({ id }) => id))
      after = next
    }
    assert.equal(found, changes.map(({ id }) => id).toReversed())
  })

  says('goes only when no entry names it and nothing is merged into it', async (desk) => {
    const { payees, scope, transactions, clock } = desk
    const [free, head, alias] = [await added(desk, 'Free'), await added(desk, 'Head'), await added(desk, 'Alias')]
    await merge(desk, alias, head)
    await spent(desk, 'Used', '')
    const thrown = await spent(desk, 'Thrown away', '')
    await transactions.apply(scope, [{ do: 'delete', id: thrown }], clock.now())
    const used = await payees.list(scope, { prefix: '', limit: 10 })

    for (const name of ['Head', 'Used', 'Thrown away']) {
      const id = used.find((payee) => payee.name === name)?.id ?? free.id
      assert.equal(await payees.remove(scope, id, undefined), refuse({ kind: 'in-use' }), name)
    }
    assert.equal(await payees.remove(scope, free.id, 2), refuse({ kind: 'version-mismatch' }))
    for (const id of [free.id, free.id, alias.id, head.id])
      assert.equal(await payees.remove(scope, id, undefined), ok(undefined))
  })

  says('is nobody else’s', async (desk) => {
    const { payees, scope, stranger, clock } = desk
    const mill = await added(desk, 'Mill')

    assert.is(await payees.find(stranger, mill.id), undefined)
    assert.equal(await payees.list(stranger, { prefix: '', limit: 10 }), [])
    assert.equal(await payees.rename(stranger, mill.id, undefined, 'X', clock.now()), refuse({ kind: 'not-found' }))
    assert.equal(await payees.remove(stranger, mill.id, undefined), ok(undefined))
    assert.equal(await payees.find(scope, mill.id), mill)
  })
}

async function added({ payees, scope, ids, clock }: LedgerDesk, name: string): Promise<Payee> {
  const made = await payees.add(scope, ids.next() as PayeeId, name, clock.now())
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.row
}

const rename = ({ payees, scope, clock }: LedgerDesk, { id }: Payee, name: string) =>
  payees.rename(scope, id, undefined, name, clock.now())

const merge = ({ payees, scope, clock }: LedgerDesk, { id }: Payee, into: Payee | undefined) =>
  payees.merge(scope, id, into?.id, clock.now())

const spent = (desk: LedgerDesk, payee: string, note: string) =>
  desk.record({ kind: 'expense', day: '2026-11-20', amount: '1.00', payee, ...(note && { note }) })

/** The notes of the entries that search finds. */
async function found({ transactions, scope }: LedgerDesk, text: string): Promise<string[]> {
  const { entries } = await transactions.list(scope, { text }, undefined, 50)
  return entries.map(({ note = '' }) => note).toSorted()
}
