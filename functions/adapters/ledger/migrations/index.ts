import type { Schema } from '../../sql/migrator.ts'
import { ledger0001 } from './0001-ledger.ts'
import { ledger0002 } from './0002-statements.ts'
import { ledger0003 } from './0003-origins.ts'
import { ledger0004 } from './0004-sharp-s.ts'
import { ledger0005 } from './0005-limit-rules.ts'

export const ledgerSchema: Schema = {
  plane: 'ledger',
  steps: [...ledger0001, ...ledger0002, ...ledger0003, ...ledger0004, ...ledger0005],
}
