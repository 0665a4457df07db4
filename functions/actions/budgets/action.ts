import { budgets as routes } from '../../api/budgets.ts'
import { budgets, byLedger, categories, ids, totals } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { addBudget } from './add-budget.ts'
import { changeBudget } from './change-budget.ts'
import { getBudget } from './get-budget.ts'
import { listBudgets } from './list-budgets.ts'
import { putBudget } from './put-budget.ts'
import { removeBudget } from './remove-budget.ts'

export const main = serve(
  routes,
  { ...byLedger, budgets, categories, totals, ids },
  { listBudgets, addBudget, getBudget, putBudget, changeBudget, removeBudget },
)
