import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Incoming, Outgoing } from './controller.ts'
import { bodyLimit, serverOf } from './server.ts'

let asked: Incoming[] = []
let answer: (incoming: Incoming) => Promise<Outgoing>
const plain: Outgoing = { status: 200, headers: [['content-type', 'application/json']], body: '{"ä":1}' }

let server: Server
let url = ''
const speaking = suite('speaking HTTP')
speaking.before(async () => {
  server = serverOf((incoming) => {
    asked.push(incoming)
    return answer(incoming)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
speaking.before.each(() => {
  asked = []
  answer = async () => plain
})
speaking.after(() => {
  server.closeAllConnections()
  server.close()
})

speaking('hands over the request as it came', async () => {
  await fetch(`${url}/v1/a%20b?q=1&q=%C3%A4?`, { method: 'PUT', body: 'ä', headers: { 'x-own': '1' } })

  const { method, path, query, headers, body } = asked[0] as Incoming
  assert.equal([method, path, query, body.toString()], ['PUT', '/v1/a%20b', 'q=1&q=%C3%A4?', 'ä'])
  assert.ok(headers.some(([name, value]) => name.toLowerCase() === 'x-own' && value === '1'))
})

speaking('takes an address that is told whole, as one tells it to a proxy (RFC 9112)', async () => {
  const { hostname, port } = new URL(url)
  for (const path of ['http://outlay.example.org/v1/health?q=1', 'HTTP://outlay.example.org']) {
    const sent = request({ hostname, port, path }).end()
    const [response] = await once(sent, 'response')
    response.resume()
  }

  assert.equal(
    asked.map(({ path, query }) => [path, query]),
    [
      ['/v1/health', 'q=1'],
      ['/', ''],
    ],
  )
})

speaking('answers with the length in bytes, and with every cookie', async () => {
  answer = async () => ({
    ...plain,
    headers: [...plain.headers, ['set-cookie', 'a=1'], ['set-cookie', 'b=2']],
  })
  const response = await fetch(url)

  assert.is(response.headers.get('content-length'), '8')
  assert.equal(response.headers.getSetCookie(), ['a=1', 'b=2'])
  assert.equal(await response.json(), { ä: 1 })
})

speaking('answers nothing without a type or a length', async () => {
  answer = async () => ({ status: 204, headers: [], body: '' })
  const response = await fetch(url)

  assert.is(response.status, 204)
  assert.is(response.headers.get('content-type'), null)
  assert.is(response.headers.get('content-length'), null)
})

speaking('answers HEAD with headers only', async () => {
  answer = async () => ({ ...plain, body: '' })
  const response = await fetch(url, { method: 'HEAD' })

  assert.is(asked[0]?.method, 'HEAD')
  assert.is(response.status, 200)
  assert.is(await response.text(), '')
})

speaking('takes what fits into a megabyte of base64, and says that more is too much to who sends it', async () => {
  const sent = (length: number) => fetch(url, { method: 'POST', body: Buffer.alloc(length, 'x') })
  assert.is((await sent(bodyLimit)).status, 200)
  assert.is(asked.length, 1)

  const refused = await sent(bodyLimit + 1)
  assert.is(refused.status, 413)
  assert.is(refused.headers.get('content-type'), 'application/problem+json')
  assert.is(Object(await refused.json()).code, 'too-large')
  assert.is(asked.length, 1)
})

speaking('counts what comes without a length, too', async () => {
  const upload = request(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
  for (let i = 0; i < 5; i++) upload.write(Buffer.alloc(256 * 1024))
  upload.end()
  const [response] = await once(upload, 'response')
  response.resume()
  assert.is(response.statusCode, 413)
})

speaking('cuts off who never ends', async () => {
  const upload = request(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
  const cut = once(upload, 'error')
  const chunk = Buffer.alloc(1024 * 1024)
  const more = () => {
    if (!upload.destroyed) upload.write(chunk, more)
  }
  more()
  await cut
  assert.is(asked.length, 0)
})

speaking('knows where a caller is, and believes of the way here only what a proxy of this machine says', async () => {
  await fetch(url)
  await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.7' } })
  const last = (incoming: Incoming | undefined) =>
    incoming?.headers.filter(([name]) => name.toLowerCase() === 'x-forwarded-for').at(-1)?.[1]

  assert.is(last(asked[0]), '127.0.0.1')
  assert.is(last(asked[1]), '203.0.113.7, 127.0.0.1')
})

speaking('believes a proxy that is named, and takes none of these for a caller', async () => {
  const isProxy = (address: string) => ['127.0.0.1', '198.51.100.9'].includes(address)
  const named = serverOf(
    async (incoming) => {
      asked.push(incoming)
      return plain
    },
    {},
    isProxy,
  ).listen(0, '127.0.0.1')
  await once(named, 'listening')
  const address = named.address()
  const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await fetch(at, { headers: { 'x-forwarded-for': '203.0.113.7, 198.51.100.9' } })
  await fetch(at)
  named.closeAllConnections()
  named.close()

  assert.equal(
    asked.map(({ headers }) => headers.at(-1)),
    [
      ['x-forwarded-for', '203.0.113.7, _proxy, _proxy'],
      ['x-forwarded-for', '_proxy'],
    ],
  )
})

speaking(
  'believes nothing of where a caller is from one that is neither at this machine nor a proxy of ours',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outlay-server-'))
    // a line that has no address stands for one from elsewhere: on a port of this machine all are at this machine
    const socketPath = join(folder, 's')
    const elsewhere = serverOf(async (incoming) => {
      asked.push(incoming)
      return plain
    }).listen(socketPath)
    await once(elsewhere, 'listening')
    const sent = request({ socketPath, headers: { 'x-forwarded-for': '203.0.113.7' } }).end()
    const [response] = await once(sent, 'response')
    response.resume()
    await once(response, 'end')
    elsewhere.closeAllConnections()
    elsewhere.close()
    rmSync(folder, { recursive: true })

    const told = asked[0]?.headers.filter(([name]) => name.toLowerCase() === 'x-forwarded-for').at(-1)
    assert.equal(told, ['x-forwarded-for', ''])
  },
)

speaking('shows that an answer lives while its work goes on, and ends it with the work', async () => {
  let finish = () => {}
  const until = new Promise<void>((resolve) => {
    finish = resolve
  })
  const working = serverOf(async () => ({ status: 202, headers: [], body: '', until }), { beatMs: 1 })
  await once(working.listen(0, '127.0.0.1'), 'listening')
  const address = working.address()
  const response = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  const reader = response.body?.getReader()
  assert.is(response.status, 202)
  assert.match(new TextDecoder().decode((await reader?.read())?.value), /^\n+$/)
  finish()
  while (!(await reader?.read())?.done);
  working.closeAllConnections()
  working.close()
})

speaking('keeps a connection for the next request', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let text = ''
  const twice = new Promise<void>((resolve) => {
    socket.on('data', (bytes) => {
      text += bytes
      if (text.split('{"ä":1}').length === 3) resolve()
      else if (text.endsWith('}')) socket.write('GET /two HTTP/1.1\r\nHost: x\r\n\r\n')
    })
  })
  socket.write('GET /one HTTP/1.1\r\nHost: x\r\n\r\n')
  await twice
  socket.destroy()

  assert.equal(
    asked.map(({ path }) => path),
    ['/one', '/two'],
  )
})

speaking('goes on after an answer that could not be given', async () => {
  answer = async () => {
    throw new Error('broken')
  }
  assert.is(await fetch(url).catch(() => 'cut off'), 'cut off')
  answer = async () => plain
  assert.is((await fetch(url)).status, 200)
})

speaking.run()
