import { migration, type Step } from '../../sql/migrator.ts'
import { ascii, big, id, table } from '../../sql/table.ts'
import { reportSchedules, reports } from './report-tables.ts'

/** Folders from before there were reports have these tables in another shape, and nothing in them; Db2 came later. */
const anew = (step: Step): Step => ({
  name: `${step.name}-anew`,
  statements: (engine) => (engine === 'db2' ? [] : [`DROP TABLE IF EXISTS ${step.name}`, ...step.statements(engine)]),
})

export const identity0002 = migration('0002', [
  anew(reportSchedules),
  anew(reports),
  // people to whose address nothing more is sent
  table('mail_stops', { columns: { user_id: id, reason: ascii(12), since_ms: big }, primary: ['user_id'] }),
])
