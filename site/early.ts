import { hintName } from './kept.ts'

// Small, and run as soon as it is here: what only somebody who is logged in needs, or a stranger at the front door, is asked
// for while the rest is on its way.
try {
  const isInside = localStorage[hintName]
  const rel = isInside ? 'later' : location.pathname.endsWith('/') && 'landing'
  for (const link of document.querySelectorAll<HTMLLinkElement>(`[rel=${rel}]`)) link.rel = 'modulepreload'
  // the first date that a platform writes takes it long, and until those files are here it has nothing to do
  if (isInside) setTimeout(() => new Date().toLocaleDateString())
} catch {
  // where a browser keeps nothing, nobody is logged in
}
