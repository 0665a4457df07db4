const commit = 0x200e

/** Whether what a client sends asks for a commit, alone or behind a statement: for `loseAnswerTo` of a line. */
export function asksForCommit(bytes: Buffer): boolean {
  for (let at = 0; at + 10 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at)
    if (length < 10) return false
    if (bytes.readUInt16BE(at + 8) === commit) return true
    at += length
  }
  return false
}
