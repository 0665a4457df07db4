import { request } from 'node:http'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../support/client.ts'
import { startHere } from '../support/host.ts'
import { register } from '../support/people.ts'

const outbox = suite('the outbox page')

const host = await startHere()
outbox.after(() => host.close())
const call = callerOf(host.url)

/** What somebody gets who asks under this name and through these proxies. */
const statusFor = (path: string, headers: { readonly [name: string]: string }) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(host.url)
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

outbox('shows what was not sent, and the mail as its program would', async () => {
  const asha = await register(call)
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

outbox('has every mail there is, as it would be written, with what nobody should write too', async () => {
  const { body } = await call('GET', '/outbox/previews')
  const names = [...String(body).matchAll(/\/outbox\/previews\/([\w-]+)/g)].map(([, name = '']) => name)
  for (const name of ['report-weekly', 'report-monthly-german', 'report-hostile', 'alert-near', 'verification']) {
    assert.ok(names.includes(name), name)
  }
  for (const name of ['report-hostile', 'alert-hostile', 'verification-hostile']) {
    const { status, body } = await call('GET', `/outbox/previews/${name}/html`)
    assert.is(status, 200)
    assert.not.match(String(body), /<script|<img[^>]*onerror/i)
  }
  assert.is((await call('GET', '/outbox/previews/constructor')).status, 404)
})

outbox('is there for whoever sits at this machine, and for nobody else', async () => {
  const { host: here } = new URL(host.url)
  assert.is(await statusFor('/outbox', { host: here }), 200)
  assert.is(await statusFor('/outbox', { host: 'outlay.example.org' }), 404)
  assert.is(await statusFor('/outbox', { host: here, 'x-forwarded-for': '203.0.113.9' }), 404)
  assert.is(await statusFor('/outbox/previews', { host: here, 'x-forwarded-for': '203.0.113.9' }), 404)
})

outbox.run()
