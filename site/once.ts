/** Does it again only when it is given something else than the last time: for what every drawing of a page asks. */
export function once<Given extends readonly unknown[], T>(make: (...given: Given) => T): (...given: Given) => T {
  let last: { readonly given: Given; readonly value: T } | undefined
  return (...given) => {
    if (!last || given.some((one, place) => one !== last?.given[place])) last = { given, value: make(...given) }
    return last.value
  }
}
