import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseEngine, parseMysql } from './engine.ts'

const settings = suite('the settings of an engine')

settings('name a file of SQLite', () => {
  assert.equal(parseEngine('sqlite:/data/my ledger.db'), { engine: 'sqlite', file: '/data/my ledger.db' })
})

settings('are an address of MySQL, its parts percent-encoded', () => {
  assert.equal(parseEngine('mysql://asha:p%40ss%2F@db.example.org:3307/outlay?connections=4&tls=system'), {
    engine: 'mysql',
    mysql: {
      host: 'db.example.org',
      port: 3307,
      user: 'asha',
      password: 'p@ss/',
      database: 'outlay',
      connections: 4,
      tls: 'system',
    },
  })
})

settings('reach a server of this machine by its socket', () => {
  assert.equal(parseMysql('mariadb://root@localhost/outlay?socketPath=/run/my%20sql.sock'), {
    socketPath: '/run/my sql.sock',
    user: 'root',
    database: 'outlay',
  })
})

settings('say the same as JSON', () => {
  const text = JSON.stringify({ host: 'db.example.org', user: 'asha', password: 'p', database: 'outlay', port: 3306 })

  assert.equal(parseMysql(text), {
    host: 'db.example.org',
    user: 'asha',
    password: 'p',
    database: 'outlay',
    port: 3306,
  })
})

settings('that lack something or make no sense are one sentence, which never tells a password', () => {
  for (const text of [
    '',
    'sqlite:',
    'secret',
    'postgres://asha:secret@db.example.org/outlay',
    'mysql://asha:secret@db.example.org',
    'mysql://asha:secret@db.example.org/outlay?connections=many',
    'mysql://asha:%secret@db.example.org/outlay',
    'mysql://asha:secret@db.example.org/outlay?conections=4',
    'mysql://asha:secret@db.example.org/outlay?tls=yes',
    'mysql://asha:secret@192.0.2.7/outlay?tls=system',
    'mysql://asha:secret@[2001:db8::7]/outlay?tls=system',
    '{"user":"asha","password":"secret"',
    '{"user":"asha","password":"secret"}',
    '{"user":"asha","password":"secret","host":"db.example.org","database":"outlay","port":1.5}',
  ]) {
    assert.throws(
      () => parseEngine(text),
      (error: Error) => error.name === 'Sentence' && !error.message.includes('secret'),
      text,
    )
  }
})

settings.run()
