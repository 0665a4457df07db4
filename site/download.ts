const heldMs = 40_000

/** Hands a file to the person, as if a link to it had been pressed. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // some browsers read it only after this turn
  setTimeout(() => URL.revokeObjectURL(link.href), heldMs)
}

/** Goes for a file that its address hands over as one: the page stays. */
export function openFile(url: string): void {
  location.assign(url)
}
