import { isIP } from 'node:net'
import type { Attachment, Mail, Mailer, SendOutcome } from '../../ports/mailer.ts'
import { domainOf, headersOf } from './headers.ts'
import type { Mailbox, SmtpSettings } from './settings.ts'
import { Talk, troubleOf } from './smtp-talk.ts'
import { tidied } from './tidied.ts'

/** Milliseconds. */
export interface Patience {
  /** From the look-up of the name to the end of the handshakes. */
  readonly connectMs: number
  /** Without a word of the server. */
  readonly silenceMs: number
  /** From the call of the port to its end. */
  readonly wholeMs: number
}

export const usualPatience: Patience = { connectMs: 8_000, silenceMs: 15_000, wholeMs: 45_000 }

/** Mails by a server of one's own or a provider's, each over a connection of its own. */
export async function smtpMailer(settings: SmtpSettings, from: Mailbox, patience = usualPatience): Promise<Mailer> {
  const { createTransport } = await import('nodemailer')
  return {
    repeatable: false,
    async send(mail): Promise<SendOutcome> {
      const message = messageOf(tidied(mail), from)
      const talk = new Talk()
      const transport = createTransport({ ...optionsFor(settings, patience), logger: talk, transactionLog: true })
      try {
        await transport.sendMail({ ...message, signal: AbortSignal.timeout(patience.wholeMs) })
        return { kind: 'accepted' }
      } catch (error) {
        return troubleOf(error, talk.isGiven)
      } finally {
        transport.close()
      }
    },
  }
}

/** As nodemailer takes them. */
export function optionsFor({ host, port, tls, ca, login }: SmtpSettings, { connectMs, silenceMs }: Patience) {
  return {
    host,
    port,
    secure: tls === 'at once',
    requireTLS: tls === 'after a word',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2' as const, ...(ca && { ca }), ...(isIP(host) === 0 && { servername: host }) },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    dnsTimeout: connectMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    // a mail is what it is given, and never a file or an address to be read
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function messageOf(mail: Mail, from: Mailbox) {
  const { 'Message-ID': messageId = '', ...headers } = headersOf(mail, domainOf(from.address))
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId,
    headers,
    attachments: mail.attachments.map(attached),
  }
}

function attached({ name, type, body, inline }: Attachment) {
  return {
    filename: name,
    contentType: type,
    content: Buffer.from(body),
    contentDisposition: inline ? ('inline' as const) : ('attachment' as const),
    ...(inline && { cid: name }),
  }
}
