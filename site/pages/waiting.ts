import type { TransactionView } from '../../functions/api/transactions.ts'
import { empty } from '../components/empty.ts'
import { titleOf } from '../components/entry.ts'
import { icon } from '../components/icon.ts'
import { note } from '../components/note.ts'
import { when } from '../components/section.ts'
import { momentText } from '../day-names.ts'
import { signed } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import { refusals } from '../messages/en-entry.ts'
import * as words from '../messages/en-waiting.ts'
import { t } from '../messages/t.ts'
import type { Waiting } from '../offline/waiting.ts'
import { learnRefusals, refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { askBy } from '../state/load.ts'
import { both } from '../state/loaded.ts'
import { logOut } from '../state/log-out.ts'
import type { Theirs } from '../state/state.ts'
import { readTheirs } from '../state/theirs.ts'
import { changeIt, discard, keepMine } from '../state/waiting.ts'
import { versions } from './versions.ts'

/** What was done here and has not arrived: in its order, and what the server did not take with what to do about it. */
function waiting(at: At) {
  const { state, desk } = at
  const all = state.waiting
  if (all.length === 0) {
    return html`<div class="head"><h1 tabindex="-1">${t(words.title)}</h1></div>
      ${empty(t(words.none), undefined, html`<a class="b p" href=${to('/entries')}>${t(words.toEntries)}</a>`)}`
  }
  const isLeaving = state.place.query.has('leaving')
  return html`
    <div class="head"><div><h1 tabindex="-1">${t(words.title)}</h1><p class="q s">${t(words.lead)}</p></div>
      <button class="b p" type="button" onClick=${async () => (await desk.offline.keeping())?.send()}>${t(words.sendNow)}</button></div>
    ${isLeaving && note({ icon: 'warn', words: t(words.leaving), action: [t(words.logOutAnyway), () => logOut(desk, true)] })}
    ${when(desk, both(state.book, state.theirs), all.length, ([book, theirs]) => html`<ol>${all.map((item) => row(at, book, theirs, item))}</ol>`)}`
}

function row({ desk }: At, book: Book, theirs: Theirs, item: Waiting) {
  const { change, trouble, madeAt, seq } = item
  return html`<li class="line waits" key=${seq}>
    <p class="row w sb"><b>${t(words.what[change.do], { entry: entryText(book, item) })}</b><span class="st q xs">${icon(trouble ? 'warn' : 'wait')}${momentText(madeAt)}</span></p>
    ${trouble && refused(book, theirs[item.id], item)}
    <p class="row w">${trouble && ways(item, theirs[item.id], desk)}<button class="b t" type="button" onClick=${() => discard(desk, item)}>${t(trouble && change.do !== 'create' ? words.keepTheirs : words.discard)}</button></p>
  </li>`

  function refused(book: Book, there: TransactionView | undefined, item: Waiting) {
    const why = item.trouble && refusalText(item.trouble)
    return html`<p class="warn s">${why}</p>${item.change.do === 'patch' && there && versions(book, item, there)}`
  }
}

/** What there is to do about a change that was not taken. */
function ways(item: Waiting, there: TransactionView | undefined, desk: At['desk']) {
  const { change } = item
  const button = (words: string, act: () => unknown) =>
    html`<button class="b" type="button" onClick=${act}>${words}</button>`
  if (change.do === 'create') return button(t(words.changeIt), () => changeIt(desk, item))
  if (!there) return undefined
  return button(t(change.do === 'delete' ? words.deleteAnyway : words.keepMine), () => keepMine(desk, item, there))
}

function entryText(book: Book, { change, before }: Waiting): string {
  const entry = change.do === 'create' ? change.draft : before
  return entry ? `${titleOf(book, entry)}, ${signed(entry.kind, entry.amount)}` : t(words.anEntry)
}

learnRefusals(refusals)
askBy({ theirs: readTheirs })
offerInside({ '/waiting': waiting })
