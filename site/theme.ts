import { kept } from './kept.ts'

const choice = kept('outlay-theme')

/** The one that was chosen here; else the style sheet follows the system. */
export function showTheme(): void {
  const chosen = choice.read()
  if (chosen) document.documentElement.dataset.theme = chosen
}

export function switchTheme(): void {
  const { dataset } = document.documentElement
  const isDark = (dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'
  dataset.theme = isDark ? 'light' : 'dark'
  choice.write(dataset.theme)
}
