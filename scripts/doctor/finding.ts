/** What was found of one thing that is configured. */
export interface Finding {
  /** As `ledger` or `mail`. */
  readonly what: string
  /** `open`: it could not be looked at from here, or not yet; nobody has to do anything. */
  readonly how: 'well' | 'ill' | 'open'
  /** One sentence, in which there is no secret. */
  readonly says: string
  /** What to do, of what is ill. */
  readonly advice?: string
}

export const well = (what: string, says: string): Finding => ({ what, how: 'well', says })
export const ill = (what: string, says: string, advice: string): Finding => ({ what, how: 'ill', says, advice })
export const open = (what: string, says: string): Finding => ({ what, how: 'open', says })

/** What is wrong with the setting is told with the settings. */
export const notAsked = (what: string, { name }: { readonly name: string }): Finding =>
  open(what, `Not looked at, for ${name} is missing or wrong.`)

/** As lines for people; what to do is on a line of its own. */
export function linesOf({ what, how, says, advice }: Finding): readonly string[] {
  const words = { well: 'ok', ill: 'WRONG', open: '-' }
  const lead = `${words[how].padEnd(6)} ${what.padEnd(9)} `
  return [lead + says, ...(advice ? [' '.repeat(lead.length) + advice] : [])]
}
