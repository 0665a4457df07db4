import { migration, type Step } from '../../sql/migrator.ts'
import { big, type Column } from '../../sql/table.ts'

/** Which of a user's passwords, counted from 0, is theirs now, and by which one a session was begun. */
const round: Column = {
  sqlite: `${big.sqlite} DEFAULT 0`,
  mysql: `${big.mysql} DEFAULT 0`,
  db2: `${big.db2} DEFAULT 0`,
}

const counted = (table: string): Step => ({
  name: `${table}-rounds`,
  statements: (engine) => [`ALTER TABLE ${table} ADD COLUMN password_round ${round[engine]}`],
})

export const identity0003 = migration('0003', [counted('users'), counted('sessions')])
