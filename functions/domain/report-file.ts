import type { Currency } from './currency.ts'
import { type Day, parseDay } from './day.ts'
import {
  type Decoder,
  dictionary,
  type Fields,
  list,
  Mismatch,
  number,
  oneOf,
  optional,
  shape,
  text,
} from './decode.ts'
import type { Block, Figures, PayeeFigure } from './insight.ts'
import type { CategoryFigure, PartFigure } from './insight-categories.ts'
import { canonicalLocale } from './locale.ts'
import { fromStore, type Minor } from './money.ts'
import type { Period } from './period.ts'
import type { Report, ReportBudget, ReportEntry } from './report.ts'
import { ok, type Result, refuse } from './result.ts'
import { isZone } from './zone.ts'

/** `at` is where in the file, as a JSON pointer; empty where it is no JSON, or a file of another format. */
export type BadReport = { readonly kind: 'bad-report'; readonly at: string }

/** What `figures.json` begins with. A file of another number is another program's. */
const format = 'outlay-report/1'

/**
 * The text of `figures.json`: amounts as decimal strings, fields by name, so that one report has one text and one hash.
 */
export function formatReport(report: Report): string {
  return JSON.stringify({ format, report }, (_, value: unknown) => {
    if (typeof value === 'bigint') return String(value)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? inOrder(value) : value
  })
}

/** Reads exactly what `formatReport` wrote; what is missing, unknown or broken is refused. */
export function parseReport(json: string): Result<Report, BadReport> {
  try {
    return ok(file(JSON.parse(json), '').report)
  } catch (cause) {
    if (cause instanceof Mismatch) return refuse({ kind: 'bad-report', at: cause.at })
    if (cause instanceof SyntaxError) return refuse({ kind: 'bad-report', at: '' })
    throw cause
  }
}

function inOrder(value: object): object {
  const fields = value as { readonly [name: string]: unknown }
  const ordered: { [name: string]: unknown } = {}
  for (const name of Object.keys(fields).sort()) ordered[name] = fields[name]
  return ordered
}

const day: Decoder<Day> = (read, at) => {
  const parsed = parseDay(text(read, at))
  if (!parsed.ok) throw new Mismatch(at)
  return parsed.value
}

const minor: Decoder<Minor> = (read, at) => {
  const figures = text(read, at)
  if (!/^(0|-?[1-9]\d*)$/.test(figures)) throw new Mismatch(at)
  return fromStore(figures)
}

const matching =
  (isGood: (value: string) => boolean): Decoder<string> =>
  (read, at) => {
    const value = text(read, at)
    if (!isGood(value)) throw new Mismatch(at)
    return value
  }

const whole = number((value) => Number.isSafeInteger(value) && value >= 0)
const percent = number(Number.isFinite)
const kinds = ['expense', 'income'] as const

const currency = shape<Currency>({
  code: matching((code) => /^[A-Z]{3}$/.test(code)),
  digits: number((value) => [0, 2, 3].includes(value)),
})

const ends: Fields<Period> = { start: day, end: day }
const figures: Fields<Figures> = { income: minor, expense: minor, net: minor }

const partFields: Fields<PartFigure> = {
  categoryId: optional(text),
  name: optional(text),
  kind: oneOf(...kinds),
  amount: minor,
  previous: minor,
  usual: minor,
  entries: whole,
  share: optional(whole),
}

const block = shape<Block>({
  ...figures,
  currency,
  entries: whole,
  savingsRate: optional(percent),
  previous: shape(figures),
  usual: shape(figures),
  byCategory: list(shape<CategoryFigure>({ ...partFields, children: list(shape(partFields)) })),
  byDay: list(shape<Figures & { readonly day: Day }>({ ...figures, day })),
  byPayee: list(shape<PayeeFigure>({ ...figures, payeeId: optional(text), name: optional(text), entries: whole })),
  trend: list(shape<Figures & Period>({ ...figures, ...ends })),
})

const budget = shape<ReportBudget>({
  category: optional(text),
  currency,
  amount: minor,
  spent: minor,
  pace: minor,
  period: optional(shape(ends)),
})

const entry = shape<ReportEntry>({
  day,
  kind: oneOf(...kinds, 'refund', 'transfer'),
  payee: optional(text),
  note: optional(text),
  categories: list(text),
  account: text,
  currency,
  amount: minor,
})

const file = shape<{ readonly format: string; readonly report: Report }>({
  format: oneOf(format),
  report: shape<Report>({
    id: text,
    kind: oneOf('weekly', 'monthly', 'custom'),
    edition: whole,
    ledger: shape<Report['ledger']>({ name: text, timeZone: matching(isZone) }),
    locale: matching((tag) => canonicalLocale(tag) === tag),
    madeMs: whole,
    revision: whole,
    period: shape(ends),
    previous: shape(ends),
    blocks: list(block),
    budgets: list(budget),
    entries: list(entry),
    colours: optional(dictionary(whole)),
  }),
})
