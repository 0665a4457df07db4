import type { Schema } from '../../sql/migrator.ts'
import { identity0001 } from './0001-identity.ts'

export const identitySchema: Schema = { plane: 'identity', steps: [...identity0001] }
