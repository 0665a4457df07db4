import { routes } from 'outlay:routes'
import { render } from 'preact'
import { client } from './api.ts'
import { app } from './app.ts'
import { drawn, focusPage } from './dom.ts'
import { hintName, kept } from './kept.ts'
import { isKnown, isLocale, learn } from './locale.ts'
import { isFromTheRight, language } from './messages/t.ts'
import { once } from './once.ts'
import { arrive, expect, settle } from './parts.ts'
import { follow, keep, placeIn, takeSecret, to } from './router.ts'
import { pass } from './same.ts'
import { offlineFor } from './state/offline.ts'
import { enterSample } from './state/sample.ts'
import { signOut, start } from './state/session.ts'
import { type Desk, firstState, unpressed } from './state/state.ts'
import { store } from './state/store.ts'
import { showTheme } from './theme.ts'

const base = new URL(document.baseURI).pathname
const hint = kept(hintName)
const wide = matchMedia('(min-width: 40rem)')
const coarse = matchMedia('(pointer: coarse)')
const asked = new URLSearchParams(location.search).get('locale') ?? undefined
const state = store(firstState(placeIn(location, base), navigator.onLine, takeSecret(location)), () => draw())

const desk: Desk = {
  offline: offlineFor(() => desk),
  client: client(routes, {
    base,
    fetch: (...request) => fetch(...request),
    now: Date.now,
    locks: navigator.locks,
    ended: () => signOut(desk, true),
  }),
  state,
  isWide: () => wide.matches,
  isHeld: () => !wide.matches && coarse.matches,
  locale: isLocale(navigator.language) ? navigator.language : 'en-GB',
  go: follow(base, step),
  now: Date.now,
  later: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  kept,
  hint,
}

const chosen = once((...wishes: (string | undefined)[]) => wishes.find((one) => one && isLocale(one)) ?? desk.locale)

/** Of the page as a whole. Whenever a browser is told, even what it knows, it finds every element's style anew. */
const tell = once((lang: string, dir: string) => Object.assign(document.documentElement, { lang, dir }))

let session = state.get().session.kind
let shown = session

/** The page is drawn whole after every change; Preact touches only what differs. */
function draw(isRest = false): void {
  if (meet()) return void soon()
  const now = state.get()
  const user = now.session.kind === 'in' ? now.session.user : undefined
  const locale = chosen(asked, user?.locale, hint.read())
  if (!isKnown(locale)) return void learn(locale).then(() => draw())
  settle(locale)
  tell(language(), isFromTheRight() ? 'rtl' : 'ltr')
  if (pass(() => drawn(() => render(app({ state: now, desk }), document.body)), isRest)) soon()

  if (shown === now.session.kind) return
  const before = shown
  shown = now.session.kind
  // who has just logged in is shown round; a page that was loaded anew leaves the focus where browsers put it
  if (before !== 'starting') focusPage()
}

let isComing = false

/** What had to wait is drawn once the rest is seen. */
function soon(): void {
  if (isComing) return
  isComing = true
  requestAnimationFrame(() =>
    setTimeout(() => {
      isComing = false
      draw(true)
    }),
  )
}

/** For who has come in the server is asked before anything is drawn: whether that has just been done. */
function meet(): boolean {
  const before = session
  session = state.get().session.kind
  const isNew = session === 'in' && before !== 'in'
  if (isNew) entered()
  return isNew
}

function entered(): void {
  const { path } = state.get().place
  if (path === '/login' || path === '/register') desk.go(to('/'))
  else arrive(desk, false)
}

function step(): void {
  const from = state.get().place
  const place = placeIn(location, base)
  keep(place.query)
  const secret = takeSecret(location)
  const isAnother = from.path !== place.path || from.id !== place.id
  // a secret is the page's that it came with: another one has no use for it
  state.set({ place, dialog: undefined, ...((secret || isAnother) && { secret, link: unpressed }) })
  if (place.query.has('sample') !== state.get().isSample) void begin()
  else if (state.get().session.kind === 'in') arrive(desk, isAnother)
  // where only the question is another one, the focus is where the question is asked
  if (isAnother) focusPage()
}

/** Finds out who is here; the address says whether it is the sample that is looked at. */
async function begin(): Promise<void> {
  if (state.get().isSample) await (await import('./sample/enter.ts')).leave(desk)
  await (state.get().place.query.has('sample') ? enterSample(desk) : start(desk))
}

keep(state.get().place.query)
showTheme()
addEventListener('online', () => state.set({ isOnline: true }))
addEventListener('offline', () => state.set({ isOnline: false }))
if (hint.read()) expect(state.get().place.path)
void begin()
