import type { AccountView } from '../../functions/api/accounts.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { ListedPayee } from '../../functions/api/payees.ts'
import { fold } from '../../functions/domain/fold.ts'
import type { TransactionKind } from '../../functions/domain/transaction.ts'
import { bestOf, fitOf, type Known } from './known.ts'
import { phrase, type Word } from './words.ts'

/** What words that are neither amount nor day come to. */
export interface Meaning {
  readonly kind: TransactionKind
  readonly category: CategoryView | undefined
  readonly isLearned: boolean
  readonly payee: string | undefined
  readonly note: string | undefined
  /** That of the payee's latest entry. */
  readonly account: AccountView | undefined
  readonly parts: readonly { readonly role: 'payee' | 'category' | 'note'; readonly words: readonly Word[] }[]
}

/**
 * A payee that is known is found first, then the name of a category; what is neither is a new payee or, beside one of
 * them, a note. A payee without a category is filed as its latest entry was. A plus on an expense category is a refund.
 */
export function meaningOf(words: readonly Word[], sign: '+' | '-' | undefined, known: Known): Meaning {
  const payee = knownPayee(words, known)
  const others = words.filter((word) => !payee?.words.includes(word))
  const named = categoryIn(others, sign, known)
  const left = others.filter((word) => !named?.words.includes(word))

  const kind = kindOf(sign, named?.category, payee?.payee)
  const learned = named ? undefined : learnedFrom(payee?.payee, kind, known)
  const isNew = !payee && !named && left.length > 0
  // a word that only hints at its category is kept, or the entry would lose it
  const note = named && !named.isWhole ? others : isNew ? [] : left
  return {
    kind,
    category: named?.category ?? learned,
    isLearned: learned !== undefined,
    payee: payee?.payee.name ?? (isNew ? textOf(left) : undefined),
    note: note.length > 0 ? textOf(note) : undefined,
    account: known.accounts.find((one) => one.id === payee?.payee.last?.accountId),
    parts: [
      ...(payee ? [{ role: 'payee' as const, words: payee.words }] : []),
      ...(named ? [{ role: 'category' as const, words: named.words }] : []),
      ...(left.length > 0 ? [{ role: isNew ? ('payee' as const) : ('note' as const), words: left }] : []),
    ],
  }
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')

/** The longest run of words that is a payee's name. An alias is read as what it was merged into. */
export function knownPayee(words: readonly Word[], { payees }: Known) {
  const byName = namesOf(payees)
  for (const run of runsIn(words)) {
    const payee = byName.get(fold(textOf(run))) ?? byName.get(phrase(run))
    if (payee) return { payee: rootOf(payee, payees), words: run }
  }
  return undefined
}

/** Words that stand side by side, the most of them first. */
function runsIn(words: readonly Word[]): readonly (readonly Word[])[] {
  return words.flatMap((_, fewer) =>
    words.slice(0, fewer + 1).map((_, at) => words.slice(at, at + words.length - fewer)),
  )
}

function rootOf(payee: ListedPayee, payees: readonly ListedPayee[]): ListedPayee {
  const into = payee.mergedInto && payees.find((one) => one.id === payee.mergedInto)
  return into ? { ...into, ...(!into.last && payee.last && { last: payee.last }) } : payee
}

const kept = new WeakMap<readonly ListedPayee[], ReadonlyMap<string, ListedPayee>>()

function namesOf(payees: readonly ListedPayee[]): ReadonlyMap<string, ListedPayee> {
  const known = kept.get(payees) ?? new Map(payees.map((one) => [fold(one.name), one]))
  kept.set(payees, known)
  return known
}

/** All the words by any fit, or fewer of them as whole words of a name. With a minus income is not meant. */
function categoryIn(words: readonly Word[], sign: '+' | '-' | undefined, { categories }: Known) {
  const kinds =
    sign === '-'
      ? (['expense'] as const)
      : sign === '+'
        ? (['income', 'expense'] as const)
        : (['expense', 'income'] as const)
  for (const run of runsIn(words)) {
    for (const kind of kinds) {
      const own = categories.filter((one) => one.kind === kind)
      const category = bestOf(phrase(run), own, run.length === words.length ? 1 : 3)
      if (category) return { category, words: run, isWhole: fitOf(phrase(run), category.name) === 4 }
    }
  }
  return undefined
}

function kindOf(
  sign: '+' | '-' | undefined,
  named: CategoryView | undefined,
  payee: ListedPayee | undefined,
): TransactionKind {
  if (sign === '-') return 'expense'
  if (sign === '+')
    return named?.kind === 'expense' ? 'refund' : !named && payee?.last?.kind === 'refund' ? 'refund' : 'income'
  if (named) return named.kind
  return payee?.last?.kind === 'income' ? 'income' : 'expense'
}

function learnedFrom(payee: ListedPayee | undefined, kind: TransactionKind, { categories }: Known) {
  const category = categories.find((one) => one.id === payee?.last?.categoryId)
  return category?.kind === (kind === 'income' ? 'income' : 'expense') ? category : undefined
}
