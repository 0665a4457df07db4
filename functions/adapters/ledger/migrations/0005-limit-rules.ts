import { migration } from '../../sql/migrator.ts'
import { ascii, day, id, table } from '../../sql/table.ts'

/** Of limits from before a budget's rule was changed: the rule that their periods went by. */
export const ledger0005 = migration('0005', [
  table('limit_rules', {
    columns: { ledger_id: id, budget_id: id, effective_from: day, rule: ascii(32) },
    primary: ['ledger_id', 'budget_id', 'effective_from'],
  }),
])
