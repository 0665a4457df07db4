import { fold } from '../../functions/domain/fold.ts'
import type { Role } from './roles.ts'

/** A column's name, or one that its words begin or end; what has "=" before it is only ever the whole name. */
type Words = readonly string[]

/** What tells by name: which way an amount goes is told by what is in a column, see way.ts. */
export type Named = Exclude<Role, 'way'>

/** Words that banks and other trackers put above their columns, folded. The first that fits counts. */
export const heads: { readonly [R in Named]: Words } = {
  day: [
    'date',
    'day',
    'booking date',
    'transaction date',
    'buchungstag',
    'buchungsdatum',
    '=buchung',
    'datum',
    'fecha',
    'valuta',
    'wertstellung',
    'completed date',
    'started date',
  ],
  out: [
    'debit',
    'withdrawal',
    'paid out',
    'money out',
    'soll',
    'ausgabe',
    'belastung',
    'lastschrift',
    'outflow',
    'expense',
    'cargo',
    '=debe',
    'dr',
    '=af',
  ],
  in: [
    'credit',
    'deposit',
    'paid in',
    'money in',
    'haben',
    'einnahme',
    'gutschrift',
    'inflow',
    'income',
    'abono',
    '=haber',
    'cr',
    '=bij',
  ],
  amount: ['amount', 'betrag', 'umsatz', '=value', '=sum', '=summe', '=wert', 'bedrag', 'importe'],
  payee: [
    'payee',
    'merchant',
    'counterparty',
    'counter party',
    'name',
    'beguenstigter',
    'begunstigter',
    'empfanger',
    'empfaenger',
    'auftraggeber',
    'zahlungsempfanger',
    'beneficiary',
    'recipient',
    'naam tegenpartij',
    'naam',
    'description',
    'partner',
    'transaction description',
    'sender',
    'beschreibung',
    'narration',
    'transaction remarks',
    'particulars',
    'omschrijving',
    'concepto',
    'movimiento',
  ],
  note: [
    'note',
    'memo',
    'reference',
    'payment reference',
    'notes',
    'verwendungszweck',
    'vorgang verwendungszweck',
    'purpose',
    'details',
    'comment',
    'notiz',
    'text',
    'buchungstext',
    'buchungsdetails',
    'avisierungstext',
    'mededelingen',
    'observaciones',
    // where another column has named the payee
    'transaction description',
    'beschreibung',
    'narration',
    'transaction remarks',
    'omschrijving',
  ],
  category: ['category', 'kategorie'],
  tags: ['tags', 'labels', 'stichworter'],
}

/** A name without its case, its accents and its signs. */
export const plainName = (name: string) =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** "Value Dat" and "Balance" are near to what was paid, and something else. */
const noAmount = /\b(date|dt|dat|datum|day|balance|bal|saldo|kontostand|limit|fee|rate)\b/

type Fit = (name: string, word: string) => boolean
const whole: Fit = (name, word) => name === word.replace('=', '')
// a short word is part of too many others: "Datei" is no date
const first: Fit = (name, word) => name.startsWith(word.length > 4 ? word : `${word} `)
const last: Fit = (name, word) => name.endsWith(word.length > 4 ? word : ` ${word}`)

const hasWord = (name: string, words: Words) =>
  words.some((word) => ` ${name} `.includes(` ${word.replace('=', '')}${word.length > 4 ? '' : ' '}`))

/** Places of the columns that may be this by their plain names, the likeliest first: the whole name, how it begins, how it ends. */
export function placesOf(role: Named, names: readonly string[]): readonly number[] {
  const isMoney = role === 'amount' || role === 'out' || role === 'in'
  // a payee's or a note's word is at the end of many names: "account name", "sort code text"
  const fits = isMoney || role === 'day' ? [whole, first, last] : [whole, first]
  const found = fits.flatMap((fit) =>
    heads[role].flatMap((word) => names.flatMap((name, n) => (fit(name, word) && mayBe(role, name) ? [n] : []))),
  )
  const both = role === 'amount' ? names.flatMap((name, n) => (sideOf(name) === 'both' ? [n] : [])) : []
  return [...new Set([...found, ...both])]
}

function mayBe(role: Named, name: string): boolean {
  if (role !== 'amount' && role !== 'out' && role !== 'in') return true
  const side = sideOf(name)
  return !noAmount.test(name) && (role === 'amount' ? side === undefined || side === 'both' : side === role)
}

/** "Debit Amount" is one way, "Credit/Debit Amount" has a sign. */
function sideOf(name: string): 'out' | 'in' | 'both' | undefined {
  const [out, back] = [hasWord(name, heads.out), hasWord(name, heads.in)]
  if (out && back) return 'both'
  return out ? 'out' : back ? 'in' : undefined
}
