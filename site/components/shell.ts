import type { ComponentChildren } from 'preact'
import { focusMain } from '../dom.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { switchTheme } from '../theme.ts'
import { type IconName, icon } from './icon.ts'
import { places } from './places.ts'

const underThumb = 3

/** What stands around every page of somebody who is logged in: a rail, or a bar under the thumb. */
export function shell(path: string, name: string, add: () => void, content: ComponentChildren) {
  return html`<div class="app" key="in">
    ${skip()}
    <nav class="nav" aria-label=${t(en.menu)}>
      ${mark('mark wide')}
      <ul>
        <li class="add"><button type="button" aria-label=${t(en.addEntry)} aria-keyshortcuts="n" onClick=${add}>${icon('plus')}<span>${t(en.addEntry)}</span></button></li>
        ${places.map(
          ([place, picture, words], n) =>
            html`<li class=${n < underThumb ? (n > 1 ? 'z' : '') : 'rail'}>${link(place, picture, words, holds(place, path))}</li>`,
        )}
        <li class="thumb z">${link('/more', 'more', en.more, places.slice(underThumb).some(([place]) => holds(place, path)) || path === '/more')}</li>
      </ul>
    </nav>
    <header class="top"><b class="s">${name}</b><span class="push row">${themeButton()}</span></header>
    ${main(content)}
  </div>`
}

function holds(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

function link(place: string, picture: IconName, words: string, isHere: boolean) {
  return html`<a href=${to(place)} aria-current=${isHere ? 'page' : undefined}>${icon(picture)}<span>${t(words)}</span></a>`
}

/** Around the pages of somebody who is not; `door` is the link for those who could be. */
export function publicShell(content: ComponentChildren, door = false) {
  return html`<div class="public" key="out">
    ${skip()}
    <header class="top">${mark('mark')}<span class="push row">${door && html`<a class="b t" href=${to('/login')}>${t(en.logIn)}</a>`}${themeButton()}</span></header>
    ${main(content)}
  </div>`
}

function main(content: ComponentChildren) {
  return html`<main tabindex="-1">${content}</main>`
}

function mark(look: string) {
  return html`<a class=${look} href=${to('/')}><svg viewBox="0 0 24 28" aria-hidden="true" fill="none" stroke="currentColor">
    <circle cx="12" cy="10" r="7.5" stroke-width="3" /><path d="M2 22.5h20M2 26.5h20" stroke-width="1.5" /></svg>${t(en.outlay)}</a>`
}

function themeButton() {
  return html`<button class="b o" type="button" aria-label=${t(en.theme)} onClick=${switchTheme}>${icon('theme')}</button>`
}

/** Not a link: with a <base>, "#main" would be another page. */
function skip() {
  return html`<button class="skip b" type="button" onClick=${focusMain}>${t(en.skip)}</button>`
}
