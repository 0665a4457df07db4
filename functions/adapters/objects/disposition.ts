/**
 * The value of Content-Disposition by which a browser saves a file under this name (RFC 6266): in plain ASCII for those
 * that know no better, and as it is for all others.
 */
export function saveAs(filename: string): string {
  const plain = filename
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ \w.,()+-]/g, '_')
  if (plain === filename) return `attachment; filename="${plain}"`
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(filename)}`
}

/** Fewer characters stand for themselves in a header than in an address (RFC 8187). */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
