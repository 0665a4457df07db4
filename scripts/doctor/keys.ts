import type { SessionId, UserId } from '../../functions/domain/ids.ts'
import type { TokenReader, TokenWriter } from '../../functions/ports/tokens.ts'

/** Whether one reads what the other writes. */
export function fitEachOther(writer: TokenWriter, reader: TokenReader): boolean {
  const id = '00000000-0000-7000-8000-000000000000'
  const claims = { userId: id as UserId, sessionId: id as SessionId, level: 1, issuedMs: 0, expiresMs: 60_000 }
  return reader.read(writer.write(claims), 1) !== undefined
}
