import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { sendgridMailer } from '../../functions/adapters/mail/sendgrid.ts'
import type { Mailbox, SendgridSettings, SmtpSettings } from '../../functions/adapters/mail/settings.ts'
import { greetSmtp } from '../../functions/adapters/mail/smtp-greeting.ts'
import { valid } from '../../functions/adapters/setting.ts'
import type { SendOutcome } from '../../functions/ports/mailer.ts'
import { Unavailable } from '../../functions/ports/unavailable.ts'
import { mailEventsKey, mailFrom, mail as setting } from '../../functions/settings.ts'
import { type Finding, ill, notAsked, open, well } from './finding.ts'
import { troubleOf } from './trouble.ts'

const what = 'mail'

/** Whether mails would be taken: asked of SendGrid in its sandbox, and of an SMTP server by a greeting. Sends none. */
export async function examineMail(env: unknown): Promise<Finding> {
  const settings = valid(env, setting)
  if (!settings) return notAsked(what, setting)
  if (settings.way === 'outbox') return examineOutbox(settings.folder)
  if (settings.way === 'smtp') return examineSmtp(settings.smtp)
  const from = valid(env, mailFrom)
  if (!from) return notAsked(what, mailFrom)
  const found = await examineSendgrid(settings.sendgrid, from)
  const deaf = found.how === 'well' && !valid(env, mailEventsKey)
  return deaf
    ? { ...found, says: `${found.says} What comes back is not heard of without ${mailEventsKey.name}.` }
    : found
}

function examineOutbox(folder: string): Finding {
  if (!existsSync(folder)) return open(what, `There is no folder ${folder} yet; it is made with the first mail.`)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return well(what, `Mails are kept in ${folder}; none is delivered.`)
  } catch {
    return ill(what, `Nothing can be written to ${folder}.`, `Give this user the folder, or correct ${setting.name}.`)
  }
}

async function examineSmtp(smtp: SmtpSettings): Promise<Finding> {
  const place = `SMTP server ${smtp.host}:${smtp.port}`
  try {
    await greetSmtp(smtp)
    const ways = [smtp.tls === 'none' ? 'in clear text' : 'by TLS', ...(smtp.login ? ['and lets us log in'] : [])]
    return well(what, `The ${place} answers ${ways.join(' ')}.`)
  } catch (error) {
    const isDown = error instanceof Unavailable
    const advice = isDown ? `See that it runs and can be reached from here, or correct ${setting.name}.` : fix
    return ill(what, `The ${place}: ${troubleOf(error)}`, advice)
  }
}

const fix = `Correct user, password, port or tls in ${setting.name}.`

async function examineSendgrid(sendgrid: SendgridSettings, from: Mailbox): Promise<Finding> {
  const place = `SendGrid at ${sendgrid.endpoint}`
  try {
    const mailer = await sendgridMailer({ ...sendgrid, sandbox: true }, from)
    const sample = {
      subject: 'Is all well?',
      text: 'This is delivered to nobody.\n',
      html: '<p>This is delivered to nobody.',
    }
    const mail = { id: randomUUID(), kind: 'verification', to: from, attachments: [], ...sample } as const
    return findingOf(await mailer.send(mail), place)
  } catch (error) {
    return ill(what, `${place}: ${troubleOf(error)}`, `Correct ${setting.name}.`)
  }
}

function findingOf(outcome: SendOutcome, place: string): Finding {
  if (outcome.kind === 'accepted')
    return well(what, `${place} knows the key and takes mails; it has looked at one in its sandbox.`)
  const isHeard = /^sendgrid-\d/.test(outcome.why)
  const advice = isHeard
    ? `401: make a key that may send mails, and put it into ${setting.name}. 403: verify ${mailFrom.name} there.`
    : 'See that it can be reached from here, and try again.'
  return ill(what, `${place} ${isHeard ? 'does not take a mail' : 'cannot be reached'} (${outcome.why}).`, advice)
}
