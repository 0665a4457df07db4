import { hintName } from './kept.ts'

// Small, and run as soon as it is here: what only somebody who is logged in needs is asked for while the rest is on its way.
try {
  if (localStorage[hintName])
    for (const link of document.querySelectorAll<HTMLLinkElement>('[rel=later]')) link.rel = 'modulepreload'
} catch {
  // where a browser keeps nothing, nobody is logged in
}
