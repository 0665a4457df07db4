import { insights as routes } from '../../api/insights.ts'
import { budgets, byLedger, categories, totals } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { getInsights } from './get-insights.ts'

export const main = serve(routes, { ...byLedger, budgets, categories, totals }, { getInsights })
