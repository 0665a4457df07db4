import { dialog } from '../components/dialog.ts'
import { note } from '../components/note.ts'
import { when } from '../components/section.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as asks from '../messages/en-forms.ts'
import * as words from '../messages/en-say.ts'
import { t } from '../messages/t.ts'
import { named } from '../parts.ts'
import { refusalText } from '../refusals.ts'
import { inTurn } from '../same.ts'
import { readSaid, type Said } from '../say/read-said.ts'
import { stepDay } from '../say/step-day.ts'
import { suggest } from '../say/suggest.ts'
import { loadOne } from '../state/load.ts'
import { whatIs } from '../state/loaded.ts'
import { draftOfSaid, knownFrom, recentPayees } from '../state/said.ts'
import { saveNew } from '../state/save-new.ts'
import { open } from '../state/screen.ts'
import type { Desk, Dialog } from '../state/state.ts'
import { type At, formOf } from './form.ts'
import { sayForm, setLine, writeLine } from './said-line.ts'
import { preview } from './say-preview.ts'

/** Days that they lead on to. */
const arrows: { readonly [key: string]: number } = { ArrowUp: 1, ArrowDown: -1 }

/** A new entry as one line: what was read of it stands below as it is typed, and Enter saves that. */
function sayDialog(at: At, { id }: Dialog & { readonly kind: 'say' }) {
  const { state, desk } = at
  return dialog(
    desk,
    t(words.title),
    when(desk, state.book, 5, (book) => {
      const { values = {}, trouble, isBusy } = formOf(state, sayForm)
      const text = values.text ?? ''
      const knownNow = () => knownFrom(book, latestIn(desk), desk.now())
      const known = knownNow()
      const said = readSaid(text, known)
      const write = (text: string) => writeLine(desk, text)
      const step = (days: number) => write(stepDay(text, days, known))
      const hasPad = desk.isHeld() && !values.letters

      async function save(event: SubmitEvent): Promise<void> {
        event.preventDefault()
        if (said.trouble || formOf(desk.state.get(), sayForm).isBusy) return
        const { dialog, latest } = desk.state.get()
        setLine(desk, { isBusy: true })
        // the account is that of the latest entry, where none is named; what was sent is saved even where somebody has left
        if (latest.kind === 'waiting')
          await Promise.race([loadOne(desk, 'latest'), new Promise<void>((over) => desk.later(patienceMs, over))])
        const problem = await saveNew(desk, id, draftOfSaid(readSaid(text, knownNow())))
        if (desk.state.get().dialog === dialog)
          setLine(desk, { isBusy: false, trouble: problem && refusalText(problem) })
      }

      function key(event: KeyboardEvent): void {
        const days = arrows[event.key]
        if (!days) return
        event.preventDefault()
        step(days)
      }

      return html`<form novalidate onSubmit=${save}>
        <label class="vh" for="say">${t(words.line)}</label>
        <input class="f say" id="say" autofocus autocomplete="off" autocapitalize="off" spellcheck=${false} maxlength="300"
          inputmode=${hasPad ? 'none' : 'text'} enterkeyhint="done" placeholder=${t(words.placeholder)} aria-describedby="say-how"
          value=${text} onInput=${(event: InputEvent) => write((event.currentTarget as HTMLInputElement).value)} onKeyDown=${key} />
        ${inTurn('said', id, [{}], () => [
          partsOf(said),
          chips(suggest(text, said, known, recentPayees(latestIn(desk))), write),
          preview({ said, hasText: text !== '', book, limits: whatIs(state.limits) ?? [], step }),
        ])}
        ${trouble && note({ icon: 'over', urgent: true, words: trouble })}
        ${hasPad && named('say/keypad', at)}
        <div class="row w sb stack more">
          <button class="b p" aria-busy=${isBusy ? 'true' : undefined} aria-disabled=${said.trouble ? 'true' : undefined}>${saveWords(said)}<kbd class="wide">${t(words.enter)}</kbd></button>
          <button class="b t" type="button" onClick=${() => open(desk, { kind: 'entry', id, draft: draftOfSaid(said) })}>${t(words.plainForm)}</button>
        </div>
        ${how()}
      </form>`
    }),
  )
}

const patienceMs = 4_000

function latestIn({ state }: Desk) {
  return whatIs(state.get().latest)?.items ?? []
}

function saveWords({ kind, amount, account }: Said): string {
  return amount ? t(asks.saveAmount, { amount: signed(kind, amount, account?.currency) }) : t(asks.save)
}

function partsOf({ parts }: Said) {
  return html`<ul class="parse" aria-label=${t(words.readAs)}>${parts.map(
    ({ role, text }) => html`<li><b>${text}</b><span class="xs q">${t(words.roles[role])}</span></li>`,
  )}</ul>`
}

function chips(all: ReturnType<typeof suggest>, write: (text: string) => void) {
  if (all.length === 0) return undefined
  return html`<div class="chips line" role="group" aria-label=${t(words.suggestions)}>${all.map(
    (one) =>
      html`<button class="chip" type="button" key=${one.words} onClick=${() => write(`${one.text} `)}>${one.words}</button>`,
  )}</div>`
}

function how() {
  return html`<p class="xs q more" id="say-how">${t(words.help)} <span class="wide">${t(words.helpArrows)}</span></p>`
}

offerInside({ '#say': (at) => at.state.dialog?.kind === 'say' && sayDialog(at, at.state.dialog) })
