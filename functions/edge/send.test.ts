import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Mail, Mailer, SendOutcome } from '../ports/mailer.ts'
import { send } from './send.ts'

const mail: Mail = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'weekly',
  to: { address: 'asha@example.org', name: 'Asha' },
  subject: 'Your week: 12.50',
  html: '<p>12.50',
  text: '12.50',
  attachments: [],
}

/** What is logged where a mail has this outcome. */
async function linesOf(outcome: SendOutcome): Promise<readonly unknown[]> {
  const mailer: Mailer = { repeatable: false, send: async () => outcome }
  const write = process.stdout.write
  const quiet = process.env.LOG
  delete process.env.LOG
  const lines: string[] = []
  process.stdout.write = (line: string | Uint8Array) => lines.push(String(line)) > 0
  try {
    assert.is(await send(mailer, mail), outcome)
  } finally {
    process.stdout.write = write
    if (quiet !== undefined) process.env.LOG = quiet
  }
  return lines.map((line) => JSON.parse(line))
}

const sending = suite('a mail that is sent')

sending('is logged where it was not taken, with why, and with nothing of it or of whom it is for', async () => {
  const told = { event: 'mail', id: mail.id, kind: 'weekly' }
  const outcomes: readonly SendOutcome[] = [
    { kind: 'refused', why: 'sendgrid-400' },
    { kind: 'later', retryAfterS: 60, why: 'sendgrid-401' },
    { kind: 'unknown', why: 'smtp-ETIMEDOUT' },
  ]
  for (const outcome of outcomes) {
    const why = 'why' in outcome ? outcome.why : undefined
    assert.equal(await linesOf(outcome), [{ ...told, outcome: outcome.kind, why }])
  }
  assert.equal(await linesOf({ kind: 'accepted' }), [])
})

sending.run()
