/** A deliberate mistake in the program, and the test that must notice it. */
export type Mutant = {
  /** The law or the rule that it breaks, for people. */
  readonly breaks: string
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly test: string
  /** Part of the name of the test that must turn red: another one's failure is no proof. */
  readonly red: string
}

const headings = ['breaks', 'file', 'test', 'red'] as const

/**
 * Reads the text of a `.mutant` file: four lines `breaks:`, `file:`, `test:`, `red:`, then the lines after `find:` stand for
 * those after `replace:`. Throws where one is missing.
 */
export function parseMutant(text: string): Mutant {
  const [, head = '', find = '', replace = ''] = /^([\s\S]*?)^find:\n([\s\S]*?)^replace:\n([\s\S]*)$/m.exec(text) ?? []
  const value = (heading: string) => new RegExp(`^${heading}: *(\\S.*)$`, 'm').exec(head)?.[1]?.trim()
  const [breaks, file, test, red] = headings.map(value)

  if (!breaks || !file || !test || !red) throw new Error(`a mutant needs ${headings.join(', ')}, find and replace`)
  if (find.trim() === '' || find === replace) throw new Error('a mutant needs something to find, and to change it')
  return { breaks, file, test, red, find: withoutLastBreak(find), replace: withoutLastBreak(replace) }
}

/** The source with the mistake in it. Throws where the mutant no longer fits: it would prove nothing. */
export function mutate(source: string, { find, replace, file }: Mutant): string {
  const places = source.split(find).length - 1
  if (places !== 1) throw new Error(`what it looks for is in ${file} ${places} times, not once`)
  return source.replace(find, () => replace)
}

function withoutLastBreak(lines: string): string {
  return lines.replace(/\n$/, '')
}
