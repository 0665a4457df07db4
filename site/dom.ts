/** What the page was at when the dialog over it was opened. */
let opener: Element | null = null

/** Draws; opens a dialog that came; and finds the focus a place when what had it is gone. */
export function drawn(draw: () => void): void {
  const before = document.activeElement
  draw()
  const heading = document.querySelector('h1')
  if (heading) document.title = `${heading.textContent} · Outlay`

  const dialog = document.querySelector('dialog')
  if (dialog && !dialog.open) {
    opener = before
    dialog.showModal()
  }
  if (before?.isConnected !== false) return
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  else focusPage()
}

/** Where the page begins: its heading or, while that is waited for, the page itself. */
export function focusPage(): void {
  const start = document.querySelector('h1') ?? document.querySelector('main')
  start?.focus()
}

export function focusFault(form: HTMLFormElement): void {
  const first = form.querySelector('[aria-invalid]')
  if (first instanceof HTMLElement) first.focus()
}

export function focusMain(): void {
  document.querySelector('main')?.focus()
}
