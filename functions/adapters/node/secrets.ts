import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from '../../ports/secrets.ts'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const withHash = (bytes: Buffer) => {
  const secret = bytes.toString('base64url')
  return { secret, hash: hashOf(secret) }
}

export const randomSecrets: Secrets = {
  make: () => withHash(randomBytes(32)),
  next: (secret, salt) => withHash(createHmac('sha256', salt).update(secret).digest()),
  hashOf,
}
