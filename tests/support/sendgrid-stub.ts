import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What SendGrid's v3 API is sent for one mail. */
export interface SentMail {
  readonly from: SentMailbox
  readonly personalizations: readonly { readonly to: readonly SentMailbox[] }[]
  readonly subject: string
  readonly content: readonly { readonly type: string; readonly value: string }[]
  readonly headers?: { readonly [name: string]: string }
  readonly categories?: readonly string[]
  readonly custom_args?: { readonly [name: string]: string }
  readonly attachments?: readonly SentFile[]
  readonly mail_settings?: { readonly sandbox_mode?: { readonly enable?: boolean } }
  readonly tracking_settings?: { readonly [name: string]: { readonly enable?: boolean } }
}
interface SentMailbox {
  readonly email: string
  readonly name?: string
}
interface SentFile {
  readonly content: string
  readonly filename: string
  readonly type?: string
  readonly disposition?: string
  readonly content_id?: string
}

/** SendGrid's mail/send as its documentation has it; for an outage put a front before it. */
export interface SendgridStub {
  readonly endpoint: string
  /** What it has taken to deliver, the sandbox aside. */
  readonly taken: SentMail[]
  close(): Promise<void>
}

export async function startSendgrid(key: string): Promise<SendgridStub> {
  const taken: SentMail[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const answer = (status: number, json?: object, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(json && JSON.stringify(json))
    }
    const complain = (status: number, message: string, field: string | null = null) =>
      answer(status, { errors: [{ message, field, help: null }] })

    if (request.method !== 'POST' || request.url !== '/v3/mail/send') return complain(404, 'not found')
    if (request.headers.authorization !== `Bearer ${key}`) {
      return complain(401, 'The provided authorization grant is invalid, expired, or revoked')
    }
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return complain(415, 'unsupported')
    if (body.length > 30 * 1024 * 1024) return complain(413, 'Payload too large')
    const mail = parsed(body)
    if (!mail) return complain(400, 'Bad Request')
    const [fault] = faultsIn(mail)
    if (fault) return complain(400, `Not so, ${JSON.stringify(mail.personalizations)}.`, fault)

    if (mail.mail_settings?.sandbox_mode?.enable) return answer(200)
    taken.push(mail)
    answer(202, undefined, { 'x-message-id': `m-${randomUUID()}` })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function parsed(body: Buffer): SentMail | undefined {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

/** The fields that the documentation would not have. */
function* faultsIn(mail: SentMail): Generator<string> {
  yield* strangers(mail, fields, '')
  if (!isAddress(mail.from?.email)) yield 'from.email'
  if (!mail.personalizations?.length) yield 'personalizations'
  for (const [n, { to }] of (mail.personalizations ?? []).entries()) {
    if (!to?.length) yield `personalizations.${n}.to`
    for (const [m, { email }] of (to ?? []).entries())
      if (!isAddress(email)) yield `personalizations.${n}.to.${m}.email`
  }
  if (!mail.subject) yield 'subject'
  if (!mail.content?.length) yield 'content'
  if (mail.content?.[0]?.type !== 'text/plain' && mail.content?.some(({ type }) => type === 'text/plain'))
    yield 'content'
  for (const [n, { type, value }] of (mail.content ?? []).entries()) {
    if (!type || /[\r\n;,]/.test(type)) yield `content.${n}.type`
    if (!value) yield `content.${n}.value`
  }
  for (const [n, file] of (mail.attachments ?? []).entries()) {
    yield* strangers(file, fileFields, `attachments.${n}.`)
    if (!file.content || !isBase64(file.content)) yield `attachments.${n}.content`
    if (!file.filename) yield `attachments.${n}.filename`
    if (!['inline', 'attachment', undefined].includes(file.disposition)) yield `attachments.${n}.disposition`
  }
  const categories = mail.categories ?? []
  if (categories.length > 10 || new Set(categories).size < categories.length) yield 'categories'
  if (JSON.stringify(mail.custom_args ?? {}).length > 10_000) yield 'custom_args'
  for (const value of Object.values(mail.custom_args ?? {})) if (typeof value !== 'string') yield 'custom_args'
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (reserved.test(name) || /[\r\n]/.test(value)) yield `headers.${name}`
  }
}

const fields = [
  'from',
  'personalizations',
  'subject',
  'content',
  'headers',
  'categories',
  'custom_args',
  'attachments',
  'mail_settings',
  'tracking_settings',
]
const fileFields = ['content', 'filename', 'type', 'disposition', 'content_id']
const reserved =
  /^(x-sg-id|x-sg-eid|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$/i

function* strangers(object: object, known: readonly string[], at: string): Generator<string> {
  for (const name of Object.keys(object)) if (!known.includes(name)) yield at + name
}

const isAddress = (email: unknown) => typeof email === 'string' && /^[^\s@<>,]+@[^\s@<>,]+\.[a-z]+$/i.test(email)
const isBase64 = (text: string) => Buffer.from(text, 'base64').toString('base64') === text
