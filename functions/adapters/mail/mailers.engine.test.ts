import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import { type SentMail, startSendgrid } from '../../../tests/support/sendgrid-stub.ts'
import { type CaughtMail, startSmtp } from '../../../tests/support/smtp-catcher.ts'
import { type ArrivedMail, type MailerDesk, mailerContract } from '../../ports/mailer.contract.ts'
import { systemClock } from '../node/clock.ts'
import { type KeptMail, keptMails, outboxMailer } from './outbox.ts'
import { sendgridMailer } from './sendgrid.ts'
import { smtpMailer } from './smtp.ts'

interface Open extends MailerDesk {
  close(): Promise<void>
}

const from = { name: 'Outlay', address: 'reports@example.org' }

holds('an outbox', outboxDesk)
holds('SendGrid', sendgridDesk)
holds('SMTP', smtpDesk)

function holds(name: string, open: () => Promise<Open>): void {
  const mails = suite(`mails by ${name}`)
  let desk: Open
  mails.before.each(async () => {
    desk = await open()
  })
  mails.after.each(() => desk.close())
  mailerContract((sentence, show) => mails(sentence, () => show(desk)))
  mails.run()
}

async function outboxDesk(): Promise<Open> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-outbox-'))
  const kept = ({ to, subject, html, text, id, unsubscribeUrl, attachments }: KeptMail): ArrivedMail => ({
    recipients: [to.address],
    toName: to.name,
    ...{ subject, html, text, id },
    ...(unsubscribeUrl && { unsubscribeUrl }),
    attachments: attachments.map((file) => ({ ...file, ...(file.inline && { cid: file.name }) })),
  })
  return {
    mailer: outboxMailer(folder, systemClock),
    arrived: async () => (await keptMails(folder)).toReversed().map(kept),
    close: async () => rmSync(folder, { recursive: true }),
  }
}

async function sendgridDesk(): Promise<Open> {
  const stub = await startSendgrid('SG.key')
  const { endpoint } = stub
  return {
    mailer: await sendgridMailer({ key: 'SG.key', endpoint, sandbox: false }, from),
    arrived: async () => stub.taken.map(taken),
    close: stub.close,
  }
}

function taken({
  personalizations,
  subject,
  content,
  headers = {},
  custom_args,
  attachments = [],
}: SentMail): ArrivedMail {
  const readers = personalizations.flatMap(({ to }) => to)
  const value = (type: string) => content.find((one) => one.type === type)?.value ?? ''
  return {
    recipients: readers.map(({ email }) => email),
    toName: readers[0]?.name ?? '',
    subject,
    html: value('text/html'),
    text: value('text/plain'),
    id: custom_args?.mail_id ?? '',
    ...endingOf(headers['List-Unsubscribe'], headers['List-Unsubscribe-Post']),
    attachments: attachments.map(({ filename, type = '', content: base64, disposition, content_id }) => ({
      name: filename,
      type,
      body: Buffer.from(base64, 'base64'),
      inline: disposition === 'inline',
      ...(content_id && { cid: content_id }),
    })),
  }
}

async function smtpDesk(): Promise<Open> {
  const server = await startSmtp()
  return {
    mailer: await smtpMailer({ host: '127.0.0.1', port: server.port, tls: 'none' }, from),
    arrived: async () => server.caught.map(caught),
    close: server.close,
  }
}

function caught({ recipients, mail }: CaughtMail): ArrivedMail {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value
  return {
    recipients,
    toName: mail.to?.[0]?.name ?? '',
    subject: mail.subject ?? '',
    html: (mail.html ?? '').trimEnd(),
    text: mail.text ?? '',
    id: /^<(.+)@example\.org>$/.exec(mail.messageId ?? '')?.[1] ?? '',
    ...endingOf(header('list-unsubscribe'), header('list-unsubscribe-post')),
    attachments: mail.attachments.map(({ filename, mimeType, content, disposition, contentId }) => ({
      name: filename ?? '',
      type: mimeType,
      body: new Uint8Array(content as ArrayBuffer),
      inline: disposition === 'inline',
      ...(contentId && { cid: contentId.replace(/^<|>$/g, '') }),
    })),
  }
}

/** A mail program looks for both headers. */
function endingOf(address: string | undefined, post: string | undefined): { readonly unsubscribeUrl?: string } {
  const [, unsubscribeUrl] = /^<(.+)>$/.exec(address ?? '') ?? []
  return unsubscribeUrl && post === 'List-Unsubscribe=One-Click' ? { unsubscribeUrl } : {}
}
