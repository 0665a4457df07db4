import { fold } from '../../functions/domain/fold.ts'

/** How names of months begin in English, German, Spanish and Dutch, folded. */
const months = ['jan|ene', 'feb', 'mar|mrz|mrt|maa', 'apr|abr', 'may|mai|mei', 'jun', 'jul', 'aug|ago', 'sep|set']
  .concat(['oct|okt', 'nov', 'dec|dez|dic'])
  .map((begins) => new RegExp(`^(${begins})`))

/** Its number by its name, as in "15 Nov 2026". */
export function monthOf(name: string): string | undefined {
  const folded = fold(name).replace(/^maerz/, 'marz')
  const place = months.findIndex((month) => month.test(folded))
  return place < 0 ? undefined : String(place + 1)
}
