/** What a reader sees between tags. */
export function unescaped(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[\s\u2060]+/g, ' ')
    .trim()
}

/** The rows of a mail's tables of data, cell by cell; those that only place things are left out. */
export function dataRows(html: string): readonly (readonly string[])[] {
  const tables = html.match(/<table (?!role="presentation")(?:(?!<\/?table)[\s\S])*<\/table>/g) ?? []
  return tables.flatMap((table) =>
    [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd] [^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
        unescaped(cell.replace(/<span [^>]*aria-hidden[^>]*>[\s\S]*?<\/span>/g, '')),
      ),
    ),
  )
}

/** Every value of an attribute. */
export function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value)
}
