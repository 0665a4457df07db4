import { randomUUID } from 'node:crypto'
import * as assert from 'uvu/assert'
import type { Mail, Mailer } from './mailer.ts'

/** A mail as whoever delivers it has it. */
export interface ArrivedMail {
  /** Everybody to whom it goes, however it says so. */
  readonly recipients: readonly string[]
  readonly toName: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** The id that it was sent under, read from where a late word on its outcome would be. */
  readonly id: string
  /** Where a mail program sends its one POST to end such mails. */
  readonly unsubscribeUrl?: string
  readonly attachments: readonly {
    readonly name: string
    readonly type: string
    readonly body: Uint8Array
    readonly inline: boolean
    /** By which the HTML shows it. */
    readonly cid?: string
  }[]
}

export interface MailerDesk {
  readonly mailer: Mailer
  /** All that has arrived, the first first. */
  arrived(): Promise<readonly ArrivedMail[]>
}

type Says = (sentence: string, show: (desk: MailerDesk) => Promise<void>) => void

const png = Uint8Array.from({ length: 500 }, (_, n) => (n * 7) & 255)
const pdf = Uint8Array.from({ length: 200_000 }, (_, n) => (n * 13) & 255)

const mailOf = (changes: Partial<Mail> = {}): Mail => ({
  id: randomUUID(),
  kind: 'monthly',
  to: { address: 'asha@example.org', name: 'Asha Žižek' },
  subject: 'Dein März: 1.234,56 € ausgegeben 📊',
  html: '<p>Grüße an “Asha” &amp; Ben: <img src="cid:chart.png" alt="März"></p>',
  text: 'Grüße an “Asha” & Ben\n.\n..zwei Punkte\n',
  unsubscribeUrl: 'https://outlay.example.org/v1/unsubscribe?token=a-b_c&kind=monthly',
  attachments: [
    { name: 'chart.png', type: 'image/png', body: png, inline: true },
    { name: 'outlay-2026-03.pdf', type: 'application/pdf', body: pdf, inline: false },
  ],
  ...changes,
})

/** Holds for everybody who takes mails to deliver them. */
export function mailerContract(says: Says): void {
  says('takes a mail whole', async ({ mailer, arrived }) => {
    const mail = mailOf()
    const outcome = await mailer.send(mail)
    const [found, ...more] = await arrived()

    assert.is(outcome.kind, 'accepted')
    assert.equal(more, [])
    const { attachments, text, ...rest } = found as ArrivedMail
    assert.equal(rest, {
      recipients: ['asha@example.org'],
      toName: 'Asha Žižek',
      subject: mail.subject,
      html: mail.html,
      id: mail.id,
      unsubscribeUrl: mail.unsubscribeUrl,
    })
    assert.is(text.trimEnd(), mail.text.trimEnd())
    assert.equal(
      attachments.map(({ cid, body, ...file }) => ({ ...file, body: new Uint8Array(body), shown: cid })),
      mail.attachments.map((file) => ({ ...file, shown: file.inline ? file.name : undefined })),
    )
  })

  says('takes a mail with nothing to unsubscribe from, and nothing beside it', async ({ mailer, arrived }) => {
    const { unsubscribeUrl: _, ...plain } = mailOf({ kind: 'verification', attachments: [] })
    await mailer.send(plain)
    const [found] = await arrived()

    assert.is(found?.unsubscribeUrl, undefined)
    assert.equal(found?.attachments, [])
  })

  says('lets nobody write headers, or add a reader, by what they call things', async ({ mailer, arrived }) => {
    const evil = '\r\nBcc: eve@example.org\r\nX-Evil: yes\r\n\r\n<script>'
    await mailer.send(
      mailOf({
        to: { address: 'asha@example.org', name: `Asha${evil}` },
        subject: `Hello${evil}`,
        attachments: [{ name: `a${evil}.pdf`, type: 'application/pdf', body: pdf, inline: false }],
      }),
    )
    const [found] = await arrived()

    assert.equal(found?.recipients, ['asha@example.org'])
    assert.is(found?.subject, 'Hello Bcc: eve@example.org X-Evil: yes <script>')
    assert.is(found?.toName, 'Asha Bcc: eve@example.org X-Evil: yes <script>')
    assert.not.match(found?.attachments[0]?.name ?? '', /[\r\n]/)
  })

  says('sends nothing to whom an address brings along', async ({ mailer, arrived }) => {
    for (const address of [
      'asha@example.org\r\nRCPT TO:<eve@example.org>',
      'asha@example.org, eve@example.org',
      'asha@example.org> <eve@example.org',
    ]) {
      await mailer.send(mailOf({ to: { address, name: 'Asha' } }))
    }

    assert.not.ok((await arrived()).some(({ recipients }) => recipients.includes('eve@example.org')))
  })

  says('brings names with commas, quotes and brackets to one reader', async ({ mailer, arrived }) => {
    await mailer.send(mailOf({ to: { address: 'asha@example.org', name: 'Asha "A", <eve@example.org>; (Ž)' } }))
    const [found] = await arrived()

    assert.equal(found?.recipients, ['asha@example.org'])
    assert.is(found?.toName, 'Asha "A", <eve@example.org>; (Ž)')
  })

  says('counts one that is sent twice once, or says that it does not', async ({ mailer, arrived }) => {
    const mail = mailOf()
    await mailer.send(mail)
    await mailer.send(mail)
    const ids = (await arrived()).map(({ id }) => id)

    assert.equal(ids, mailer.repeatable ? [mail.id] : [mail.id, mail.id])
  })
}
