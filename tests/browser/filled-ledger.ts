import type { SampleEntry } from '../../scripts/samples/household.ts'
import type { Person } from './browser.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export type Asking = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** Registers somebody by the API, who has these entries in four accounts. Hands out a way to ask as that person. */
export async function filledLedger(url: string, person: Person, entries: readonly SampleEntry[]): Promise<Asking> {
  const who = { ...person, locale: 'en-IE', timeZone: 'Europe/Berlin', currency: 'EUR' }
  const { accessToken } = await ask<{ accessToken: string }>(`${url}/v1/users`, 'POST', who)
  const asking: Asking = (method, path, body) => ask(`${url}/v1/ledgers/default${path}`, method, body, accessToken)

  const accounts = new Map<string, string>()
  for (const [name, kind] of [
    ['Everyday', 'bank'],
    ['Card', 'card'],
    ['Cash', 'cash'],
    ['Savings', 'savings'],
  ] as const) {
    const opening = { amount: '1000.00', day: entries[0]?.day ?? '2026-01-01' }
    accounts.set(name, (await asking<Named>('POST', '/accounts', { name, kind, opening })).id)
  }
  const { items } = await asking<{ items: readonly Named[] }>('GET', '/categories')
  const categories = new Map(items.map(({ name, id }) => [name, id]))
  const changes = entries.map(({ account, toAccount, category, ...entry }) => ({
    op: 'create',
    transaction: {
      ...entry,
      accountId: accounts.get(account),
      ...(toAccount && { toAccountId: accounts.get(toAccount) }),
      ...(category && { categoryId: categories.get(category) }),
    },
  }))
  for (let start = 0; start < changes.length; start += 500)
    await asking('POST', '/transactions/batch', { changes: changes.slice(start, start + 500) })
  return asking
}

async function ask<T>(url: string, method: string, body?: unknown, token?: string): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}
