// Which machines the link checker may speak to: public ones. Everything else on the way there is refused (SSRF).
import { BlockList, isIP } from 'node:net'

/** IPv4 that is no public machine: IANA's special registry, multicast, reserved, and the cloud's own services on public numbers. */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const
/** Of what IANA gives out (2000::/3), that which leads elsewhere or nowhere: Teredo and other protocols, documentation, 6to4. */
const NOT_PUBLIC_6 = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const
/** An IPv4 address inside an IPv6 one that really leads there: mapped, and NAT64's well-known prefix. */
const CARRIERS = ['::ffff:', '64:ff9b::'] as const

// Two lists: Node's `check` looks IPv4 rules up for mapped addresses too, so that allowing and refusing must not share one.
const reachable = new BlockList()
const refused = new BlockList()
reachable.addSubnet('2000::', 3, 'ipv6')
for (const carrier of CARRIERS) reachable.addSubnet(`${carrier}0.0.0.0`, 96, 'ipv6')
for (const [net, prefix] of NOT_PUBLIC_6) refused.addSubnet(net, prefix, 'ipv6')
for (const [net, prefix] of NOT_PUBLIC_4) {
  refused.addSubnet(net, prefix, 'ipv4')
  for (const carrier of CARRIERS) refused.addSubnet(carrier + net, 96 + prefix, 'ipv6')
}

/** True for an IP address (no name, no zone) of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !refused.check(address, 'ipv4')
  return family === 6 && !address.includes('%') && reachable.check(address, 'ipv6') && !refused.check(address, 'ipv6')
}

/** The host of an address as Node takes it: IPv6 without its brackets. */
export const hostnameOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

/** The port that is connected to. */
export const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80)

/** True for http(s) without user info: what may be asked at all. WHATWG URLs have octal, hex and short IPv4 as dotted numbers already. */
export const isPlainWeb = (url: URL): boolean => (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password && url.hostname !== ''
