import type { Mail } from '../../ports/mailer.ts'
import { oneLine } from './one-line.ts'

/** A mail of which nothing that becomes a header, or a part of one, can end it. */
export function tidied(mail: Mail): Mail {
  return {
    ...mail,
    to: { address: mail.to.address, name: oneLine(mail.to.name) },
    subject: oneLine(mail.subject),
    attachments: mail.attachments.map((file) => ({ ...file, name: oneLine(file.name) })),
  }
}
