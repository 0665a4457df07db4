import { icon } from '../components/icon.ts'
import { dayFull } from '../day-full.ts'
import { periodTitle } from '../days.ts'
import { figure } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { accountOf, type Book, categoryName } from '../state/book.ts'
import type { Filter } from '../state/filter.ts'
import { open } from '../state/screen.ts'
import { dropFilter, savedFilters } from './saved-filters.ts'

/** What narrows the list, each with a way to let it go; what could; and the filters that were saved. */
export function chips({ desk }: At, book: Book, filter: Filter) {
  const active = activeIn(book, filter)
  const free = fields.filter(([field]) => !active.some((one) => one.field === field))
  return html`<ul class="chips" aria-label=${t(lists.filters)}>
    ${active.map(
      ({
        field,
        name,
        without,
      }) => html`<li key=${field} class="pair"><button class="chip" type="button" aria-pressed="true" onClick=${() => open(desk, { kind: 'filters', field })}>${name}</button>
        <a class="chip shut" href=${to('/entries', { ...filter, ...without })} aria-label=${t(lists.without, { filter: name })}>${icon('close')}</a></li>`,
    )}
    ${free.map(([field, name]) => html`<li key=${field}><button class="chip" type="button" onClick=${() => open(desk, { kind: 'filters', field })}>${t(name)}</button></li>`)}
    ${savedFilters(desk, book.ledger.id).map(
      ({
        name,
        filter,
      }) => html`<li key=${`saved ${name}`} class="pair"><a class="chip" href=${to('/entries', filter)}>${t(lists.saved, { name })}</a>
        <button class="chip shut" type="button" aria-label=${t(lists.dropSaved, { name })} onClick=${() => dropFilter(desk, book.ledger.id, name)}>${icon('close')}</button></li>`,
    )}
  </ul>`
}

const fields = [
  ['from', en.period],
  ['category', en.category],
  ['account', lists.account],
  ['kind', lists.kind],
  ['min', lists.amount],
  ['tag', lists.tag],
] as const

interface Active {
  readonly field: string
  readonly name: string
  readonly without: Filter
}

function activeIn(book: Book, filter: Filter): readonly Active[] {
  const { from, to: until, category, account, payee, kind, tag, text, min, max, currency } = filter
  const amount = (wire: string) => figure(wire)
  const all: readonly (Active | '' | undefined)[] = [
    (from || until) && {
      field: 'from',
      name: between(
        from,
        until,
        (day) => dayFull(day, book.ledger.today),
        () => periodTitle({ start: from ?? '', end: until ?? '' }),
      ),
      without: { from: undefined, to: undefined },
    },
    category && {
      field: 'category',
      name: categoryName(book, category) ?? t(en.noCategory),
      without: { category: undefined },
    },
    account && {
      field: 'account',
      name: accountOf(book, account)?.name ?? t(lists.account),
      without: { account: undefined },
    },
    payee && {
      field: 'payee',
      name: book.payees.find((one) => one.id === payee)?.name ?? t(lists.payee),
      without: { payee: undefined },
    },
    kind && {
      field: 'kind',
      name: t(en.kinds[kind as 'expense'] ?? lists.kind),
      without: { kind: undefined },
    },
    (min || max) && {
      field: 'min',
      name:
        min === max
          ? amount(min ?? '')
          : between(min, max, amount, () => `${amount(min ?? '')} – ${amount(max ?? '')}`),
      without: { min: undefined, max: undefined },
    },
    tag && { field: 'tag', name: `#${tag}`, without: { tag: undefined } },
    text && { field: 'text', name: text, without: { text: undefined } },
    currency && { field: 'currency', name: currency, without: { currency: undefined } },
  ]
  return all.filter((one) => typeof one === 'object')
}

/** What lies between two ends, or is open at one of them. */
function between(a: string | undefined, b: string | undefined, show: (end: string) => string, both: () => string) {
  if (a && b) return both()
  return a ? t(lists.amountFrom, { amount: show(a) }) : t(lists.amountTo, { amount: show(b ?? '') })
}
