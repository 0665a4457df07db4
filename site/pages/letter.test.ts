import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { BudgetView } from '../../functions/api/budgets.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { Result } from '../../functions/domain/result.ts'
import { sampleIn } from '../../functions/sample/in-ledger.ts'
import { clientRoutes } from '../../scripts/build/client-routes.ts'
import { minorOf, wireOf } from '../figures.ts'
import { parts as names } from '../messages/en-landing.ts'
import { sampleApi } from '../sample/api.ts'
import { fill } from '../sample/fill.ts'
import { personFor } from '../sample/person.ts'
import { newWorld, sampleLedger } from '../sample/world.ts'
import { colourOf, here, readBook } from '../state/book.ts'
import { letter } from './letter.ts'

const today = '2026-11-22' as Day
const newcomer = { locale: 'en', timeZone: 'Europe/Berlin', now: () => Date.parse(`${today}T12:00:00Z`) }
const api = sampleApi(clientRoutes, newWorld(newcomer), personFor(newcomer))

const shown = suite('the letter on the landing page')
shown.before(async () => {
  assert.is(await fill(api, sampleIn(sampleLedger, today, 'en')), undefined)
})

shown('tells a week of the sample household', async () => {
  const { start: from, end: to } = letter.week
  const { currencies } = await bodyOf(api.insights.getInsights({ params: here, query: { from, to } }))
  const book = await readBook(api)
  const spent = currencies[0]?.byCategory.filter(({ kind, amount }) => kind === 'expense' && amount !== '0.00') ?? []

  assert.is(currencies[0]?.expense, letter.spent)
  assert.equal(
    spent.map(({ name, amount, categoryId }) => [name, amount, book.ok ? colourOf(book.value, categoryId) : 0]),
    letter.parts.map(([name, amount, colour]) => [names[name], amount, colour]),
  )
})

shown('tells its limits and its months', async () => {
  const { items } = await bodyOf(api.budgets.listBudgets({ params: here, query: {} }))
  const [whole, near] = items as [BudgetView, BudgetView]
  const { currencies } = await bodyOf(api.insights.getInsights({ params: here, query: {} }))
  const { amount, spent, left, pace, daily, days } = letter.limit

  assert.is(wireOf(minorOf(whole.pace) - minorOf(whole.spent), 2), letter.inHand)
  assert.equal([near.amount, near.spent, near.left, near.pace], [amount, spent, left, pace])
  assert.is(wireOf(minorOf(left) / BigInt(days), 2), daily)
  assert.equal(
    currencies[0]?.trend.slice(-4, -1).map(({ start, income, expense }) => ({ day: start, income, expense })),
    letter.months,
  )
})

shown.run()

async function bodyOf<T>(asking: Promise<Result<{ readonly body: T }, unknown>>): Promise<Exclude<T, undefined>> {
  const answer = await asking
  if (!answer.ok || answer.value.body === undefined) throw new Error('refused')
  return answer.value.body as Exclude<T, undefined>
}
