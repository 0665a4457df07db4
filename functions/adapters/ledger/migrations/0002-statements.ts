import { migration } from '../../sql/migrator.ts'
import { big, day, id, table } from '../../sql/table.ts'

export const ledger0002 = migration('0002', [
  table('statements', {
    columns: { ledger_id: id, account_id: id, day, balance: big, touched_ms: big },
    primary: ['ledger_id', 'account_id', 'day'],
  }),
  table('open_items', {
    columns: { ledger_id: id, account_id: id, day, tx_id: id },
    primary: ['ledger_id', 'account_id', 'day', 'tx_id'],
  }),
])
