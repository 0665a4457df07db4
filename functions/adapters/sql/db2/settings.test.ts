import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseEngine, parseLedgerEngine } from '../engine.ts'
import { connectionString } from './connection-string.ts'
import { parseDb2 } from './settings.ts'

const settings = suite('the settings of Db2')

const cloud =
  'DATABASE=BLUDB;HOSTNAME=db2.example.org;PORT=31198;PROTOCOL=TCPIP;UID=asha;PWD=p@ss=word;Security=SSL;CurrentSchema=OUTLAY;'

settings('are an address, its parts percent-encoded', () => {
  assert.equal(
    parseDb2('db2://asha:p%40ss%2F@db2.example.org:31198/BLUDB?security=SSL&connections=4&Authentication=SERVER'),
    {
      user: 'asha',
      password: 'p@ss/',
      database: 'BLUDB',
      servers: [{ host: 'db2.example.org', port: 31198 }],
      connections: 4,
      connectTimeout: 5,
      queryTimeout: 10,
      keywords: [
        ['security', 'SSL'],
        ['Authentication', 'SERVER'],
      ],
    },
  )
})

settings('are what IBM writes, whatever the case of its words', () => {
  const expected = {
    user: 'asha',
    password: 'p@ss=word',
    database: 'BLUDB',
    servers: [{ host: 'db2.example.org', port: 31198 }],
    connectTimeout: 5,
    queryTimeout: 10,
  }

  assert.equal(parseDb2(cloud), {
    ...expected,
    keywords: [
      ['Security', 'SSL'],
      ['CurrentSchema', 'OUTLAY'],
    ],
  })
  assert.equal(parseDb2('hostname=db2.example.org;port=31198;uid=asha;pwd=p@ss=word;database=BLUDB'), {
    ...expected,
    keywords: [],
  })
})

settings('name other servers that have the same database, and how long anybody waits', () => {
  const given = parseDb2(
    'db2://asha:p@one.example.org/BLUDB?Security=SSL&alternates=two.example.org:50002,10.0.0.7&connectTimeout=2&queryTimeout=3',
  )

  assert.equal(given.servers, [
    { host: 'one.example.org', port: 50_001 },
    { host: 'two.example.org', port: 50_002 },
    { host: '10.0.0.7', port: 50_001 },
  ])
  assert.equal([given.connectTimeout, given.queryTimeout], [2, 3])
})

settings('are told to IBM’s client for one server at a time, each word once', () => {
  const given = parseDb2(`${cloud}Alternates=two.example.org;ConnectTimeout=2;SSLClientHostnameValidation=Off;`)

  assert.is(
    connectionString(given, { host: 'two.example.org', port: 31198 }, '/certificates/authority.pem'),
    'DATABASE=BLUDB;HOSTNAME=two.example.org;PORT=31198;PROTOCOL=TCPIP;UID=asha;PWD=p@ss=word;ConnectTimeout=2;' +
      'QueryTimeout=10;SSLServerCertificate=/certificates/authority.pem;LockTimeout=5;QueryTimeoutInterval=1;' +
      'Security=SSL;CurrentSchema=OUTLAY;SSLClientHostnameValidation=Off;',
  )
  assert.match(connectionString(parseDb2(cloud), given.servers[0], undefined), 'SSLClientHostnameValidation=Basic;')
})

settings('that lack something or make no sense are one sentence, which never tells a password', () => {
  for (const text of [
    'db2://',
    'db2://asha:secret@',
    'db2://asha:secret@db2.example.org',
    'db2://asha:%secret@db2.example.org/BLUDB',
    'db2://db2.example.org/BLUDB?pwd=secret',
    'db2://asha:sec%3Bret@db2.example.org/BLUDB',
    'db2://asha:secret@db2.example.org:0/BLUDB',
    'db2://asha:secret@db2.example.org/BLUDB?connections=many',
    'db2://asha:secret@db2.example.org/BLUDB?alternates=a%20b:1',
    'db2://asha:secret@db2.example.org/BLUDB?Security%3DSSL;PWD=x',
    'DATABASE=BLUDB;HOSTNAME=db2.example.org;UID=asha;PWD=secret;more',
    'DATABASE=BLUDB;HOSTNAME=db2.example.org;UID=asha;PWD=',
    'DATABASE=BLUDB;HOSTNAME=db2.example.org;PWD=secret',
    'DATABASE=BLUDB;UID=asha;PWD=secret',
    'HOSTNAME=db2.example.org;UID=asha;PWD=secret;PORT=5000x',
  ]) {
    assert.throws(
      () => parseDb2(text),
      (error: Error) => error.name === 'Sentence' && !/secret|sec;ret/.test(error.message),
      text,
    )
  }
})

settings('choose Db2 for people, and never for ledgers', () => {
  assert.is(parseEngine(cloud).engine, 'db2')
  assert.is(parseEngine('db2://asha:p@db2.example.org/BLUDB').engine, 'db2')
  assert.is(parseEngine('sqlite:/data/database=x.db').engine, 'sqlite')
  assert.is(parseEngine('mysql://asha:p@db.example.org/outlay').engine, 'mysql')
  for (const text of [cloud, 'db2://asha:p@db2.example.org/BLUDB']) {
    assert.throws(() => parseLedgerEngine(text), /not kept in Db2/)
  }
})

settings.run()
