import { dialog } from '../components/dialog.ts'
import { when } from '../components/section.ts'
import { periodTitle, type Span, shifted } from '../days.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as periods from '../messages/en-period.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { toReport } from '../reports/acts.ts'
import type { Book } from '../state/book.ts'
import { askBy } from '../state/load.ts'
import { both, whatIs } from '../state/loaded.ts'
import { mailAsks } from '../state/mail.ts'
import { make, reportFaults, type Wish } from '../state/reports.ts'
import type { Values } from '../state/state.ts'
import { readStretches, type Stretches } from '../state/stretches.ts'
import { field, option } from './field.ts'
import { type At, form, formOf } from './form.ts'

const name = 'make-report'
const kinds = [
  ['monthly', words.aPeriod],
  ['weekly', words.aWeek],
  ['custom', words.someDays],
] as const

/** A report made now: of a month or a week as the schedules cut them, or of any days. */
export function makeDialog(at: At) {
  const { state, desk } = at
  return dialog(
    desk,
    t(words.makeTitle),
    when(desk, both(state.book, state.stretches), 4, ([book, stretches]) => makeForm(at, book, stretches)),
  )
}

function makeForm(at: At, book: Book, stretches: Stretches) {
  const { state, desk } = at
  const of = formOf(state, name)
  const kind = kindIn(of.values ?? {})
  const ends = { type: 'date', min: '1900-01-01', max: '2199-12-31' }
  const { today } = book.ledger
  return form(at, {
    name,
    words: t(words.make),
    fields: [
      field(of, 'kind', { label: t(words.of), options: kinds.map(([one, title]) => option(one, t(title), kind)) }),
      kind === 'custom'
        ? html`<div class="g two tight" key="ends">
            ${field(of, 'start', { key: 'first', label: t(periods.from), value: shifted(today, -29), ...ends })}
            ${field(of, 'end', { label: t(periods.to), value: today, ...ends })}</div>`
        : field(of, 'start', {
            key: kind,
            label: t(words.which),
            options: stretches[kind].map((one) => option(one.start, stretchName(one, today))),
          }),
      mailField(at),
    ],
    send: async (values) => {
      const { dialog } = desk.state.get()
      const made = await make(desk, wishOf(values))
      if (!('edition' in made)) return reportFaults(made)
      // who has left the form stays where they are
      if (desk.state.get().dialog === dialog) desk.go(toReport(made))
      return undefined
    },
  })
}

function kindIn({ kind }: Values): Wish['kind'] {
  return kinds.find(([one]) => one === kind)?.[0] ?? 'monthly'
}

/** The running one ends with today's entries. */
function stretchName(span: Span, today: string): string {
  const title = periodTitle(span)
  return span.end >= today ? t(words.soFar, { period: title }) : title
}

function mailField({ state }: At) {
  const mail = whatIs(state.mail)
  if (!mail) return undefined
  if (!mail.verified || mail.stopped) return html`<p class="s q" key="mail">${t(words.mailOff)}</p>`
  return html`<label class="row field" key="mail"><input type="checkbox" name="mail" value="yes" /><span>${t(words.mailToo, { address: mail.address })}</span></label>`
}

function wishOf(values: Values): Wish {
  const kind = kindIn(values)
  const { start = '', end, mail } = values
  return { kind, start, ...(kind === 'custom' && { end: end ?? '' }), ...(mail && { mail: true }) }
}

askBy({ ...mailAsks, stretches: readStretches })
offerInside({ '#make-report': makeDialog })
