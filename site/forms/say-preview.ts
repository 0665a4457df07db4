import type { BudgetView } from '../../functions/api/budgets.ts'
import { plus } from '../../functions/domain/money.ts'
import { standing } from '../../functions/scene/limit.ts'
import { icon, swatch } from '../components/icon.ts'
import { limitName, minorsOf } from '../components/limits.ts'
import { dayFull } from '../day-full.ts'
import { daysLeft } from '../days.ts'
import { digitsOf, figure, minorOf, signed, wireOf } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as asks from '../messages/en-forms.ts'
import * as words from '../messages/en-say.ts'
import { t } from '../messages/t.ts'
import type { Said } from '../say/read-said.ts'
import { type Book, categoryName, categoryOf, colourOf } from '../state/book.ts'

interface PreviewParts {
  readonly said: Said
  readonly hasText: boolean
  readonly book: Book
  readonly limits: readonly BudgetView[]
  readonly step: (days: number) => void
}

/** What would be saved, and what it would do to a limit. */
export function preview({ said, hasText, book, limits, step }: PreviewParts) {
  const { kind, amount, account, toAccount, toAmount, category, isLearned, payee, note, tags, day, trouble } = said
  const shown = amount && account ? signed(kind, amount, account.currency) : ''
  return html`<div class="preview">
    <p class="row sb big"><span>${t(en.kinds[kind])}</span><span class="num">${shown}</span></p>
    <dl class="lines">
      ${payee && pair(t(words.payee), payee)}
      ${kind !== 'transfer' && pair(t(en.category), html`${swatch(colourOf(book, category?.id))}${categoryName(book, category?.id) ?? t(en.noCategory)} ${isLearned && html`<span class="q xs">${t(words.asBefore)}</span>`}`)}
      ${pair(
        t(asks.day),
        html`<span class="row sb"><span>${dayFull(day, book.ledger.today)}</span><span class="row steps">
        ${stepper('prev', t(words.dayBefore), () => step(-1))}${stepper('next', t(words.dayAfter), () => step(1))}</span></span>`,
      )}
      ${pair(t(kind === 'transfer' ? asks.fromAccount : asks.account), account?.name)}
      ${toAccount && pair(t(asks.toAccount), toAmount ? `${toAccount.name}, ${figure(toAmount, { currency: toAccount.currency, plus: true })}` : toAccount.name)}
      ${note && pair(t(asks.note), note)}
      ${tags.length > 0 && pair(t(words.tags), tags.map((tag) => `#${tag}`).join(' '))}
    </dl>
    <p class="row s warn state" role="status">${hasText && trouble ? t(words.troubles[trouble], { currency: toAccount?.currency ?? '' }) : effectOf(said, book, limits)}</p>
  </div>`
}

function pair(name: string, value: unknown) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function stepper(picture: 'prev' | 'next', name: string, act: () => void) {
  return html`<button class="b o" type="button" aria-label=${name} onClick=${act}>${icon(picture)}</button>`
}

/** The limit that this would bring nearest to its end, where that is worth a word. */
function effectOf({ kind, amount, account, category, day }: Said, book: Book, limits: readonly BudgetView[]) {
  if (kind !== 'expense' || !amount || !account) return undefined
  const own = [category?.id, categoryOf(book, category?.parentId)?.id]
  for (const limit of limits) {
    const { period, currency, categoryId } = limit
    const counts = categoryId === undefined || own.includes(categoryId)
    if (limit.archived || !counts || currency !== account.currency || day < period.start || day > period.end) continue
    const figures = minorsOf(limit)
    const spent = plus(figures.spent, minorOf(amount))
    const state = standing({ ...figures, spent })
    if (state === 'fine') continue

    const left = figures.amount - spent
    const wire = figure(wireOf(left < 0n ? -left : left, digitsOf(limit.amount)), { currency })
    const name = limitName(book, limit)
    const days = daysLeft(period, book.ledger.today)
    return [
      icon('warn'),
      html`<span>${state === 'over' ? t(words.wouldLeaveNone, { name, over: wire }) : t(words.wouldLeave, { name, left: wire, n: days })}</span>`,
    ]
  }
  return undefined
}
