/**
 * Called with the text of each statement before it is sent: 'begin', 'commit' and 'rollback' too, and 'committed'
 * after a commit has succeeded. What it throws, the statement throws. For tests that count or crash.
 */
export type Watch = (sql: string) => void
