/**
 * Where a body's mail may go (decision 0015). Its officers enter a server, and the node connects to it: without limits that
 * would be a way into the network behind the node, and an error a way of looking round there.
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { MailServer } from '../../store/vault/mail-servers.ts';

/** `CABILDO_MAIL_HOSTS`: servers that the operator names, or any public one. */
export type MailLimits = { readonly kind: 'public' } | { readonly kind: 'listed'; readonly hosts: readonly string[] };

/** Not set: any public server. Else hosts or `host:port` with commas between them; `none` lets no mail out. */
export function mailLimits(text: string | undefined): MailLimits {
  const hosts = (text ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
  if (hosts.length === 0) return { kind: 'public' };
  return { kind: 'listed', hosts: hosts.filter((host) => host !== 'none') };
}

export type ServerFault = 'host-not-allowed' | 'port-not-allowed' | 'needs-tls' | 'host-unknown';

/** Submission by TLS and by STARTTLS (RFC 8314, RFC 6409), relay, and what providers offer where those are blocked. */
const MAIL_PORTS: readonly number[] = [25, 465, 587, 2525];

/** What can be said of it without asking the network. */
export function faultOfServer(
  { host, port, tls, user }: Omit<MailServer, 'password'>,
  limits: MailLimits,
): ServerFault | null {
  if (limits.kind === 'listed') {
    if (!limits.hosts.includes(host) && !limits.hosts.includes(`${host}:${port}`)) return 'host-not-allowed';
    return tls === 'none' && user !== null && !isLoopbackName(host) ? 'needs-tls' : null;
  }
  if (isIP(host) === 0 && !host.includes('.')) return 'host-not-allowed';
  if (isIP(host) !== 0 && !isPublic(host)) return 'host-not-allowed';
  if (!MAIL_PORTS.includes(port)) return 'port-not-allowed';
  return tls === 'none' ? 'needs-tls' : null;
}

const isLoopbackName = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

export type Reached = { readonly address: string } | { readonly fault: ServerFault };

/**
 * The address to connect to. Looked up here and connected to as found, so that a name cannot mean one address when it is
 * checked and another when it is used.
 */
export async function addressOf(server: Omit<MailServer, 'password'>, limits: MailLimits): Promise<Reached> {
  const fault = faultOfServer(server, limits);
  if (fault !== null) return { fault };
  const found =
    isIP(server.host) === 0
      ? await lookup(server.host, { all: true }).catch(() => [])
      : [{ address: server.host, family: isIP(server.host) }];
  const [first] = found;
  if (first === undefined) return { fault: 'host-unknown' };
  if (limits.kind === 'public' && !found.every(({ address }) => isPublic(address)))
    return { fault: 'host-not-allowed' };
  if (server.tls === 'none' && server.user !== null && !isLoopbackName(first.address)) return { fault: 'needs-tls' };
  return { address: first.address };
}

/** Special-purpose addresses (RFC 6890 and the registries that it made), multicast, and IPv4 inside IPv6. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4');
/** All that is public of IPv6 (RFC 4291), and what of it leads elsewhere: Teredo, documentation, 6to4. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');

function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
