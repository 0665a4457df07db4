import type { Attachment, Mail, Mailer } from '../../ports/mailer.ts'
import { installed } from '../installed.ts'
import { domainOf, headersOf } from './headers.ts'
import { type Answer, outcomeOf, troubleOf } from './sendgrid-outcome.ts'
import type { Mailbox, SendgridSettings } from './settings.ts'
import { tidied } from './tidied.ts'

/** Milliseconds that SendGrid may take over one mail, a PDF of some megabytes with it. */
const usualPatienceMs = 20_000

/** Mails by SendGrid. It knows no mail twice: what may have been taken is settled by its event webhook. */
export async function sendgridMailer(
  { key, endpoint, sandbox }: SendgridSettings,
  from: Mailbox,
  patienceMs = usualPatienceMs,
): Promise<Mailer> {
  const { default: sendgrid } = await installed('@sendgrid/mail', () => import('@sendgrid/mail'))
  // its types leave out both the class, of which it exports one object, and the client below it
  const { MailService } = sendgrid as unknown as { readonly MailService: new () => Service }
  const service = new MailService()
  service.setApiKey(key)
  service.setTimeout(patienceMs)
  service.client.setDefaultRequest('baseUrl', `${endpoint}/`)

  return {
    repeatable: false,
    async send(mail) {
      const message = messageOf(tidied(mail), from, sandbox)
      try {
        const [answer] = await service.send(message)
        return outcomeOf(answer)
      } catch (error) {
        return troubleOf(error, Date.now())
      }
    },
  }
}

interface Service {
  readonly client: { setDefaultRequest(name: string, value: unknown): void }
  setApiKey(key: string): void
  setTimeout(ms: number): void
  send(message: object): Promise<readonly [Answer, object]>
}

function messageOf(mail: Mail, from: Mailbox, sandbox: boolean) {
  const { id, kind, to, subject, html, text, attachments } = mail
  const off = { enable: false }
  return {
    from: mailbox(from),
    to: mailbox(to),
    subject,
    content: [
      { type: 'text/plain', value: text },
      { type: 'text/html', value: html },
    ],
    headers: headersOf(mail, domainOf(from.address)),
    categories: ['outlay', kind],
    // comes back with each event
    customArgs: { mail_id: id, kind },
    // addresses in mails are ours alone, and nobody is watched while reading
    trackingSettings: { clickTracking: { ...off, enableText: false }, openTracking: off, subscriptionTracking: off },
    mailSettings: { sandboxMode: { enable: sandbox } },
    ...(attachments.length > 0 && { attachments: attachments.map(attached) }),
    hideWarnings: true,
  }
}

const mailbox = ({ name, address }: Mailbox) => ({ email: address, ...(name && { name }) })

function attached({ name, type, body, inline }: Attachment) {
  return {
    content: Buffer.from(body).toString('base64'),
    filename: name,
    type,
    disposition: inline ? 'inline' : 'attachment',
    // in this spelling: the other one is sent on as it is, and not understood
    ...(inline && { content_id: name }),
  }
}
