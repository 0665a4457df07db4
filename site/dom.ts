/** What the page was at when the dialog over it was opened. */
let opener: Element | null = null
/** Whether the focus waits on the page for its heading. */
let isWaiting = false

const firstField = 'dialog [autofocus]'

/** Draws; opens a dialog that came; and finds the focus a place when what had it is gone. */
export function drawn(draw: () => void): void {
  const before = document.activeElement
  const wasOver = document.querySelector('dialog') !== null
  const field = document.querySelector(firstField)
  draw()
  const heading = document.querySelector('h1')
  if (heading) document.title = `${heading.textContent} · Outlay`
  if (heading && isWaiting && before?.matches('main')) focusPage()

  const dialog = document.querySelector('dialog')
  if (dialog && !dialog.open) {
    opener = before
    dialog.showModal()
  }
  const isLost = before?.isConnected === false
  // behind a dialog nothing takes the focus
  if (dialog) focusIn(dialog, isLost, field)
  else if (!isLost) return
  else if (wasOver && opener instanceof HTMLElement && opener.isConnected) opener.focus()
  else focusPage()
}

/**
 * The field that is to be written in first gets the focus when what had it is gone, and when it comes later than its dialog,
 * whose button has it till then; not from another field.
 */
function focusIn(dialog: HTMLDialogElement, isLost: boolean, before: Element | null): void {
  const at = document.activeElement
  const field = dialog.querySelector<HTMLElement>(firstField)
  const hasCome = field && field !== before && !at?.closest('form')
  if (hasCome || (isLost && !dialog.contains(at)))
    (field ?? dialog.querySelector<HTMLElement>('form .f') ?? dialog.querySelector('button'))?.focus()
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
