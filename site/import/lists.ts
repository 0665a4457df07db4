import { titleOf } from '../components/entry.ts'
import { section } from '../components/section.ts'
import { dayName } from '../days.ts'
import { signed } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-import.ts'
import { t } from '../messages/t.ts'
import { type Book, categoryName } from '../state/book.ts'
import { set } from './acts.ts'
import { type Importing, isTaken, ofStanding } from './importing.ts'
import type { Unread } from './line.ts'
import type { Planned } from './plan.ts'

/** What each line of the file would be here: those to decide about first. */
export function planLists(
  at: At,
  book: Book,
  importing: Importing,
  plan: readonly Planned[],
  unread: readonly Unread[],
) {
  const list = (standing: 'new' | 'like' | 'deleted', more?: string) => {
    const some = ofStanding(plan, standing)
    return (
      some.length > 0 &&
      section(
        t(words.standings[standing]),
        t(words.lines, { n: some.length }),
        more && html`<p class="s q">${more}</p>`,
        html`<ul>${some.slice(0, importing.most).map((one) => row(at, book, importing, one))}</ul>`,
        rest(at, importing, some.length),
      )
    )
  }
  const known = ofStanding(plan, 'known').length
  return [
    list('new'),
    list('like', t(words.likeMore)),
    list('deleted', t(words.deletedMore)),
    unread.length > 0 &&
      section(
        t(words.unread),
        t(words.lines, { n: unread.length }),
        html`<ul>${unread.slice(0, importing.most).map(unreadRow)}</ul>`,
        rest(at, importing, unread.length),
      ),
    known > 0 &&
      section(t(words.standings.known), undefined, html`<p class="s q">${t(words.knownMore, { n: known })}</p>`),
  ]
}

function row({ desk }: At, book: Book, importing: Importing, one: Planned) {
  const { id, draft, row } = one
  const { kind, amount, day, categoryId, splits, toAccountId } = draft
  const name = titleOf(book, draft)
  const turn = () => {
    const turned = new Set(importing.turned)
    if (!turned.delete(id)) turned.add(id)
    set(desk, { turned })
  }
  const filed = splits || toAccountId ? undefined : categoryName(book, categoryId)
  return html`<li class="session tick" key=${id}>
    <input type="checkbox" id=${`bring-${row}`} checked=${isTaken(one, importing)} disabled=${!!importing.progress} onChange=${turn} />
    <span class="q">${dayName(day, book.ledger.today)}</span>
    <label for=${`bring-${row}`}>${name}<br /><span class="q xs">${filed ?? ''}</span></label>
    <span class="num r">${signed(kind, amount)}</span>
  </li>`
}

function unreadRow({ row, text, trouble }: Unread) {
  return html`<li class="session" key=${row}><b>${t(words.line, { n: row })}</b> ${t(words.why[trouble])}<br /><span class="q xs">${text.slice(0, 200)}</span></li>`
}

function rest({ desk }: At, { most }: Importing, all: number) {
  return (
    all > most &&
    html`<p class="more"><button class="b" type="button" onClick=${() => set(desk, { most: most + 500 })}>${t(words.showMore)}</button></p>`
  )
}
