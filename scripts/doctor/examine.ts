import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import { identity, ledger } from '../../functions/settings.ts'
import { type Finding, ill, well } from './finding.ts'
import { examineJobs } from './jobs.ts'
import { examineKeys } from './keys.ts'
import { examineMail } from './mail.ts'
import { examineObjects } from './objects.ts'
import type { Patient } from './patient.ts'
import { examinePlane } from './plane.ts'

/** Looks at all that is configured, at once, and tells of it in the order of the settings. */
export function examine({ env, faults, place }: Patient): Promise<readonly Finding[]> {
  const correct = 'docs/settings.md says how it is written.'
  return Promise.all([
    ...(faults.length > 0
      ? faults.map((fault) => ill('settings', fault, correct))
      : [well('settings', 'None is missing or wrong.')]),
    examineKeys(env),
    examinePlane(env, identitySchema, identity, place !== undefined),
    examinePlane(env, ledgerSchema, ledger, place !== undefined),
    examineObjects(env),
    examineMail(env),
    examineJobs(env, place),
  ])
}
