import type { BudgetView } from '../../functions/api/budgets.ts'
import { limitRuler, standing } from '../../functions/scene/limit.ts'
import { axisFigure, digitsOf, figure, minorOf, negated, wireOf } from '../figures.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { type Book, categoryName } from '../state/book.ts'
import { icon } from './icon.ts'
import { picture } from './scene.ts'

export function limitName(book: Book, { categoryId }: Pick<BudgetView, 'categoryId'>): string {
  return categoryId ? (categoryName(book, categoryId) ?? t(en.noCategory)) : t(en.everything)
}

export function stateOf(limit: BudgetView): 'over' | 'near' | 'fine' {
  return standing(minorsOf(limit))
}

/** "€31.00 left", "€6.30 over". */
export function leftText({ left }: BudgetView, currency?: string): string {
  return left.startsWith('-')
    ? t(en.limitOver, { amount: figure(negated(left), { currency }) })
    : t(en.limitLeft, { amount: figure(left, { currency }) })
}

/** What is spent ahead of the pace, or still in hand. */
export function paceLine({ spent, pace, currency }: BudgetView) {
  const ahead = minorOf(spent) - minorOf(pace)
  const isAhead = ahead > 0n
  const amount = figure(wireOf(isAhead ? ahead : -ahead, digitsOf(spent)), { currency })
  return [icon(isAhead ? 'warn' : 'ok', isAhead ? 'warn' : 'in'), t(isAhead ? en.ahead : en.inHand, { amount })]
}

/** The limit for everything, as a ruler with today's pace on it. */
export function ruler(limit: BudgetView) {
  const { currency } = limit
  const [spent, amount, pace] = [limit.spent, limit.amount, limit.pace].map((wire) => figure(wire, { currency }))
  const words = { spent: spent ?? '', limit: amount ?? '', pace: pace ?? '' }
  return picture(
    limitRuler(minorsOf(limit), digitsOf(limit.amount), {
      sentence: t(en.limitSentence, words),
      pace: t(en.paceToday),
      axis: axisFigure,
      limit: words.limit,
    }),
  )
}

export function minorsOf({ amount, spent, pace }: BudgetView) {
  return { amount: minorOf(amount), spent: minorOf(spent), pace: minorOf(pace) }
}
