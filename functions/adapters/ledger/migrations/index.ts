import type { Schema } from '../../sql/migrator.ts'
import { ledger0001 } from './0001-ledger.ts'

export const ledgerSchema: Schema = { plane: 'ledger', steps: [...ledger0001] }
