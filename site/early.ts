import { hintName } from './kept.ts'

// Small, and run as soon as it is here: what only somebody who is logged in needs, or a stranger at the front door, is asked
// for while the rest is on its way.
try {
  const rel = localStorage[hintName] ? 'later' : location.pathname.endsWith('/') && 'landing'
  for (const link of document.querySelectorAll<HTMLLinkElement>(`[rel=${rel}]`)) link.rel = 'modulepreload'
} catch {
  // where a browser keeps nothing, nobody is logged in
}
