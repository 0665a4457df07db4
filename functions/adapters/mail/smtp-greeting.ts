import { Sentence } from '../../domain/sentence.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { SmtpSettings } from './settings.ts'
import { optionsFor, usualPatience } from './smtp.ts'

/**
 * Greets the server as a mail would, TLS and log-in included, and sends none. Throws `Unavailable` where nobody answers, and
 * a `Sentence` for what the settings have wrong.
 */
export async function greetSmtp(settings: SmtpSettings, patience = usualPatience): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(optionsFor(settings, patience))
  try {
    await transport.verify()
  } catch (error) {
    throw troubleWith(error)
  } finally {
    transport.close()
  }
}

/** A server's own words may name people: only its number is handed on. */
function troubleWith(error: unknown): Error {
  const { code, responseCode }: { readonly code?: unknown; readonly responseCode?: unknown } = Object(error)
  if (code === 'EAUTH') return new Sentence(`The mail server does not let this user in (${responseCode ?? code}).`)
  if (code === 'ETLS') return new Sentence('The mail server does not speak TLS as the settings want it.')
  if (isOfCertificates(code)) return new Sentence(`The mail server has no certificate that may be trusted (${code}).`)
  if (typeof responseCode === 'number' && responseCode >= 500) {
    return new Sentence(`The mail server refuses to talk (${responseCode}).`)
  }
  return new Unavailable('The mail server does not answer', { cause: error })
}

const isOfCertificates = (code: unknown): boolean =>
  typeof code === 'string' && /CERT|SIGNATURE|ALTNAME|^ESOCKET_TLS/.test(code)
