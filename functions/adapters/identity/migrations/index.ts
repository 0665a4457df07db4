import type { Schema } from '../../sql/migrator.ts'
import { identity0001 } from './0001-identity.ts'
import { identity0002 } from './0002-reports.ts'
import { identity0003 } from './0003-password-rounds.ts'

export const identitySchema: Schema = { plane: 'identity', steps: [...identity0001, ...identity0002, ...identity0003] }
