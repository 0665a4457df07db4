import { empty } from '../components/empty.ts'
import { note } from '../components/note.ts'
import { section, when, whenPage } from '../components/section.ts'
import { numberFormat } from '../formats.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { bringAll, look, readSeenOf, undoAll } from '../import/acts.ts'
import type { Brought } from '../import/bring.ts'
import { draftsOf, type Importing, isTaken, ofStanding, planned, readingOf, sizeOf } from '../import/importing.ts'
import { planLists } from '../import/lists.ts'
import { neededBy } from '../import/needed.ts'
import type { Missing } from '../import/own.ts'
import { type Planned, standings } from '../import/plan.ts'
import { readingForm } from '../import/reading-form.ts'
import { offerInside } from '../inside.ts'
import { numberLocale } from '../locale.ts'
import * as words from '../messages/en-import.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { askBy } from '../state/load.ts'
import { whatIs } from '../state/loaded.ts'
import type { Desk } from '../state/state.ts'

/** A file of entries: how it is read, what each line would be here, and then what it has become. */
export function importPage(at: At) {
  const { state, desk } = at
  const { importing } = state
  return whenPage(desk, t(words.title), state.book, 6, (book) =>
    importing
      ? html`<div class="head"><div><h1 tabindex="-1">${t(words.title)}</h1><p class="q s">${importing.name}</p></div>
          ${!importing.progress && picker(desk, t(words.another), 'b')}</div>
          ${looked(at, book, importing)}`
      : html`<div class="head"><div><h1 tabindex="-1">${t(words.title)}</h1><p class="q s">${t(words.lead)}</p></div></div>
          ${empty(t(words.nothing), t(words.nothingMore), picker(desk, t(words.choose), 'b p'), 'list')}`,
  )
}

/** The browser's own field for files cannot be given our words. */
function picker(desk: Desk, label: string, look_: string) {
  return html`<label class=${`${look_} pick`}>${label}<input class="vh" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange=${(
    event: Event,
  ) => {
    const { currentTarget: input } = event
    if (!(input instanceof HTMLInputElement)) return
    void look(desk, input.files?.[0])
    // the same file, changed, can be chosen again
    input.value = ''
  }} /></label>`
}

function looked(at: At, book: Book, importing: Importing) {
  const { state, desk } = at
  const { choice, read, rows } = importing
  const { found, unread, missing } = readingOf(rows, choice, read, book)
  const lines = t(words.lines, { n: sizeOf(importing) })
  const there = whatIs(state.seen)
  const taken = there && planned(found, there).filter((one) => isTaken(one, importing))
  const added = missing && taken && neededBy(missing, draftsOf(taken))
  return html`<div class="g l8 looked">
    <div>${when(desk, state.seen, 2, (seen) => act(at, importing, planned(found, seen), unread.length))}</div>
    ${section(t(words.reading), lines, choice ? readingForm(at, book, importing, choice, found.length === 0) : ownNote(added))}
    <div class="g">${there && planLists(at, book, importing, planned(found, there), unread)}</div>
  </div>`
}

/** The button, or what it does and did. */
function act({ desk }: At, importing: Importing, plan: readonly Planned[], unread: number) {
  const { progress, brought } = importing
  const n = plan.filter((one) => isTaken(one, importing)).length
  return html`<section aria-label=${t(words.bring, { n })}>
    ${brought && result(desk, brought)}
    ${progress ? html`<p class="lead serif" role="status">${t(words.bringing, progress)}</p><progress value=${progress.done} max=${progress.of} aria-label=${t(words.bringing, progress)}></progress>` : n > 0 && html`<button class="b p" type="button" onClick=${() => bringAll(desk)}>${t(words.bring, { n })}</button>`}
    ${!progress && html`<p class="s q more">${summary(plan, unread)}</p>`}
    ${!progress && !brought && n === 0 && html`<p class="lead serif">${t(plan.length === 0 ? words.noneFits : words.nothingNew)}</p>`}
  </section>`
}

/** "New: 9 · Here already: 120 · Cannot be read: 2". */
function summary(plan: readonly Planned[], unread: number): string {
  const counts: readonly (readonly [string, number])[] = [
    ...standings.map((one) => [t<string>(words.standings[one]), ofStanding(plan, one).length] as const),
    [t(words.unread), unread],
  ]
  return counts
    .flatMap(([name, n]) => (n > 0 ? `${name}: ${numberFormat(numberLocale(), {}).format(n)}` : []))
    .join(' · ')
}

function result(desk: Desk, { ids, problem, row }: Brought) {
  const why = problem && refusalText(problem)
  return [
    why &&
      note({
        icon: 'over',
        urgent: true,
        words: `${row === undefined ? t(words.stopped, { why }) : t(words.stoppedAt, { n: row, why })} ${t(words.goOn)}`,
      }),
    ids.length > 0 &&
      note({
        icon: 'ok',
        words: t(words.brought, { n: ids.length }),
        action: [t(words.takeBack), () => undoAll(desk)],
      }),
    ids.length > 0 && html`<p class="more"><a href=${to('/entries')}>${t(words.toList)}</a></p>`,
  ]
}

function ownNote({ accounts, categories }: Missing = { accounts: [], categories: [] }) {
  const names = [...accounts, ...categories]
  return html`<p class="s">${t(words.ownFile)}</p>
    ${names.length > 0 && html`<p class="s more">${t(words.missingHere)}</p><ul class="s q">${names.map(({ id, name }) => html`<li key=${id}>${name}</li>`)}</ul>`}`
}

askBy({ seen: readSeenOf })
offerInside({ '/import': importPage })
