import { note } from './components/note.ts'
import { offlineNote } from './components/offline-note.ts'
import { saidLine } from './components/said.ts'
import { publicShell, shell } from './components/shell.ts'
import type { At } from './forms/form.ts'
import { html } from './html.ts'
import * as en from './messages/en.ts'
import { t } from './messages/t.ts'
import { isPage, named, pages } from './parts.ts'
import { to } from './router.ts'
import { anew, same } from './same.ts'
import { whatIs } from './state/loaded.ts'
import { addEntry } from './state/screen.ts'
import { start } from './state/session.ts'

/** The whole page: which one, for whom. */
export function app(at: At) {
  const { state, desk } = at
  return html`${around(at)}
    ${saidLine(state, desk)}`
}

function around(at: At) {
  const { session, place, book } = at.state
  switch (session.kind) {
    case 'starting':
      return shell(place.path, '', () => addEntry(at.desk), undefined)
    case 'unreachable':
      return publicShell(note({ icon: 'over', words: t(en.unreachable), action: [t(en.again), () => start(at.desk)] }))
    case 'out':
      return publicShell([offlineNote(at), named(outside(place.path, session.ended), at)], place.path !== '/login')
    case 'in': {
      const draw = () => (isPage(place.path) ? named(place.path, at) : missing())
      // behind a dialog nothing is drawn for it or what is typed in it, only for the rest and for parts that have come
      const { forms, dialog: over, ...others } = at.state
      const page = (over ? same : anew)('page', [...Object.values(others), Object.keys(pages).length], draw)
      return shell(place.path, whatIs(book)?.ledger.name ?? '', () => addEntry(at.desk), [
        (pages.notes ?? offlineNote)(at),
        at.state.isSample && pages.sample?.(at),
        page,
        over && named(`#${over.kind}`, at),
      ])
    }
  }
}

/** Links of mails open for whoever has them. */
function outside(path: string, ended: boolean): string {
  if (path === '/verify' || path === '/unsubscribe' || path === '/reset') return path
  return path === '/' && !ended ? 'landing' : 'door'
}

function missing() {
  return html`<h1 tabindex="-1">${t(en.noPage)}</h1><p class="more"><a href=${to('/')}>${t(en.overview)}</a></p>`
}
