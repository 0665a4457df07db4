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

networks('is not known of loopback and private addresses, nor of what is no address', () => {
  const ours = ['10.0.0.7', '172.18.0.2', '::FFFF:192.168.1.1', '169.254.0.9', 'FD00::7', 'fe80::1', '0:0:0:0:0:0:0:1']
  for (const address of [...ours, '127.0.0.1', '::1', '::ffff:127.0.0.1', 'unknown', '', ':', '1:2', 'example.org']) {
    assert.is(networkOf(address), undefined, address)
  }
})

networks.run()
