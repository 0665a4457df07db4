/**
 * The JSON of a body. It is weighed before it is answered, and a host in the same process sends it right after: the last
 * text is kept until it is asked for again. A body is never changed once it is answered.
 */
export function jsonText(body: object): string {
  if (last?.body === body) {
    const { text } = last
    last = undefined
    return text
  }
  const text = JSON.stringify(body)
  last = { body, text }
  return text
}

let last: { readonly body: object; readonly text: string } | undefined
