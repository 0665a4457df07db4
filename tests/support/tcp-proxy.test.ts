import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts'

const line = suite('a line that can be hurt')
let server: Server
let port: number
let heard: string
let proxy: TcpProxy

line.before.each(async () => {
  heard = ''
  // says everything back
  server = createServer((socket) => {
    socket.on('data', (bytes) => {
      heard += bytes
      socket.write(bytes)
    })
    socket.on('end', () => server.emit('last'))
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  proxy = await startTcpProxy({ port })
})
line.after.each(async () => {
  await proxy.close()
  server.close()
})

line('carries what both sides say, whole and in order', async () => {
  const client = await caller()
  const text = 'x'.repeat(300_000)

  client.socket.end(`${text}!`)
  await client.closed

  assert.is(client.heard(), `${text}!`)
  assert.is(proxy.open(), 0)
})

line('delays, and loses nothing by it', async () => {
  proxy.delay(40)
  const [slow, quick] = [await caller(), await caller(port)]
  const late = slow.ask('late')

  assert.is(await Promise.race([late, quick.ask('early')]), 'early')
  assert.is(await late, 'late')
})

line('cuts what is open, and lets through what comes next', async () => {
  const [first, second] = [await caller(), await caller()]
  await first.ask('a')
  proxy.cut()

  await Promise.all([first.closed, second.closed])
  assert.is(await (await caller()).ask('next'), 'next')
})

line('refuses until it is healed', async () => {
  await proxy.refuse()
  const refused = await caller().catch((error: NodeJS.ErrnoException) => error.code)
  await proxy.heal()

  assert.is(refused, 'ECONNREFUSED')
  assert.is(await (await caller()).ask('again'), 'again')
})

line('holds everything back, and lets it through when it is healed', async () => {
  const old = await caller()
  await old.ask('before ')
  proxy.blackhole()
  const young = await caller()
  const answers = [old.ask('held'), young.ask('held too')]
  await (await caller(port)).ask('past it')
  assert.is(heard, 'before past it')
  await proxy.heal()

  assert.equal(await Promise.all(answers), ['held', 'held too'])
})

line('forgets what is open, and lets through what comes next', async () => {
  const old = await caller()
  await old.ask('before ')
  proxy.strand()
  old.socket.write('into the void')

  assert.is(await (await caller()).ask('after'), 'after')
  assert.is(heard, 'before after')
})

line('says goodbye for the server, and still hears the client', async () => {
  const client = await caller()
  await client.ask('a')
  client.socket.allowHalfOpen = true
  const heardAll = new Promise((resolve) => server.once('last', resolve))
  proxy.halfClose()
  await once(client.socket, 'end')
  client.socket.end('b')
  await heardAll

  assert.is(heard, 'ab')
  assert.is(client.heard(), 'a')
})

line('cuts after so many bytes, which do arrive', async () => {
  proxy.cutAfter(4, 'server')
  const client = await caller()
  client.socket.write('abcdef')

  await client.closed
  assert.is(client.heard(), 'abcd')
  assert.is(await (await caller()).ask('abcdef'), 'abcdef')
})

line('loses the answer to one request, which the server has heard', async () => {
  const lost = proxy.loseAnswerTo((bytes) => bytes.includes('commit'))
  const client = await caller()
  assert.is(await client.ask('begin '), 'begin ')
  client.socket.write('commit')
  await lost

  await client.closed
  assert.is(client.heard(), 'begin ')
  assert.is(heard, 'begin commit')
})

line.run()

interface Caller {
  readonly socket: Socket
  readonly closed: Promise<unknown>
  heard(): string
  /** Says it, and hands back what comes next. */
  ask(text: string): Promise<string>
}

/** Of the proxy, unless the port is the server's own. */
async function caller(port = proxy.port): Promise<Caller> {
  const socket = connect({ port, host: proxy.host })
  let words = ''
  await once(socket, 'connect')
  socket.on('data', (bytes) => {
    words += bytes
  })
  socket.on('error', () => {})
  return {
    socket,
    closed: new Promise((resolve) => socket.once('close', resolve)),
    heard: () => words,
    ask: async (text) => {
      socket.write(text)
      const [bytes] = await once(socket, 'data')
      return String(bytes)
    },
  }
}
