import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { networkOf } from './network.ts'

const networks = suite('the network of a caller')

networks('is the whole of an IPv4 address, however it is written', () => {
  assert.is(networkOf('203.0.113.7'), '203.0.113.7')
  assert.is(networkOf('::FFFF:203.0.113.7'), '203.0.113.7')
})

networks('is the first half of an IPv6 address', () => {
  const home = '2001:db8:1:2::/64'
  assert.is(networkOf('2001:db8:1:2:3:4:5:6'), home)
  assert.is(networkOf('2001:0DB8:1:2::'), home)
  assert.is(networkOf('2001:db8:1:2::9'), home)
  assert.is(networkOf('2001:db8::9'), '2001:db8:0:0::/64')
  assert.is(networkOf('::2'), '0:0:0:0::/64')
  assert.is.not(networkOf('2001:db8:1:3::9'), home)
})

networks('is not known of loopback, nor of what is no address', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', 'unknown', '', ':', '1:2', 'example.org']) {
    assert.is(networkOf(address), undefined, address)
  }
})

networks.run()
