import { valid } from '../../functions/adapters/setting.ts'
import type { SessionId, UserId } from '../../functions/domain/ids.ts'
import type { TokenReader, TokenWriter } from '../../functions/ports/tokens.ts'
import { tokenPrivateKey, tokenPublicKeys } from '../../functions/settings.ts'
import { type Finding, ill, notAsked, well } from './finding.ts'

/** Whether what is signed here is believed here. */
export function examineKeys(env: unknown): Finding {
  const [writer, reader] = [valid(env, tokenPrivateKey), valid(env, tokenPublicKeys)]
  if (!writer) return notAsked('keys', tokenPrivateKey)
  if (!reader) return notAsked('keys', tokenPublicKeys)
  if (fitEachOther(writer, reader)) return well('keys', 'A token that is signed with the private key is believed.')
  return ill(
    'keys',
    `${tokenPublicKeys.name} has not the public key of ${tokenPrivateKey.name}: nobody could log in.`,
    `Add that public key to ${tokenPublicKeys.name}; several stand there with a comma between them.`,
  )
}

/** Whether one reads what the other writes. */
export function fitEachOther(writer: TokenWriter, reader: TokenReader): boolean {
  const id = '00000000-0000-7000-8000-000000000000'
  const claims = { userId: id as UserId, sessionId: id as SessionId, level: 1, issuedMs: 0, expiresMs: 60_000 }
  return reader.read(writer.write(claims), 1) !== undefined
}
