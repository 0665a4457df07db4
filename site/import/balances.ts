import type { Row } from './csv.ts'

const balance =
  /^(?:(?:opening|closing|beginning|ending) balance|balance (?:(?:brought|carried) )?forward|(?:anfangs|end|schluss)saldo|(?:alter|neuer) kontostand|saldo (?:inicial|final|anterior)|(?:begin|eind)saldo)(?: (?:as of|on|at|am|vom|per) .*)?[: ]*$/i

/** Whether it says what was or is in the account: some banks write it among the entries, with a day and an amount. */
export const isBalance = (row: Row) => row.some((cell) => balance.test(cell.trim()))
