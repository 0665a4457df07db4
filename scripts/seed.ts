import { fromNumber, toNumber } from '../functions/domain/day.ts'
import { todayIn } from '../functions/domain/zone.ts'
import { chances, household, type SampleEntry } from './seed/household.ts'

const usage = `npm run dev does this by itself; by hand: node scripts/run.mjs seed http://localhost:8080

Registers a sample person on a running Outlay, with four accounts, limits and fourteen months of entries,
and prints the log-in. A second run finds the person there and adds nothing.
`

const person = {
  email: 'asha@example.org',
  password: 'correct horse battery',
  name: 'Asha',
  timeZone: 'Europe/Berlin',
  locale: 'en',
  currency: 'EUR',
}
const accounts = [
  { name: 'Everyday', kind: 'bank', amount: '2410.35' },
  { name: 'Card', kind: 'card', amount: '-212.40' },
  { name: 'Cash', kind: 'cash', amount: '85.00' },
  { name: 'Savings', kind: 'savings', amount: '8200.00' },
] as const
const limits = [
  { amount: '2400.00' },
  { category: 'Groceries', amount: '600.00' },
  { category: 'Restaurants', amount: '150.00' },
  { category: 'Clothes and shoes', amount: '120.00' },
] as const
const months = 14

const [url] = process.argv.slice(2)
if (!url || url === '--help') {
  process.stdout.write(usage)
  process.exit(url ? 0 : 1)
}
await seed(url)
process.stdout.write(`Log in as ${person.email} with the password: ${person.password}\n`)

async function seed(base: string): Promise<void> {
  const registered = await fetch(`${base}/v1/users`, json('POST', person))
  if (registered.status === 409) return
  const { accessToken } = await answerOf<{ accessToken: string }>(registered)
  const call = <T>(method: string, path: string, body?: unknown) =>
    fetch(`${base}/v1/ledgers/default${path}`, json(method, body, accessToken)).then(answerOf<T>)

  const today = todayIn(person.timeZone, Date.now())
  const from = fromNumber(toNumber(today) - Math.round(months * 30.44))
  const places = new Map<string, string>()
  for (const { name, kind, amount } of accounts) {
    const made = await call<Named>('POST', '/accounts', { name, kind, opening: { amount, day: from } })
    places.set(name, made.id)
  }
  const { items } = await call<{ items: readonly Named[] }>('GET', '/categories')
  const sorts = new Map(items.map(({ name, id }) => [name, id]))
  for (const { amount, ...rest } of limits)
    await call('POST', '/budgets', { amount, ...('category' in rest && { categoryId: sorts.get(rest.category) }) })

  const entries = household(from, today, chances(20))
  for (let start = 0; start < entries.length; start += 500) {
    const changes = entries
      .slice(start, start + 500)
      .map((entry) => ({ op: 'create', transaction: wire(entry, places, sorts) }))
    await call('POST', '/transactions/batch', { changes })
  }
}

interface Named {
  readonly id: string
  readonly name: string
}

type Ids = ReadonlyMap<string, string>

function wire({ account, toAccount, category, ...entry }: SampleEntry, places: Ids, sorts: Ids) {
  return {
    ...entry,
    accountId: places.get(account),
    ...(toAccount && { toAccountId: places.get(toAccount) }),
    ...(category && { categoryId: sorts.get(category) }),
  }
}

function json(method: string, body?: unknown, token?: string): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}
