import type { Day } from '../../functions/domain/day.ts'
import type { Report, ReportBudget } from '../../functions/domain/report.ts'
import type { Letter, Letters, LimitAlert } from '../../functions/ports/letters.ts'
import { fixtures, nasty } from '../samples/reports.ts'

/** Every mail of the product, with what people write and with what nobody should, as it would be written. */
export const previews: { readonly [name: string]: (letters: Letters) => Promise<Letter> } = {
  ...Object.fromEntries(Object.keys(fixtures).map((name) => [`report-${name}`, (letters) => reported(letters, name)])),
  'alert-near': (letters) => letters.alert(limit({}), asha, alertLinks),
  'alert-over': (letters) => letters.alert(limit({ spent: 3n, amount: 2n, threshold: 100 }), asha, alertLinks),
  'alert-german': (letters) => letters.alert(limit({}), { ...asha, locale: 'de-DE' }, alertLinks),
  'alert-hostile': (letters) => letters.alert(limit({ name: nasty.join(' ') }), nobody, alertLinks),
  verification: (letters) => letters.verification(asha, verify, 30),
  'verification-german': (letters) => letters.verification({ ...asha, locale: 'de-DE' }, verify, 30),
  'verification-hostile': (letters) => letters.verification(nobody, verify, 30),
  reset: (letters) => letters.reset(asha, reset, 30),
  'reset-german': (letters) => letters.reset({ ...asha, locale: 'de-DE' }, reset, 30),
  'reset-hostile': (letters) => letters.reset(nobody, reset, 30),
}

const asha = { name: 'Asha', locale: 'en-IE' }
const nobody = { name: nasty.join(' '), locale: 'en-IE' }
const base = 'https://outlay.example.org'
const unsubscribe = `${base}/unsubscribe#secret`
const settings = `${base}/settings`
const alertLinks = { limit: `${base}/budgets`, unsubscribe, settings }
const verify = `${base}/verify#secret`
const reset = `${base}/reset#secret`

function reported(letters: Letters, name: string): Promise<Letter> {
  const report = made(name)
  const links = { report: `${base}/reports/${report.id}`, unsubscribe, settings }
  return letters.report(report, { name: 'Asha', locale: report.locale }, links)
}

function made(name: string): Report {
  const report = fixtures[name]?.()
  if (!report) throw new RangeError(`There is no report ${name}.`)
  return report
}

interface Wish {
  readonly name?: string
  /** How much of so many parts of the limit is spent. */
  readonly spent?: bigint
  readonly amount?: bigint
  readonly threshold?: LimitAlert['threshold']
}

function limit({ name, spent = 17n, amount = 20n, threshold = 80 }: Wish): LimitAlert {
  const { budgets, entries, ledger, period } = made('monthly')
  const [first] = budgets
  if (!first) throw new RangeError('The sample has no limit.')
  const { period: _, ...budget }: ReportBudget = first
  const told = { ...budget, spent: ((budget.amount * spent) / amount) as typeof budget.spent }
  return {
    ledger: { name: name ?? ledger.name },
    budget: { ...told, ...(name !== undefined && { category: name }) },
    threshold,
    period,
    on: '2026-03-22' as Day,
    latest: entries.slice(0, 3).map((entry) => ({ ...entry, ...(name !== undefined && { payee: name }) })),
  }
}
