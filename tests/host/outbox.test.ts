import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sweepOutbox } from '../../scripts/local/outbox-sweep.ts'
import { callerOf } from '../support/client.ts'
import { startHere, startThere } from '../support/host.ts'
import { register } from '../support/people.ts'

const outbox = suite('the outbox page')

const host = await startHere()
outbox.after(() => host.close())
const { origin } = new URL(host.outboxUrl ?? '')
const call = callerOf(origin)

/** What somebody gets who asks under this name. */
const statusFor = (path: string, headers: { readonly [name: string]: string }) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

outbox('shows what was not sent, and the mail as its program would', async () => {
  const asha = await register(callerOf(host.url))
  const { body } = await call('GET', '/outbox')
  const id = /\/outbox\/([\w-]{36})/.exec(String(body))?.[1]
  assert.ok(String(body).includes(asha.email))

  const mail = String((await call('GET', `/outbox/${id}`)).body)
  assert.match(mail, /sandbox="allow-popups/)
  const framed = await call('GET', `/outbox/${id}/html`)
  assert.match(framed.headers['content-security-policy'] ?? '', /default-src 'none'/)
  assert.match(String(framed.body), /verify#[\w-]{43}/)
  assert.is((await call('GET', '/outbox/00000000-0000-7000-8000-000000000000')).status, 404)
  assert.is((await call('GET', `/outbox/${id}/none.pdf`)).status, 404)
})

outbox('forgets mails to who has left, and no other', async () => {
  const [asha, ben] = [await register(callerOf(host.url)), await register(callerOf(host.url))]
  assert.is((await ben.ask('DELETE', '/v1/me', { password: ben.password })).status, 204)
  await sweepOutbox({ env: host.env })
  const { body } = await call('GET', '/outbox')

  assert.ok(String(body).includes(asha.email))
  assert.not.ok(String(body).includes(ben.email))
})

outbox('has every mail there is, as it would be written, with what nobody should write too', async () => {
  const { body } = await call('GET', '/outbox/previews')
  const names = [...String(body).matchAll(/\/outbox\/previews\/([\w-]+)/g)].map(([, name = '']) => name)
  for (const name of [
    'report-weekly',
    'report-monthly-german',
    'report-hostile',
    'alert-near',
    'verification',
    'reset',
  ]) {
    assert.ok(names.includes(name), name)
  }
  for (const name of ['report-hostile', 'alert-hostile', 'verification-hostile', 'reset-hostile']) {
    const { status, body } = await call('GET', `/outbox/previews/${name}/html`)
    assert.is(status, 200)
    assert.not.match(String(body), /<script|<img[^>]*onerror/i)
  }
  assert.is((await call('GET', '/outbox/previews/constructor')).status, 404)
})

outbox('is at a port of its own, for a proxy that adds no header looks like somebody at this machine', async () => {
  for (const path of ['/outbox', '/outbox/', '/outbox/previews', '/outbox/previews/verification/html']) {
    assert.is((await fetch(origin + path)).status, 200, path)
    assert.is((await fetch(host.url + path)).status, 404, path)
  }
  assert.is((await fetch(origin)).status, 404)
})

outbox('can be reached from this machine alone', async () => {
  const everywhere = await startThere({ env: { HOST: '0.0.0.0' } })
  const outside = Object.values(networkInterfaces()).flatMap(
    (known) => known?.filter(({ internal }) => !internal) ?? [],
  )
  const { port } = new URL(everywhere.outboxUrl ?? '')
  assert.is((await fetch(`http://127.0.0.1:${port}/outbox`)).status, 200)
  for (const { address } of outside.filter(({ family }) => family === 'IPv4')) {
    const asked = await fetch(`http://${address}:${port}/outbox`).catch(() => 'nobody answers')
    assert.is(asked, 'nobody answers')
  }
  await everywhere.close()
})

outbox('answers under its own name only, where a page from elsewhere may lead another one', async () => {
  const { host: here, port } = new URL(origin)
  for (const own of [here, `127.0.0.1:${port}`]) assert.is(await statusFor('/outbox', { host: own }), 200)
  for (const other of ['outlay.example.org', `localhost.example.org:${port}`]) {
    assert.is(await statusFor('/outbox', { host: other }), 404)
  }
})

outbox.run()
