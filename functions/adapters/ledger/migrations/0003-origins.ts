import { migration } from '../../sql/migrator.ts'
import { ascii, id, table } from '../../sql/table.ts'

/** A table of its own: to add a column is no statement that MySQL could run again after a crash. */
export const ledger0003 = migration('0003', [
  table('origins', {
    columns: { ledger_id: id, list: ascii(10), row_id: id, body_hash: ascii(64) },
    primary: ['ledger_id', 'list', 'row_id'],
  }),
])
