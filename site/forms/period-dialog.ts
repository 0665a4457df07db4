import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { type Span, shifted } from '../days.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-period.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { whatIs } from '../state/loaded.ts'
import { field } from './field.ts'
import { type At, form, formOf } from './form.ts'

const name = 'period'

/** Any period: the usual ones by a press, all others by their ends. */
export function periodDialog(at: At) {
  const { state, desk } = at
  const { query } = state.place
  const currency = query.get('currency') ?? undefined
  const of = formOf(state, name)
  const shown = whatIs(state.figures)?.period
  return dialog(
    desk,
    t(words.choose),
    when(
      desk,
      state.book,
      5,
      (book) => html`
      <ul class="chips">${usual(book).map(
        ([title, period]) => html`<li><a class="chip" href=${to('/', { ...period, currency })}>${title}</a></li>`,
      )}</ul>
      <h3 class="s">${t(words.anyPeriod)}</h3>
      ${form(at, {
        name,
        words: t(words.show),
        fields: html`<div class="g two tight">
          ${field(of, 'from', { label: t(words.from), type: 'date', value: shown?.start ?? book.ledger.period.start, min: '1900-01-01', max: '2199-12-31' })}
          ${field(of, 'to', { label: t(words.to), type: 'date', value: ends(shown, book), min: '1900-01-01', max: '2199-12-31' })}
        </div>`,
        send: async ({ from = '', to: until = '' }) => {
          if (!from || !until || from > until) return { kind: 'faults', faults: { to: t(words.wrongWay) } }
          desk.go(to('/', { from, to: until, currency }))
          return undefined
        },
      })}`,
    ),
  )
}

/** The last day of what is shown; of what goes on, today. */
function ends(shown: Span | undefined, { ledger: { period, today } }: Book): string {
  const { start, end } = shown ?? period
  return start <= today && today < end ? today : end
}

function usual({ ledger: { today, period } }: Book) {
  const year = today.slice(0, 4)
  const before = String(Number(year) - 1)
  const span = (from: string, to: string) => ({ from, to })
  return [
    [t(words.thisPeriod), {}],
    [t(words.lastPeriod), { on: shifted(period.start, -1) }],
    [t(words.lastDays, { n: 7 }), span(shifted(today, -6), today)],
    [t(words.lastDays, { n: 30 }), span(shifted(today, -29), today)],
    [t(words.lastDays, { n: 365 }), span(shifted(today, -364), today)],
    [t(words.thisYear), span(`${year}-01-01`, `${year}-12-31`)],
    [t(words.lastYear), span(`${before}-01-01`, `${before}-12-31`)],
  ] as const
}
