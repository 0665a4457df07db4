import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { BudgetView } from '../../functions/api/budgets.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import type { NewTransaction, TransactionPatch } from '../../functions/api/transactions.ts'
import { addDays, type Day } from '../../functions/domain/day.ts'
import type { Result } from '../../functions/domain/result.ts'
import { sampleIn } from '../../functions/sample/in-ledger.ts'
import { clientRoutes } from '../../scripts/build/client-routes.ts'
import type { Api } from '../api.ts'
import { sampleApi } from '../sample/api.ts'
import { fill } from '../sample/fill.ts'
import { personFor } from '../sample/person.ts'
import { newWorld, sampleLedger } from '../sample/world.ts'
import { here } from '../state/book.ts'
import { knownBook } from './known-book.ts'
import { accountsWith, deltasOf, insightsWith, limitsWith, worthWith } from './overlay-figures.ts'
import { daysWith, listWith } from './overlay-list.ts'
import { type Change, effectsOf, type Waiting } from './waiting.ts'

const seed = Number(process.env.SEED ?? Date.now())
const today = '2026-11-22' as Day
const newcomer = { locale: 'en', timeZone: 'Europe/Berlin', now: () => Date.parse(`${today}T12:00:00Z`) }

/** Something to be done to the ledger; which entry and which names is chosen when its turn comes. */
type Step = {
  readonly what: 'add' | 'change' | 'delete' | 'restore'
  readonly which: number
  readonly kind: NewTransaction['kind']
  readonly cents: number
  readonly daysAgo: number
  readonly isFiled: boolean
  readonly isSplit: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('add' as const, 'add' as const, 'change' as const, 'delete' as const, 'restore' as const),
  which: fc.nat(1_000),
  kind: fc.constantFrom('expense' as const, 'income' as const, 'transfer' as const, 'refund' as const),
  cents: fc.integer({ min: 1, max: 90_000 }),
  daysAgo: fc.integer({ min: -3, max: 70 }),
  isFiled: fc.boolean(),
  isSplit: fc.boolean(),
})

const overlay = suite('what waits for the network')

overlay('counts as if it had arrived', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const server = await ledger()
      const before = await answers(server)
      const waiting = await done(server, steps)
      const after = await answers(server)

      const book = knownBook({ ...before.nouns }, newcomer.now())
      const effects = effectsOf(waiting, book)
      const deltas = deltasOf(effects)
      assert.equal(accountsWith(before.nouns.accounts, deltas), after.nouns.accounts)
      const limits = limitsWith(before.limits, deltas, book)
      assert.equal(limits.map(withoutOthers), after.limits.map(withoutOthers))
      for (const [n, { notCounted }] of after.limits.entries()) {
        assert.ok(notCounted.every((code) => limits[n]?.notCounted.includes(code)))
      }
      assert.equal(worthWith(before.worth, deltas), after.worth)
      assert.equal(telling(insightsWith(before.figures, deltas, book)), telling(after.figures))
      assert.equal(daysWith(before.days, {}, effects, book).items, after.days.items)
      for (const [n, { query, page }] of before.lists.entries()) {
        const shown = listWith(page, query, effects, book).items.map(({ isWaiting: _, payeeId: __, ...row }) => row)
        const real = after.lists[n]?.page.items.map(({ payeeId: _, ...row }) => row) ?? []
        // a page that has lost rows is short until it is asked for anew
        assert.equal(shown, real.slice(0, shown.length).concat(shown.slice(real.length)), JSON.stringify(query))
      }
    }),
    { numRuns: 40, seed },
  )
})

overlay.run()

const household = sampleIn(sampleLedger, today, 'en')
const ofLate = { ...household, entries: household.entries.filter(({ body }) => body.day >= '2026-08-20') }

/** The sample, which answers as the server does: another suite says so. */
async function ledger(): Promise<Api> {
  const api = sampleApi(clientRoutes, newWorld(newcomer), personFor(newcomer))
  await fill(api, ofLate)
  return api
}

async function answers(api: Api) {
  const params = here
  const queries: readonly Parameters<typeof api.transactions.listTransactions>[0]['query'][] = [
    {},
    { kind: 'refund' },
    { text: 'tea' },
    { min: '100.00' },
    { max: '20.00' },
    { currency: 'CHF' },
    { category: 'none' },
  ]
  const accounts = await bodyOf(api.accounts.listAccounts({ params }))
  const categories = await bodyOf(api.categories.listCategories({ params }))
  const payees = await bodyOf(api.payees.listPayees({ params, query: { limit: '200' } }))
  return {
    nouns: { accounts: accounts.items, categories: categories.items, payees: payees.items },
    limits: (await bodyOf(api.budgets.listBudgets({ params, query: {} }))).items,
    worth: await bodyOf(api.accounts.getNetWorth({ params, query: {} })),
    days: await bodyOf(api.transactions.listDays({ params, query: {} })),
    figures: await bodyOf(api.insights.getInsights({ params, query: {} })),
    lists: await Promise.all(
      queries.map(async (narrowed) => {
        const query = { limit: '20', ...narrowed }
        return { query, page: await bodyOf(api.transactions.listTransactions({ params, query })) }
      }),
    ),
  }
}

const withoutOthers = ({ notCounted: _, ...limit }: BudgetView) => limit

/** All that the overlay promises: not payees, the largest, nor what is usual, which stay as they were seen. */
function telling({ currencies, period, previous }: InsightsView) {
  return {
    period,
    previous,
    currencies: currencies.map(
      ({ byPayee: _, largest: __, usual: ___, savingsRate: ____, byCategory, budgets, ...block }) => ({
        ...block,
        budgets: budgets.map(withoutOthers),
        byDay: block.byDay.filter(({ income, expense }) => /[1-9]/.test(income + expense)),
        byCategory: byCategory
          .filter(({ entries, amount }) => entries > 0 || /[1-9]/.test(amount))
          .map(({ usual: _, previous: __, children, ...one }) => ({
            ...one,
            children: children
              .filter(({ entries, amount }) => entries > 0 || /[1-9]/.test(amount))
              .map(({ usual: _, previous: __, ...child }) => child)
              .sort((a, b) => ((a.categoryId ?? '') < (b.categoryId ?? '') ? -1 : 1)),
          }))
          .sort((a, b) => ((a.categoryId ?? '') < (b.categoryId ?? '') ? -1 : 1)),
      }),
    ),
  }
}

/** Does the steps on the server, and answers with what would wait if they had been done without it. */
async function done(api: Api, steps: readonly Step[]): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  const { items } = await bodyOf(api.transactions.listTransactions({ params: here, query: { limit: '200' } }))
  const seen = new Map(items.map((one) => [one.id, one]))
  const ids = items.map(({ id }) => id)
  for (const [n, one] of steps.entries()) {
    const added = `0199bbbb-0000-7000-8000-00000000000${n}`
    const id = one.what === 'add' ? added : (ids[one.which % ids.length] ?? '')
    const params = { ...here, id }
    const change = await changeFor(api, one, id)
    const answer = await doOne(api, params, change)
    if (!answer.ok) continue
    if (one.what === 'add') ids.push(id)
    waiting.push({ seq: n, userId: '', id, madeAt: 0, change, before: seen.get(id), isTried: false })
  }
  return waiting
}

async function changeFor(
  api: Api,
  { what, kind, cents, daysAgo, isFiled, isSplit, which }: Step,
  id: string,
): Promise<Change> {
  const found = await api.transactions.getTransaction({ params: { ...here, id } })
  const version = found.ok ? found.value.body.version : undefined
  if (what === 'delete') return { do: 'delete', version }
  if (what === 'restore') return { do: 'restore' }
  const amount = (cents / 100).toFixed(2)
  if (what === 'change') {
    const patch: TransactionPatch = isFiled ? { amount, splits: null } : { day: addDays(today, -daysAgo), note: 'tea' }
    return { do: 'patch', version, patch }
  }
  const accounts = (await bodyOf(api.accounts.listAccounts({ params: here }))).items
  const sorts = (await bodyOf(api.categories.listCategories({ params: here }))).items.filter(
    (one) => one.kind === (kind === 'income' ? 'income' : 'expense'),
  )
  const [from, to] = [accounts[which % accounts.length], accounts[(which + 1) % accounts.length]]
  const sort = sorts[which % sorts.length]?.id
  const draft: NewTransaction = {
    kind,
    day: addDays(today, -daysAgo),
    amount,
    accountId: from?.id,
    ...(kind === 'transfer' && { toAccountId: to?.id }),
    ...(kind === 'transfer' && from?.currency !== to?.currency && { toAmount: amount }),
    ...(kind !== 'transfer' && isFiled && !isSplit && { categoryId: sort }),
    ...(kind !== 'transfer' && isSplit && { splits: [{ amount, ...(sort && { categoryId: sort }) }] }),
    ...(kind !== 'transfer' && { payee: isFiled ? 'Mill Lane Bakery' : 'New Shop' }),
  }
  return { do: 'create', draft }
}

function doOne({ transactions }: Api, params: { readonly ledger: string; readonly id: string }, change: Change) {
  switch (change.do) {
    case 'create':
      return transactions.putTransaction({ params, body: change.draft })
    case 'patch':
      return transactions.changeTransaction({ params, body: change.patch })
    case 'delete':
      return transactions.removeTransaction({ params })
    case 'restore':
      return transactions.restoreTransaction({ params })
  }
}

async function bodyOf<T>(asking: Promise<Result<{ readonly body: T }, unknown>>): Promise<Exclude<T, undefined>> {
  const answer = await asking
  if (!answer.ok || answer.value.body === undefined) throw new Error(`refused ${JSON.stringify(answer)}`)
  return answer.value.body as Exclude<T, undefined>
}
