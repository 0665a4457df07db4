/** What the page was at when the dialog over it was opened. */
let opener: Element | null = null
/** Whether the focus waits on the page for its heading. */
let isWaiting = false

/** Draws; opens a dialog that came; and finds the focus a place when what had it is gone. */
export function drawn(draw: () => void): void {
  const before = document.activeElement
  const wasOver = document.querySelector('dialog') !== null
  draw()
  const heading = document.querySelector('h1')
  if (heading) document.title = `${heading.textContent} · Outlay`
  if (heading && isWaiting && before?.matches('main')) focusPage()

  const dialog = document.querySelector('dialog')
  if (dialog && !dialog.open) {
    opener = before
    dialog.showModal()
  }
  if (before?.isConnected !== false) return
  if (wasOver && opener instanceof HTMLElement && opener.isConnected) opener.focus()
  else focusPage()
}

/** Where the page begins: its heading or, while that is waited for, the page itself; what is in sight stays so. */
export function focusPage(): void {
  const heading = document.querySelector('h1')
  isWaiting = !heading
  if (heading) heading.focus({ preventScroll: true })
  else focusMain()
}

export function focusFault(form: HTMLFormElement): void {
  const first = form.querySelector('[aria-invalid]')
  if (first instanceof HTMLElement) first.focus()
}

export function focusMain(): void {
  document.querySelector('main')?.focus()
}
