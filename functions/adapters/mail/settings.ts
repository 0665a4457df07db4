import { isEmail, normalEmail } from '../../domain/email.ts'
import { Sentence } from '../../domain/sentence.ts'
import { type Given, given, type Reading } from '../given.ts'
import { oneLine } from './one-line.ts'

export interface SendgridSettings {
  readonly key: string
  /** Scheme, host and port. */
  readonly endpoint: string
  /** Mails are looked at and delivered to nobody. */
  readonly sandbox: boolean
}

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** From the first byte, or after a word in clear text; 'none' for a relay that is near. */
  readonly tls: 'at once' | 'after a word' | 'none'
  /** An authority's certificate (PEM) in the place of those that Node trusts. */
  readonly ca?: string
  readonly login?: { readonly user: string; readonly password: string }
}

/** Who brings mails on their way. */
export type MailSettings =
  | { readonly way: 'outbox'; readonly folder: string }
  | { readonly way: 'sendgrid'; readonly sendgrid: SendgridSettings }
  | { readonly way: 'smtp'; readonly smtp: SmtpSettings }

export interface Mailbox {
  readonly name: string
  readonly address: string
}

/**
 * Reads `outbox:<path>`, `sendgrid:<key>`, `sendgrid://<key>@api.eu.sendgrid.com?sandbox=yes`,
 * `smtp://user:password@host:587` (STARTTLS, which must succeed), `smtps://…:465`, or these as JSON with a `scheme`.
 * `ca` names an authority, `tls=off` is for a relay that takes no password. Throws a `Sentence`, without the text.
 */
export function parseMail(text: string): MailSettings {
  const [, folder] = /^outbox:(.+)$/.exec(text) ?? []
  if (folder) return { way: 'outbox', folder }
  const [, key] = /^sendgrid:(?!\/\/)(.+)$/.exec(text) ?? []
  const settings = given(key ? JSON.stringify({ scheme: 'sendgrid', key }) : text, reading)
  if (settings.choice('scheme', ['smtp', 'smtps', 'sendgrid']) === 'sendgrid') {
    return { way: 'sendgrid', sendgrid: sendgridIn(settings) }
  }
  return { way: 'smtp', smtp: smtpIn(settings) }
}

/** Reads `Outlay <reports@example.org>`, or the address alone. Throws a `Sentence`. */
export function parseMailbox(text: string): Mailbox {
  const [, name = '', inside] = /^([^<>]*)<([^<>]*)>\s*$/.exec(text) ?? []
  const address = normalEmail(inside ?? text)
  if (!isEmail(address)) throw new Sentence('MAIL_FROM is neither an address nor a name with one in angle brackets.')
  return { name: oneLine(name).replace(/^"(.*)"$/, '$1'), address }
}

const reading: Reading = {
  what: 'mail',
  schemes: ['smtp', 'smtps', 'sendgrid'],
  parts: { user: 'user', password: 'password' },
  more: ['key', 'sandbox', 'tls', 'ca'],
}

function sendgridIn(settings: Given): SendgridSettings {
  const key = settings.text('key') ?? settings.text('user') ?? settings.needed('key')
  if (!key.startsWith('SG.')) throw new Sentence('The mail settings have a SendGrid key that does not begin with SG.')
  const host = settings.text('host') ?? 'api.sendgrid.com'
  const port = settings.whole('port')
  const scheme = isHere(host) ? 'http' : 'https'
  return {
    key,
    endpoint: `${scheme}://${host}${port ? `:${port}` : ''}`,
    sandbox: settings.choice('sandbox', ['yes', 'no']) === 'yes',
  }
}

function smtpIn(settings: Given): SmtpSettings {
  const host = settings.needed('host')
  const isSecure = settings.text('scheme') === 'smtps'
  const isOff = settings.choice('tls', ['off']) === 'off'
  if (isOff && isSecure) throw new Sentence('The mail settings turn TLS off, and begin with smtps.')
  const [user, password, ca] = [settings.text('user'), settings.text('password'), settings.text('ca')]
  if (ca && !ca.includes('-----BEGIN CERTIFICATE-----'))
    throw new Sentence('The mail settings name a ca that is no PEM.')
  if (isOff && user && !isHere(host)) {
    throw new Sentence('The mail settings turn TLS off, and would send a password in clear text to another machine.')
  }
  return {
    host,
    port: settings.whole('port') ?? (isSecure ? 465 : 587),
    tls: isOff ? 'none' : isSecure ? 'at once' : 'after a word',
    ...(ca && { ca }),
    ...(user && { login: { user, password: password ?? settings.needed('password') } }),
  }
}

const isHere = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host)
