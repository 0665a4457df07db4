import type { Span } from '../days.ts'
import { figure, percent } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { type Book, colourOf } from '../state/book.ts'
import type { Block } from './hero.ts'
import { swatch } from './icon.ts'
import { section } from './section.ts'

/** Spending by category; each leads to its entries. */
export function whereItWent(book: Book, { byCategory, currency, expense }: Block, { start, end }: Span) {
  const all = byCategory.filter((one) => one.kind === 'expense')
  return section(
    t(en.whereItWent),
    currency,
    all.length === 0
      ? html`<p class="q">${t(en.nothingSpent)}</p>`
      : html`<table>
        <caption class="vh">${t(en.whereItWent)}</caption>
        <thead class="vh"><tr>${[en.category, en.share, en.spent, en.percent].map((head) => html`<th scope="col">${t(head)}</th>`)}</tr></thead>
        <tbody>${all.map(({ categoryId, name, amount, share }) => {
          const colour = colourOf(book, categoryId)
          return html`<tr key=${categoryId}>
            <th scope="row"><a href=${to('/entries', { category: categoryId ?? 'none', from: start, to: end })}>${swatch(colour)}${name ?? t(en.noCategory)}</a></th>
            <td class="wide"><svg class="ch" height="8" aria-hidden="true"><rect width=${`${share ?? 0}%`} height="8" class=${`c${colour ?? 0}`} /></svg></td>
            <td class="r">${figure(amount)}</td>
            <td class="r q">${share !== undefined && percent(share)}</td>
          </tr>`
        })}</tbody>
        <tfoot><tr class="total"><th scope="row">${t(en.spent)}</th><td class="wide"></td><td class="r">${figure(expense)}</td><td></td></tr></tfoot>
      </table>`,
  )
}
