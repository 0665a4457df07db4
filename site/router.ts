import type { Place } from './state/state.ts'

type Query = { readonly [name: string]: string | false | null | undefined }

let kept: Query = {}

/** What of an address stays in all that follow: a locale that was asked for, and that this is the sample. */
export function keep(query: URLSearchParams): void {
  kept = { locale: query.get('locale'), sample: query.has('sample') && '1' }
}

/** An address for a link, relative to <base>, so that the site works below any path. What is none is left out. */
export function to(path: string, query: Query = {}): string {
  const search = new URLSearchParams(
    Object.entries({ ...kept, ...query }).filter((pair): pair is [string, string] => !!pair[1]),
  )
  return `./${path.slice(1)}${search.size ? `?${search}` : ''}`
}

/** Where the address leads, below `base`, which has a slash at its end. */
export function placeIn({ pathname, search }: Pick<URL, 'pathname' | 'search'>, base: string): Place {
  const path = `/${pathname.slice(base.length)}`
  const id = /[\da-f-]{36}$/
  return { path: path.replace(id, '{id}'), id: id.exec(path)?.[0], query: new URLSearchParams(search) }
}

/** What stands behind the # of a mail's link. It is taken out of the address and of the history before anything else is done. */
export function takeSecret({ hash, pathname, search }: Location): string | undefined {
  if (hash) history.replaceState(null, '', pathname + search)
  return /^#([\w-]{43})$/.exec(hash)?.[1]
}

/** Goes to an address of ours; `replace` puts it in the place of this one, as for every key of a search. */
export type Go = (href: string, how?: 'replace') => void

/** Follows links and the browser's own steps back and forth without loading the page anew. */
export function follow(base: string, arrived: () => void): Go {
  const go: Go = (href, how) => {
    const url = new URL(href, document.baseURI)
    if (how === 'replace') history.replaceState(null, '', url)
    else {
      history.pushState(null, '', url)
      scrollTo(0, 0)
    }
    arrived()
  }
  addEventListener('popstate', arrived)
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!link || !isPlain || link.target || link.origin !== location.origin || !link.pathname.startsWith(base)) return
    event.preventDefault()
    go(link.href)
  })
  return go
}
