import { valid } from '../../functions/adapters/setting.ts'
import type { SessionId, UserId } from '../../functions/domain/ids.ts'
import type { TokenReader, TokenWriter } from '../../functions/ports/tokens.ts'
import { tokenPrivateKey, tokenPublicKeys } from '../../functions/settings.ts'

/** A sentence where tokens that are signed with these settings are not believed with them. */
export function faultOfKeys(env: unknown): string | undefined {
  const [writer, reader] = [valid(env, tokenPrivateKey), valid(env, tokenPublicKeys)]
  if (!writer || !reader || fitEachOther(writer, reader)) return undefined
  return `${tokenPublicKeys.name} has not the public key of ${tokenPrivateKey.name}: nobody could log in.`
}

/** Whether one reads what the other writes. */
function fitEachOther(writer: TokenWriter, reader: TokenReader): boolean {
  const id = '00000000-0000-7000-8000-000000000000'
  const claims = { userId: id as UserId, sessionId: id as SessionId, level: 1, issuedMs: 0, expiresMs: 60_000 }
  return reader.read(writer.write(claims), 1) !== undefined
}
