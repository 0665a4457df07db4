import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseMail, parseMailbox } from './settings.ts'

const settings = suite('the settings of mail')

settings('name an outbox', () => {
  assert.equal(parseMail('outbox:/data/my outbox'), { way: 'outbox', folder: '/data/my outbox' })
})

settings('are a key of SendGrid, and where it lives', () => {
  const usual = { key: 'SG.a', endpoint: 'https://api.sendgrid.com', sandbox: false }
  const europe = { ...usual, endpoint: 'https://api.eu.sendgrid.com', sandbox: true }

  assert.equal(parseMail('sendgrid:SG.a'), { way: 'sendgrid', sendgrid: usual })
  assert.equal(parseMail('sendgrid://SG.a@api.eu.sendgrid.com?sandbox=yes'), { way: 'sendgrid', sendgrid: europe })
  assert.equal(parseMail('{"scheme":"sendgrid","key":"SG.a","host":"api.eu.sendgrid.com","sandbox":"yes"}'), {
    way: 'sendgrid',
    sendgrid: europe,
  })
  assert.equal(parseMail('sendgrid://SG.a@127.0.0.1:8025'), {
    way: 'sendgrid',
    sendgrid: { ...usual, endpoint: 'http://127.0.0.1:8025' },
  })
})

settings('are a server that speaks SMTP, with TLS', () => {
  const login = { user: 'asha@example.org', password: 'p@ss' }

  assert.equal(parseMail('smtp://asha%40example.org:p%40ss@mail.example.org'), {
    way: 'smtp',
    smtp: { host: 'mail.example.org', port: 587, tls: 'after a word', login },
  })
  assert.equal(parseMail('smtps://mail.example.org'), {
    way: 'smtp',
    smtp: { host: 'mail.example.org', port: 465, tls: 'at once' },
  })
  assert.equal(parseMail('smtp://localhost:1025?tls=off'), {
    way: 'smtp',
    smtp: { host: 'localhost', port: 1025, tls: 'none' },
  })
  assert.equal(parseMail('smtp://relay:25?tls=off'), { way: 'smtp', smtp: { host: 'relay', port: 25, tls: 'none' } })
  const ca = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----'
  assert.equal(parseMail(JSON.stringify({ scheme: 'smtps', host: 'mail.example.org', port: 2465, ca })), {
    way: 'smtp',
    smtp: { host: 'mail.example.org', port: 2465, tls: 'at once', ca },
  })
})

settings('that lack something or make no sense are one sentence, which never tells a secret', () => {
  for (const text of [
    '',
    'outbox:',
    'hush',
    'sendgrid:hush',
    'sendgrid://SG.hush@api.sendgrid.com?sandbox=hush',
    'sendgrid://SG.hush@api.sendgrid.com/v3',
    'smtp://',
    'smtp://asha@mail.example.org',
    'smtp://asha:hush@mail.example.org/inbox',
    'smtp://asha:hush@mail.example.org?tls=off',
    'smtps://localhost?tls=off',
    'smtp://asha:hush@mail.example.org?ca=hush',
    'smtp://asha:hush@mail.example.org?tsl=hush',
    'smtp://asha:%hush@mail.example.org',
    'mailto:hush',
    '{"scheme":"pigeon","host":"hush"}',
    '{"key":"hush"',
  ]) {
    assert.throws(
      () => parseMail(text),
      (error: Error) => error.name === 'Sentence' && !error.message.includes('hush'),
      text,
    )
  }
})

settings('say whom mails come from', () => {
  assert.equal(parseMailbox('reports@example.org'), { name: '', address: 'reports@example.org' })
  assert.equal(parseMailbox('Outlay <Reports@Example.org>'), { name: 'Outlay', address: 'reports@example.org' })
  assert.equal(parseMailbox('"Outlay, at home" <reports@example.org>'), {
    name: 'Outlay, at home',
    address: 'reports@example.org',
  })
  for (const text of ['', 'Outlay', 'Outlay <>', 'a@b <reports@example.org> x', 'Outlay\r\nBcc: <eve>']) {
    assert.throws(() => parseMailbox(text), /^MAIL_FROM is neither/, text)
  }
})

settings.run()
