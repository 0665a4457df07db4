import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseObjects } from './settings.ts'

const settings = suite('the settings of files')

const usual = {
  endpoint: 'https://s3.eu-de.example.org',
  bucket: 'outlay',
  region: 'us-east-1',
  style: 'host',
  key: 'key',
  secret: 'se/cret',
  iam: 'https://iam.cloud.ibm.com/identity/token',
}

settings('name a folder', () => {
  assert.equal(parseObjects('folder:/data/my files'), { store: 'folder', folder: '/data/my files' })
})

settings('are an address of a store, its parts percent-encoded', () => {
  assert.equal(parseObjects('cos://key:se%2Fcret@s3.eu-de.example.org/outlay'), { store: 'cos', cos: usual })
  assert.equal(
    parseObjects('cos://key:se%2Fcret@s3.eu-de.example.org/outlay?region=eu-de&style=path&sse=AES256&apiKey=a%2Bb'),
    { store: 'cos', cos: { ...usual, region: 'eu-de', style: 'path', sse: 'AES256', apiKey: 'a+b' } },
  )
})

settings('reach a store of this machine without TLS', () => {
  const { endpoint } = (parseObjects('cos+http://key:secret@127.0.0.1:9000/outlay') as { cos: { endpoint: string } })
    .cos
  const { endpoint: six } = (parseObjects('cos+http://key:secret@[::1]:9000/outlay') as { cos: { endpoint: string } })
    .cos
  assert.equal([endpoint, six], ['http://127.0.0.1:9000', 'http://[::1]:9000'])
})

settings('say the same as JSON', () => {
  const text = JSON.stringify({ ...usual, endpoint: 'https://s3.eu-de.example.org/', region: 'eu-de' })
  assert.equal(parseObjects(text), { store: 'cos', cos: { ...usual, region: 'eu-de' } })
})

settings('with an API key alone say what is missing: it signs no addresses', () => {
  assert.throws(() => parseObjects('cos://s3.example.org/outlay?apiKey=secret'), /^The .* add key and secret/)
})

settings('that lack something or make no sense are one sentence, which never tells a secret', () => {
  for (const text of [
    '',
    'folder:',
    's3://key:hush@s3.example.org/outlay',
    'cos://key:hush@s3.example.org',
    'cos://key@s3.example.org/outlay',
    'cos://s3.example.org/outlay',
    'cos://key:se%cret@s3.example.org/outlay',
    'cos://key:hush@s3.example.org/outlay?style=hush',
    'cos://key:hush@s3.example.org/outlay?sse=hush',
    'cos://key:hush@s3.example.org/outlay?regoin=hush',
    '{"key":"key","secret":"hush","bucket":"outlay"',
    '{"key":"key","secret":"hush","bucket":"outlay"}',
    '{"key":"key","secret":"hush","bucket":"outlay","endpoint":"s3.example.org"}',
    '{"key":"key","secret":"hush","bucket":"outlay","endpoint":"https://hush@s3.example.org"}',
  ]) {
    assert.throws(
      () => parseObjects(text),
      (error: Error) => error.name === 'Sentence' && !error.message.includes('hush'),
      text,
    )
  }
})

settings.run()
