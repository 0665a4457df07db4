import { html } from '../html.ts'
import { type IconName, icon } from './icon.ts'

interface NoteParts {
  readonly icon: IconName
  readonly words: string
  /** One thing to do about it. */
  readonly action?: readonly [words: string, act: () => unknown] | undefined
  /** Said at once, for what a person waits for; else when there is a pause. */
  readonly urgent?: boolean
}

/** One sentence in its place. */
export function note({ icon: name, words, action, urgent = false }: NoteParts) {
  return html`<div class="note" role=${urgent ? 'alert' : 'status'}>
    ${icon(name)}<p>${words}</p>
    ${action && html`<button class="b t" type="button" onClick=${action[1]}>${action[0]}</button>`}
  </div>`
}
