// What OpenWhisk's controller takes for text and what for bytes; the rest of the world it takes for bytes.
const text = new Set([
  'application/javascript',
  'application/json',
  'application/problem+json',
  'application/merge-patch+json',
  'application/json-patch+json',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/xhtml+xml',
  'application/atom+xml',
  'application/rss+xml',
  'text/calendar',
  'text/css',
  'text/csv',
  'text/event-stream',
  'text/html',
  'text/markdown',
  'text/plain',
  'text/tab-separated-values',
  'text/xml',
])

/** Without parameters, in lower case. */
export const essence = (type: string): string => type.replace(/;.*/s, '').trim().toLowerCase()

/** A type that the controller does not know is text when it has a charset. */
export function isText(type: string): boolean {
  const known = essence(type)
  if (/^(image|audio|video|font|multipart)\//.test(known)) return false
  return text.has(known) || /;\s*charset=/i.test(type)
}

export const isJson = (type: string): boolean => essence(type) === 'application/json' || essence(type).endsWith('+json')
