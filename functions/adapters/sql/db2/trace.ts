/** What an error of ibm_db says beside its text, of which nothing is handed on: it can carry a row's values. */
export interface Db2Trace {
  /** Db2's SQLCODE; -99999 for an error of IBM's client itself, 0 where the error is no driver's. */
  readonly code: number
  /** The SQLSTATE of the server. The client has some of its own (42S02), and says the server's at the end of the text. */
  readonly state: string
}

export function db2Trace(error: unknown): Db2Trace {
  if (!(error instanceof Error) || !('sqlcode' in error) || !('sqlstate' in error)) return { code: 0, state: '' }
  const { sqlcode, sqlstate, message } = error
  const [, said] = /SQLSTATE=(\w{5})/.exec(message) ?? []
  return {
    code: typeof sqlcode === 'number' ? sqlcode : 0,
    state: said ?? (typeof sqlstate === 'string' ? sqlstate : ''),
  }
}
