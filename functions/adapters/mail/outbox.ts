import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isUuid } from '../../domain/ids.ts'
import type { Clock, Instant } from '../../ports/clock.ts'
import type { Attachment, Mail, Mailer } from '../../ports/mailer.ts'
import { tidied } from './tidied.ts'

/** A mail that nobody delivered, as it lies in the outbox. */
export interface KeptMail extends Mail {
  readonly keptMs: Instant
}

/**
 * Mails that go nowhere but into a folder, one JSON file each, for somebody who looks at them there. A mail's id is its
 * file's name, so that one sent twice is one.
 */
export function outboxMailer(folder: string, clock: Clock): Mailer {
  return {
    repeatable: true,
    async send(mail) {
      if (!isUuid(mail.id)) throw new RangeError('The id of a mail is none.')
      await mkdir(folder, { recursive: true })
      const half = join(folder, `.${randomUUID()}`)
      await writeFile(half, JSON.stringify(encoded(tidied(mail), clock.now())), { mode: 0o600 })
      await rename(half, join(folder, `${mail.id}.json`)).catch(async (error) => {
        await rm(half, { force: true })
        throw error
      })
      return { kind: 'accepted', messageId: mail.id }
    },
  }
}

/** The latest first. */
export async function keptMails(folder: string): Promise<readonly KeptMail[]> {
  const names = await readdir(folder).catch(() => [])
  const mails = await Promise.all(
    names.filter((name) => /^[^.].*\.json$/.test(name)).map((name) => keptMail(folder, name.slice(0, -5))),
  )
  return mails.flatMap((mail) => mail ?? []).toSorted((a, b) => b.keptMs - a.keptMs)
}

export async function keptMail(folder: string, id: string): Promise<KeptMail | undefined> {
  if (!isUuid(id)) return undefined
  const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : decoded(JSON.parse(text))
}

/** One that is gone already is no fault. */
export async function removeMail(folder: string, id: string): Promise<void> {
  if (isUuid(id)) await rm(join(folder, `${id}.json`), { force: true })
}

/** JSON knows no bytes. */
function encoded({ attachments, ...mail }: Mail, keptMs: Instant) {
  const inText = attachments.map((file) => ({ ...file, body: Buffer.from(file.body).toString('base64') }))
  return { ...mail, keptMs, attachments: inText }
}

function decoded(
  mail: Omit<KeptMail, 'attachments'> & { attachments: (Omit<Attachment, 'body'> & { body: string })[] },
) {
  const attachments = mail.attachments.map((file) => ({
    ...file,
    body: new Uint8Array(Buffer.from(file.body, 'base64')),
  }))
  return { ...mail, attachments }
}
