/** A stretch of text that one face can draw. */
export interface Run {
  readonly text: string
  /** What it stands for, where the shapes are not the letters: for who copies it or has it read aloud. */
  readonly actual?: string
}

/** Text that needs no look at its letters: every face of ours has them, and none of them acts on others. */
const plain = /^[\u0020-\u007e\u00a0-\u017f\u2009\u2013\u2014\u2018-\u201d\u2022\u2026\u202f\u20ac\u2212]*$/
/** What has no shape of its own, or turns the direction of what follows. */
const shapeless = /\p{Cc}|\p{Cf}|\p{Cs}|[\ufe00-\ufe0f]/gu
/** What no text may carry; joiners within a sign are a part of it. */
const unspeakable = /\p{Cc}|\p{Cs}/gu
/** Signs of East Asian width that are written like others here. */
const narrow: { readonly [wide: string]: string } = {
  '\uffe5': '¥',
  '\uffe6': '₩',
  '\uffe1': '£',
  '\uffe0': '¢',
  '\u3000': ' ',
}
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function isPlain(text: string): boolean {
  return plain.test(text)
}

/**
 * The one door of text: every text that is drawn or measured comes in here. What the face has no letters for is drawn as
 * dots, one for what reads as one sign. Other scripts would come in by runs of their own faces.
 */
export function runsOf(text: string, has: (codePoint: number) => boolean): readonly Run[] {
  if (isPlain(text)) return [{ text }]
  const runs: { text: string; actual?: string }[] = []
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    const sign = narrow[segment] ?? segment.replace(shapeless, '')
    if (sign === '') continue
    const last = runs.at(-1)
    if ([...sign].every((letter) => has(letter.codePointAt(0) ?? 0))) {
      if (last && last.actual === undefined) last.text += sign
      else runs.push({ text: sign })
    } else {
      const actual = segment.replace(unspeakable, '')
      if (last?.actual !== undefined) Object.assign(last, { text: last.text + dot, actual: last.actual + actual })
      else runs.push({ text: dot, actual })
    }
  }
  return runs
}

const dot = '·'

/** The longest beginning that fits, with an ellipsis; cut between signs, never within one. */
export function fitted(text: string, fits: (shorter: string) => boolean): string {
  if (fits(text)) return text
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment)
  let [least, most] = [0, signs.length - 1]
  const cut = (count: number) => `${signs.slice(0, count).join('').trimEnd()}…`
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(cut(middle))) least = middle
    else most = middle - 1
  }
  return cut(least)
}

/** Words in lines that fit; a word alone that does not is broken between its signs. */
export function linesOf(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = ''
    if (fits(word)) {
      line = word
      continue
    }
    for (const { segment } of graphemes.segment(word)) {
      if (line && !fits(line + segment)) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  return line ? [...lines, line] : lines
}
