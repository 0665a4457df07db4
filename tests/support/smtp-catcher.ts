import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What a server was given, and by whom for whom. */
export interface CaughtMail {
  readonly from: string
  readonly recipients: readonly string[]
  /** Undefined where nobody logged in. */
  readonly user: string | undefined
  readonly secure: boolean
  readonly raw: string
  readonly mail: Email
}

export interface SmtpCatcher {
  readonly port: number
  readonly caught: CaughtMail[]
  close(): Promise<void>
}

export interface CatcherOptions {
  /** Files; without them it speaks in clear text. */
  readonly certificate?: { readonly certificate: string; readonly key: string }
  /** TLS from the first byte. */
  readonly secure?: boolean
  /** Who may log in, and must. */
  readonly login?: { readonly user: string; readonly password: string }
  /** What it says to each of these instead of yes: a code, and words. */
  readonly says?: { readonly [step in 'MAIL' | 'RCPT' | 'DATA']?: Reply }
}

export interface Reply {
  readonly code: number
  readonly text: string
}

/** A real SMTP server that keeps what it gets. */
export async function startSmtp({
  certificate,
  secure = false,
  login,
  says = {},
}: CatcherOptions = {}): Promise<SmtpCatcher> {
  const caught: CaughtMail[] = []
  const no = (step: 'MAIL' | 'RCPT' | 'DATA') => {
    const reply = says[step]
    return reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : null
  }
  const server = new SMTPServer({
    secure,
    authOptional: !login,
    disabledCommands: [...(certificate ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    ...(certificate && { cert: readFileSync(certificate.certificate), key: readFileSync(certificate.key) }),
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === login?.user && password === login?.password
      done(isRight ? null : new Error('wrong'), isRight ? { user: username } : undefined)
    },
    onMailFrom: (_address, _session, done) => done(no('MAIL')),
    onRcptTo: (_address, _session, done) => done(no('RCPT')),
    onData: async (stream, { envelope, user, secure: isSecure }, done) => {
      const chunks = await stream.toArray().catch(() => undefined)
      if (!chunks) return done(new Error('cut off'))
      const raw = Buffer.concat(chunks)
      const refused = no('DATA')
      if (refused) return done(refused)
      const recipients = envelope.rcptTo.map(({ address }) => address)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const mail = await PostalMime.parse(raw)
      caught.push({ from, recipients, user: user as string | undefined, secure: isSecure, raw: raw.toString(), mail })
      done()
    },
  } satisfies SMTPServerOptions)
  // who breaks a connection off in the middle is part of the tests
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    caught,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
