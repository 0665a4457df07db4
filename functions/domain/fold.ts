/**
 * The form of a text in which spelling does not matter, for unique keys and search: one width, one case,
 * no accents, no invisible characters, single spaces. Folding twice changes nothing more.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(unheard, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
    .trim()
}

// Only the accents of Latin, Greek and Cyrillic: in Indic scripts a mark is a vowel, and part of the word.
const unheard = /[\u{300}-\u{36f}\p{Default_Ignorable_Code_Point}]/gu

/** Text that every store and every reader takes: no lone surrogate, no control character but newline and tab. */
export function wellFormed(text: string): boolean {
  return !/(?![\n\t])[\p{Cc}\p{Cs}]/u.test(text)
}
