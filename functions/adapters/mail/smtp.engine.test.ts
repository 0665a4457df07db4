import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newAuthority, opensslPath } from '../../../tests/support/certificates.ts'
import { leaveOut } from '../../../tests/support/left-out.ts'
import { type CatcherOptions, type SmtpCatcher, startSmtp } from '../../../tests/support/smtp-catcher.ts'
import { startTcpProxy, type TcpProxy } from '../../../tests/support/tcp-proxy.ts'
import type { Mail, SendOutcome } from '../../ports/mailer.ts'
import type { SmtpSettings } from './settings.ts'
import { smtpMailer } from './smtp.ts'

const from = { name: 'Outlay', address: 'reports@example.org' }
const mail: Mail = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'weekly',
  to: { address: 'asha@example.org', name: 'Asha' },
  subject: 'Your week',
  html: '<p>Hello',
  // long enough to be cut in the middle
  text: 'Hello\n'.repeat(10_000),
  attachments: [],
}

/** Where a line is hurt, silence is what is waited for; where it is not, a busy machine may take its time. */
const short = { connectMs: 500, silenceMs: 500, wholeMs: 1_500 }
const long = { connectMs: 30_000, silenceMs: 30_000, wholeMs: 60_000 }

/** What comes of a mail to a server, over a line that can be hurt; `hurt` begins before it is sent. */
async function sent(
  catcher: CatcherOptions,
  settings: Partial<SmtpSettings> = {},
  hurt?: (line: TcpProxy) => unknown,
): Promise<{ readonly outcome: SendOutcome; readonly server: SmtpCatcher }> {
  const server = await startSmtp(catcher)
  const line = await startTcpProxy({ port: server.port })
  hurt?.(line)
  const place = { host: 'localhost', port: line.port, tls: 'none' as const }
  const mailer = await smtpMailer({ ...place, ...settings }, from, hurt ? short : long)
  const outcome = await mailer.send(mail)
  await line.close()
  await server.close()
  return { outcome, server }
}

const smtp = suite('a server that speaks SMTP')

smtp('takes a mail from whom and for whom it is', async () => {
  const { outcome, server } = await sent({})
  const [caught] = server.caught

  assert.equal(outcome, { kind: 'accepted' })
  assert.equal([caught?.from, caught?.recipients], ['reports@example.org', ['asha@example.org']])
  assert.match(caught?.raw ?? '', /^Auto-Submitted: auto-generated\r$/m)
})

smtp('that says later gets it later', async () => {
  for (const [why, says] of [
    ['smtp-451', { MAIL: { code: 451, text: 'busy' } }],
    ['smtp-450 4.2.0', { RCPT: { code: 450, text: '4.2.0 greylisted, come back' } }],
    ['smtp-452', { DATA: { code: 452, text: 'no room' } }],
    ['smtp-421', { MAIL: { code: 421, text: 'going down' } }],
  ] as const) {
    const { outcome } = await sent({ says })
    assert.equal(outcome, { kind: 'later', retryAfterS: 300, why })
  }
})

smtp('that says no has the last word, of which only codes are kept', async () => {
  const no = async (says: CatcherOptions['says'] & object) => (await sent({ says })).outcome
  const gone = { code: 550, text: '5.1.1 asha@example.org is unknown here' }

  assert.equal(await no({ RCPT: gone }), { kind: 'refused', why: 'smtp-550 5.1.1' })
  assert.equal(await no({ DATA: { code: 554, text: 'spam' } }), { kind: 'refused', why: 'smtp-554' })
})

smtp('that does not let us in has said nothing of the mail, which is kept until somebody has mended that', async () => {
  const later = { kind: 'later', retryAfterS: 3_600 }
  const stranger = await sent({ says: { MAIL: { code: 530, text: '5.7.0 log in' } } })
  assert.equal(stranger.outcome, { ...later, why: 'smtp-530 5.7.0' })
  const login = { user: 'asha', password: 'right' }
  const { outcome } = await sent({ login }, { login: { ...login, password: 'hush' } })
  assert.equal([outcome.kind, 'retryAfterS' in outcome && outcome.retryAfterS], [later.kind, later.retryAfterS])
  assert.match('why' in outcome ? outcome.why : '', /^smtp-535/)
})

smtp('lets in who has the password', async () => {
  const login = { user: 'asha', password: 'right' }
  const right = await sent({ login }, { login })

  assert.equal(right.outcome, { kind: 'accepted' })
  assert.is(right.server.caught[0]?.user, 'asha')
})

smtp('that is lost before it was given the mail has not taken it', async () => {
  const hurts: Record<string, (line: TcpProxy) => unknown> = {
    'nobody listens': (line) => line.refuse(),
    'no greeting': (line) => line.blackhole(),
    'half a greeting': (line) => line.cutAfter(5, 'server'),
    'no word after the greeting': (line) => line.loseAnswerTo((bytes) => bytes.includes('EHLO')),
    'no word to the sender': (line) => line.loseAnswerTo((bytes) => bytes.includes('MAIL FROM')),
  }
  for (const [name, hurt] of Object.entries(hurts)) {
    const { outcome, server } = await sent({}, {}, hurt)
    assert.equal([outcome.kind, server.caught.length], ['later', 0], name)
  }
})

smtp('that is lost once it was given the mail may have taken it', async () => {
  const { outcome, server } = await sent({}, {}, (line) => line.loseAnswerTo((bytes) => bytes.includes('\r\n.\r\n')))
  const silent = await sent({}, {}, (line) => line.cutAfter(20_000, 'client'))

  assert.equal([outcome.kind, server.caught.length], ['unknown', 1])
  assert.equal([silent.outcome.kind, silent.server.caught.length], ['unknown', 0])
})

if (opensslPath()) {
  const [ours, another] = [newAuthority('ours'), newAuthority('another')]
  const certificate = ours.sign('DNS:localhost')
  const [ca, login] = [ours.certificate, { user: 'asha', password: 'right' }]

  for (const [tls, secure] of [
    ['after a word', false],
    ['at once', true],
  ] as const) {
    smtp(`is spoken to in secret ${tls}`, async () => {
      const { outcome, server } = await sent({ certificate, secure, login }, { tls, ca, login })
      assert.equal([outcome, server.caught[0]?.secure], [{ kind: 'accepted' }, true])
    })

    smtp(`that is another than it seems gets neither mail nor password, ${tls}`, async () => {
      const stranger = { certificate: another.sign('DNS:localhost'), secure, login }
      const namesake = { certificate: ours.sign('DNS:mail.example.org'), secure, login }
      for (const impostor of [stranger, namesake]) {
        const { outcome, server } = await sent(impostor, { tls, ca, login })
        assert.equal([outcome.kind, server.caught.length], ['later', 0])
      }
    })
  }

  smtp('that offers no secret gets no mail', async () => {
    const { outcome, server } = await sent({ login }, { tls: 'after a word', ca, login })
    assert.equal([outcome.kind, server.caught.length], ['refused', 0])
  })
} else leaveOut('SMTP with TLS', 'there is no openssl')

smtp.run()
