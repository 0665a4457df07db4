import type { CategoryKind } from '../domain/transaction.ts'
import type { AccountKey } from './entry.ts'

/** What the household calls its things. */
export interface Words {
  readonly ledger: string
  readonly accounts: { readonly [Key in AccountKey]: string }
  readonly categories: { readonly [Key in OwnCategory]: string }
}

/** Categories that the household made itself, by the key of the one above. */
export const ownCategories = {
  'own.bakery': { parent: 'food', kind: 'expense' },
  'own.market': { parent: 'food', kind: 'expense' },
  'own.piano': { parent: 'family', kind: 'expense' },
} as const satisfies { readonly [key: string]: { readonly parent: string; readonly kind: CategoryKind } }
export type OwnCategory = keyof typeof ownCategories

/** In the language of the locale, or in English where we do not speak it. */
export function wordsFor(locale: string): Words {
  return new Intl.Locale(locale).language === 'de' ? german : english
}

const english: Words = {
  ledger: 'Household',
  accounts: { first: 'Purse', everyday: 'Everyday', card: 'Card', savings: 'Savings', francs: 'Francs' },
  categories: { 'own.bakery': 'Bakery', 'own.market': 'Market', 'own.piano': 'Piano lessons' },
}

const german: Words = {
  ledger: 'Haushalt',
  accounts: { first: 'Portemonnaie', everyday: 'Giro', card: 'Karte', savings: 'Erspartes', francs: 'Franken' },
  categories: { 'own.bakery': 'Bäckerei', 'own.market': 'Wochenmarkt', 'own.piano': 'Klavierstunden' },
}
