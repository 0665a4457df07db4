import type { InsightsView } from '../functions/api/insights.ts'
import { digitsOf, minorOf, wireOf } from './figures.ts'
import * as en from './messages/en.ts'
import { t } from './messages/t.ts'

type Block = InsightsView['currencies'][number]

/** A category in two periods, and how much more it is in the first. */
export interface Pair {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly kind: 'expense' | 'income'
  readonly first: string
  readonly second: string
  readonly change: string
}

/** Every upper category that either of them has: expenses first, then what differs most. */
export function pairsOf(first: Block, second: Block): readonly Pair[] {
  const nothing = wireOf(0n, digitsOf(first.net))
  const key = (one: { readonly kind: string; readonly categoryId?: string | undefined }) =>
    `${one.kind} ${one.categoryId}`
  const others = new Map(second.byCategory.map((one) => [key(one), one]))
  const all = new Map([...second.byCategory, ...first.byCategory].map((one) => [key(one), one]))
  const pairs = [...all].map(([name, one]) => {
    const own = first.byCategory.find((other) => key(other) === name)
    const [a, b] = [own?.amount ?? nothing, others.get(name)?.amount ?? nothing]
    return { id: one.categoryId, name: one.name, kind: one.kind, first: a, second: b, change: less(a, b) }
  })
  const size = ({ change }: Pair) => Math.abs(Number(minorOf(change)))
  return pairs
    .filter((one) => /[1-9]/.test(one.first + one.second))
    .toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || size(b) - size(a))
}

/** Income, expense and net of both, each with what it has changed by. */
export function figuresOf(first: Block, second: Block) {
  const row = (name: string, a: string, b: string) => [name, a, b, less(a, b)] as const
  return [
    row(t(en.expense), first.expense, second.expense),
    row(t(en.income), first.income, second.income),
    row(t(en.net), first.net, second.net),
  ]
}

function less(a: string, b: string): string {
  return wireOf(minorOf(a) - minorOf(b), digitsOf(a))
}
