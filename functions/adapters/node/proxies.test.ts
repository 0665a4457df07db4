import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sentence } from '../../domain/sentence.ts'
import { parseProxies } from './proxies.ts'

const proxies = suite('proxies of ours')

proxies('are named by addresses and networks, in either family', () => {
  const isProxy = parseProxies('203.0.113.7, 172.16.0.0/12,fd00::/8')
  for (const one of ['203.0.113.7', '172.31.255.255', '::ffff:172.18.0.2', 'fd12::1']) assert.ok(isProxy(one), one)
  for (const one of ['203.0.113.8', '172.32.0.1', '::ffff:203.0.113.8', 'fe80::1', 'fd12::1%eth0', '', 'unknown']) {
    assert.not.ok(isProxy(one), one)
  }
})

proxies('are no names, no halves of addresses, and not everybody', () => {
  for (const text of [
    'proxy',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.7,',
    'fd00::/129',
  ]) {
    assert.throws(
      () => parseProxies(text),
      (error: unknown) => error instanceof Sentence,
      text,
    )
  }
})

proxies.run()
