import { valid } from '../../functions/adapters/setting.ts'
import { tokenPrivateKey, tokenPublicKeys } from '../../functions/settings.ts'
import { faultOfKeys } from '../local/key-pair.ts'
import { type Finding, ill, notAsked, well } from './finding.ts'

/** Whether what is signed here is believed here. */
export function examineKeys(env: unknown): Finding {
  const lacking = [tokenPrivateKey, tokenPublicKeys].find((key) => !valid<unknown>(env, key))
  if (lacking) return notAsked('keys', lacking)
  const fault = faultOfKeys(env)
  if (!fault) return well('keys', 'A token that is signed with the private key is believed.')
  const add = `Add that public key to ${tokenPublicKeys.name}; several stand there with a comma between them.`
  return ill('keys', fault, add)
}
