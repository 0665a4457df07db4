import type { sampleIn } from '../../functions/sample/in-ledger.ts'
import type { Api, Problem } from '../api.ts'
import { here } from '../state/book.ts'

/**
 * Puts the sample household into the ledger of whoever asks, by the API and nothing else. Done again it finds what is
 * there. Answers with what went wrong, if anything did; what was put in before that stays.
 */
export async function fill(api: Api, sample: ReturnType<typeof sampleIn>): Promise<Problem | undefined> {
  const into = (id: string) => ({ ...here, id })
  const { name, accounts, categories, limits, entries } = sample
  const steps = [
    () => api.ledgers.changeLedger({ params: here, body: { name } }),
    ...accounts.map(
      ({ id, isFirst, body }) =>
        () =>
          isFirst
            ? api.accounts.changeAccount({ params: into(id), body })
            : api.accounts.putAccount({ params: into(id), body }),
    ),
    ...categories.map(
      ({ id, body }) =>
        () =>
          api.categories.putCategory({ params: into(id), body }),
    ),
    ...limits.map(
      ({ id, body }) =>
        () =>
          api.budgets.putBudget({ params: into(id), body }),
    ),
    ...chunks(entries, mostAtOnce).map((some) => () => {
      const changes = some.map(({ id, body }) => ({ op: 'create' as const, id, transaction: body }))
      return api.transactions.batchTransactions({ params: here, body: { changes } })
    }),
  ]
  for (const step of steps) {
    const answer = await step()
    if (!answer.ok) return answer.error
  }
  return undefined
}

/** What a batch takes. */
const mostAtOnce = 500

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}
