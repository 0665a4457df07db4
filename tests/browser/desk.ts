import { clientRoutes } from '../../scripts/build/client-routes.ts'
import { client } from '../../site/api.ts'
import type { Book } from '../../site/state/book.ts'
import { type Desk, firstState, type Kept, type State } from '../../site/state/state.ts'
import { store } from '../../site/state/store.ts'

export interface Asked {
  readonly line: string
  readonly headers: { readonly [name: string]: string }
  readonly body: unknown
}

export type Answering = (
  asked: Asked,
) => readonly [status: number, body?: unknown] | Promise<readonly [number, unknown?]>

/** A desk whose server answers as it is told, with what it was asked, what was drawn, and what waits for its time. */
export function deskWith(answering: Answering, change: Partial<State> = {}) {
  const asked: Asked[] = []
  const drawn: State[] = []
  const gone: string[] = []
  const waiting: (() => void)[] = []
  const kept = new Map<string, string>()
  const keeping = (name: string): Kept => ({
    read: () => kept.get(name),
    write: (value) => {
      if (value === undefined) kept.delete(name)
      else kept.set(name, value)
    },
  })
  const state = store<State>({ ...firstState({ path: '/', query: new URLSearchParams() }, true), ...change }, () =>
    drawn.push(state.get()),
  )
  const desk: Desk = {
    offline: {
      begin: async () => {},
      stop: async () => {},
      recall: async () => undefined,
      keeping: async () => undefined,
      forget: async () => {},
    },
    state,
    locale: 'en-IE',
    isHeld: () => false,
    isWide: () => true,
    go: (href) => gone.push(href),
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    later: (_, task) => {
      waiting.push(task)
      return () => waiting.splice(waiting.indexOf(task), 1)
    },
    kept: keeping,
    hint: keeping('outlay-in'),
    client: client(clientRoutes, {
      base: 'https://example.org/',
      now: () => 0,
      ended: () => {},
      fetch: async (url, init) => {
        const { method = '', headers, body } = init ?? {}
        const line = `${method} ${String(url).replace('https://example.org/v1/', '')}`
        const one = {
          line,
          headers: Object.fromEntries(new Headers(headers)),
          body: typeof body === 'string' ? JSON.parse(body) : undefined,
        }
        asked.push(one)
        const [status, answer] = await answering(one)
        const json = { headers: { 'content-type': 'application/json' } }
        return new Response(answer === undefined ? null : JSON.stringify(answer), { status, ...json })
      },
    }),
  }
  return { desk, asked, drawn, gone, waiting }
}

const presetFood = '11111111-1111-5111-8111-111111111111'
const presetHome = '22222222-1111-5111-8111-111111111111'

/** One household's nouns. */
export const book: Book = {
  ledger: {
    id: '01990000-0000-7000-8000-000000000001',
    revision: 7,
    name: 'Household',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    firstWeekday: 1,
    rule: 'month',
    today: '2026-11-22',
    period: { start: '2026-11-01', end: '2026-11-30' },
    role: 'owner',
  },
  accounts: [
    {
      id: '01990000-0000-7000-8000-00000000000a',
      version: 1,
      name: 'Everyday',
      kind: 'bank',
      currency: 'EUR',
      opening: { amount: '0.00', day: '2026-01-01' },
      balance: '1250.00',
      archived: false,
    },
    {
      id: '01990000-0000-7000-8000-00000000000b',
      version: 1,
      name: 'Tokyo',
      kind: 'cash',
      currency: 'JPY',
      opening: { amount: '0', day: '2026-01-01' },
      balance: '4200',
      archived: false,
    },
  ],
  categories: [
    { id: presetFood, version: 1, name: 'Food', kind: 'expense', archived: false },
    { id: presetHome, version: 1, name: 'Home', kind: 'expense', archived: false },
    {
      id: '01990000-0000-7000-8000-0000000000c1',
      version: 1,
      name: 'Bakery',
      kind: 'expense',
      parentId: presetFood,
      archived: false,
    },
    { id: '01990000-0000-7000-8000-0000000000c2', version: 1, name: 'Pets', kind: 'expense', archived: false },
    {
      id: '01990000-0000-7000-8000-0000000000c3',
      version: 1,
      name: 'Cakes',
      kind: 'expense',
      archived: false,
      mergedInto: '01990000-0000-7000-8000-0000000000c1',
    },
    { id: '01990000-0000-7000-8000-0000000000c4', version: 1, name: 'Salary', kind: 'income', archived: false },
  ],
  payees: [{ id: '01990000-0000-7000-8000-0000000000e1', version: 1, name: 'Mill Lane Bakery' }],
}

export const ids = {
  everyday: '01990000-0000-7000-8000-00000000000a',
  tokyo: '01990000-0000-7000-8000-00000000000b',
  food: presetFood,
  home: presetHome,
  bakery: '01990000-0000-7000-8000-0000000000c1',
  pets: '01990000-0000-7000-8000-0000000000c2',
  cakes: '01990000-0000-7000-8000-0000000000c3',
  salary: '01990000-0000-7000-8000-0000000000c4',
}

export const user = {
  id: '01990000-0000-7000-8000-0000000000f1',
  version: 1,
  email: 'asha@example.org',
  emailVerified: false,
  name: 'Asha',
  locale: 'en-IE',
  timeZone: 'Europe/Berlin',
  createdAt: 0,
}

export const entry = {
  id: '01990000-0000-7000-8000-0000000000d1',
  version: 3,
  kind: 'expense' as const,
  day: '2026-11-20',
  amount: '12.50',
  currency: 'EUR',
  accountId: ids.everyday,
  categoryId: ids.bakery,
  payee: 'Mill Lane Bakery',
  tags: ['team'],
}
