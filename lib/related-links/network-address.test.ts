import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostnameOf, isPlainWeb, isPublicAddress, portOf } from './network-address'

const PUBLIC = [
  '1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0',
  '192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '203.0.112.255', '203.0.114.0', '223.255.255.255',
  '2606:4700:4700::1111', '2a00:1450:400f:80a::200e', '2001:4860:4860::8888', '2001:200::1', '::ffff:8.8.8.8', '::ffff:808:808', '64:ff9b::8.8.8.8', '64:ff9b::808:808',
]
const NOT_PUBLIC = [
  '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255', '127.0.0.1', '127.1.2.3', '127.255.255.255', '169.254.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255',
  '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.0.1', '192.168.255.255', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16',
  '::', '::1', '::127.0.0.1', '::8.8.8.8', '::ffff:127.0.0.1', '::ffff:7f00:1', '::FFFF:10.0.0.1', '0:0:0:0:0:ffff:a9fe:a9fe', '::ffff:0.0.0.0', '::ffff:0:127.0.0.1', '::ffff:255.255.255.255',
  '64:ff9b::7f00:1', '64:ff9b::127.0.0.1', '64:ff9b::169.254.169.254', '64:ff9b::a00:0', '64:ff9b::', '64:ff9b:1::1', '64:ff9b:1::8.8.8.8', '64:ff9b:1:ffff::7f00:1', '64:ff9b:2::1',
  '2002:7f00:1::', '2002:808:808::1', '2002:a9fe:a9fe::', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:1::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2001:db8:ffff::', '3fff::1', '3fff:fff::1',
  'fc00::1', 'fd00:ec2::254', 'fdff:ffff::1', 'fe80::1', 'fe80::1%eth0', '2606:4700:4700::1111%1', 'febf::1', 'fec0::1', 'feff::1', 'ff02::1', 'ff0e::1', '100::1', '4000::1', '1::1', '5f00::1',
  '', 'localhost', 'example.com', '127.1', '0x7f000001', '2130706433', '[::1]', ' 8.8.8.8', '8.8.8.8/32',
]

test.each(PUBLIC)('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
test.each(NOT_PUBLIC)('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

describe('an address in any spelling is judged by what is connected to', () => {
  test.each([
    'http://0x7f.1/', 'http://2130706433/', 'http://017700000001/', 'http://0177.0.0.1/', 'http://127.1/', 'http://127.0.1/', 'http://0x7f000001/', 'http://0X7F.0x0.0.01/', 'http://127.0.0.1./', 'http://%31%32%37.0.0.1/',
    'http://①②⑦.0.0.1/', 'http://127。0。0。1/', 'http://0/', 'http://0.0.0.0/', 'http://0x0/', 'http://[::]/', 'http://[::1]/', 'http://[0:0:0:0:0:0:0:1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::FFFF:7F00:1]/', 'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/', 'http://[64:ff9b::127.0.0.1]/', 'http://[64:ff9b:1::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[fe80::1]/', 'http://[fc00::1]/', 'http://[fec0::1]/', 'http://2852039166/', 'http://0xa9fea9fe/', 'http://0251.0376.0251.0376/',
    'http://169.254.169.254/latest/meta-data/', 'http://[::ffff:a9fe:a9fe]/', 'http://[fd00:ec2::254]/', 'http://4294967295/', 'http://0xffffffff/', 'http://10.1/', 'http://192.168.257/', 'http://172.16.1/', 'http://100.64.1/',
  ])('%s', (address) => {
    const hostname = hostnameOf(new URL(address)).replace(/\.$/, '')
    expect(isPublicAddress(hostname)).toBe(false)
  })

  test.each([['http://134744072/', '8.8.8.8'], ['http://0x8.8.2056/', '8.8.8.8'], ['http://[::FFFF:8.8.8.8]/', '::ffff:808:808'], ['https://1.1/', '1.0.0.1']])('%s is %s, which is public', (address, plain) => {
    expect(hostnameOf(new URL(address))).toBe(plain)
    expect(isPublicAddress(plain)).toBe(true)
  })
})

test('whatever carries an IPv4 address is as public as that, or not public', () => {
  fc.assert(
    fc.property(fc.ipV4(), (four) => {
      const is = isPublicAddress(four)
      expect(isPublicAddress(`::ffff:${four}`)).toBe(is)
      expect(isPublicAddress(`64:ff9b::${four}`)).toBe(is)
      expect(isPublicAddress(hostnameOf(new URL(`http://[::ffff:${four}]/`)))).toBe(is)
      for (const carrier of ['::', '64:ff9b:1::', '::ffff:0:']) expect(isPublicAddress(carrier + four)).toBe(false)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void expect(typeof isPublicAddress(text)).toBe('boolean')))
})

test('only http and https without user info may be asked', () => {
  for (const address of ['http://example.com', 'https://example.com:8443/x']) expect(isPlainWeb(new URL(address))).toBe(true)
  for (const address of ['ftp://example.com', 'file:///etc/passwd', 'http://a@example.com', 'http://:b@example.com', 'gopher://x', 'data:text/plain,x', 'javascript:1', 'ws://example.com']) expect(isPlainWeb(new URL(address))).toBe(false)
  expect(['http://a', 'https://a', 'http://a:80', 'http://a:443', 'https://a:22'].map((address) => portOf(new URL(address)))).toEqual([80, 443, 80, 443, 22])
})
