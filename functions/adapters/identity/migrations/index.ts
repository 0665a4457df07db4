import type { Schema } from '../../sql/migrator.ts'
import { identity0001 } from './0001-identity.ts'
import { identity0002 } from './0002-reports.ts'

export const identitySchema: Schema = { plane: 'identity', steps: [...identity0001, ...identity0002] }
