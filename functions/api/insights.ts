import * as v from 'valibot'
import { BudgetView } from './budgets.ts'
import { feature, route } from './route.ts'
import { CurrencyText, DayText, Id, PeriodView, RuleText, SumText } from './shapes.ts'
import { TransactionView } from './transactions.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Income, expense (refunds taken off) and what remains; the same three figures wherever a stretch of time is summed. */
const figures = { income: SumText, expense: SumText, net: SumText }
const Figures = v.strictObject(figures)
export type Figures = v.InferOutput<typeof Figures>

/** One category: this period, the period before, the median as in `usual`. */
const compared = { amount: SumText, previous: SumText, usual: SumText, entries: Count }

const CategoryFigure = v.strictObject({
  /** Left out: entries without a category. */
  categoryId: v.optional(Id),
  name: v.optional(v.string()),
  kind: v.picklist(['expense', 'income']),
  ...compared,
  /** Whole percent of its kind's total, rounded so that all of a kind sum to 100; left out when the total is not positive. */
  share: v.optional(v.pipe(v.number(), v.integer())),
})

const CurrencyBlock = v.strictObject({
  currency: CurrencyText,
  ...figures,
  entries: Count,
  /** Net as a percentage of income, one decimal, half away from zero; left out without income. */
  savingsRate: v.optional(v.number()),
  previous: Figures,
  /**
   * The median of the six periods before this one, those left out that ended before the ledger's first entry (transfers
   * do not count); of an even number the mean of the middle two, half away from zero. `net` is its income less its expense.
   */
  usual: Figures,
  /** Top level; `children` are the categories below it and, without an id, what is filed on it itself. */
  byCategory: v.array(v.strictObject({ ...CategoryFigure.entries, children: v.array(CategoryFigure) })),
  /** Only days with entries. */
  byDay: v.array(v.strictObject({ day: DayText, ...figures })),
  /** The twenty with the largest expense, then income. */
  byPayee: v.array(
    v.strictObject({ payeeId: v.optional(Id), name: v.optional(v.string()), ...figures, entries: Count }),
  ),
  /** Twelve periods, the asked one last. */
  trend: v.array(v.strictObject({ ...PeriodView.entries, ...figures })),
  /** The five largest expenses of the period. */
  largest: v.array(TransactionView),
  /** The limits in this currency, in the period that holds the asked period's last day or today. */
  budgets: v.array(BudgetView),
})

export const InsightsView = v.strictObject({
  period: PeriodView,
  previous: PeriodView,
  today: DayText,
  /** The ledger's revision that these figures belong to. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** One block per currency, the ledger's first; nothing is ever added across them. */
  currencies: v.array(CurrencyBlock),
})
export type InsightsView = v.InferOutput<typeof InsightsView>

export const insights = feature({
  getInsights: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/insights',
    who: 'viewer',
    summary:
      'Figures of the period that holds a day (`on`, default today; `rule`, default the ledger’s) or of `from` to `to`',
    headers: ['if-none-match'],
    query: v.strictObject({
      from: v.optional(DayText),
      to: v.optional(DayText),
      on: v.optional(DayText),
      rule: v.optional(RuleText),
    }),
    answers: { 200: InsightsView, 304: 'empty' },
    refusals: ['bad-day', 'bad-range', 'bad-rule', 'answer-too-large'],
  }),
})
