import type { Schema } from '../../sql/migrator.ts'
import { ledger0001 } from './0001-ledger.ts'
import { ledger0002 } from './0002-statements.ts'

export const ledgerSchema: Schema = { plane: 'ledger', steps: [...ledger0001, ...ledger0002] }
