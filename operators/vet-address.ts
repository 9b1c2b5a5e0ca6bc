import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { NetworkRules } from '#operators/runner.ts';

/** Addresses that lead to this machine, to its own link, or to the metadata service of a cloud (trust.md R15). */
const denied = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 3],
  ['100.100.100.200', 32],
] as const)
  denied.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['fd00:ec2::254', 128],
] as const)
  denied.addSubnet(network, prefix, 'ipv6');

/** The IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4); null when there is none. */
function embedded(address: string): string | null {
  const groups = expand(address);
  const quad = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const [a, b, c, d, e, f, g, h] = groups as [number, number, number, number, number, number, number, number];
  if (a === 0x2002) return quad(b, c);
  const nat64 = a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0;
  const mapped = a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && (f === 0xffff || f === 0);
  const translated = a === 0 && b === 0 && c === 0 && d === 0 && e === 0xffff && f === 0;
  return nat64 || translated || (mapped && (g !== 0 || h > 1)) ? quad(g, h) : null;
}

/** The eight groups of an IPv6 address. */
function expand(address: string): number[] {
  const plain = address.split('%')[0]!.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [p, q, r, s] = parts.map(Number) as [number, number, number, number];
    return `${((p << 8) | q).toString(16)}:${((r << 8) | s).toString(16)}`;
  });
  const [head, tail] = plain.split('::') as [string, string | undefined];
  const list = (text: string | undefined) => (text ? text.split(':').map((group) => parseInt(group, 16)) : []);
  const before = list(head);
  const after = list(tail);
  return tail === undefined ? before : [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** Whether an entry of the administrator's list (`10.0.0.7`, `127.0.0.1:8080`, `fd00::/8`, `intranet:80`) allows this target. */
function allows(entry: string, host: string, address: string, port: number): boolean {
  const [, place, only] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 || entry.includes('::') ? `${entry}` : entry)!;
  const name = isIP(entry) === 6 || entry.includes('::') ? entry : place!;
  if (name === place && only !== undefined && Number(only) !== port) return false;
  const [network, prefix] = name.split('/') as [string, string | undefined];
  if (isIP(network) === 0) return network.toLowerCase() === host.toLowerCase();
  if (isIP(network) !== isIP(address)) return false;
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(network, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  return list.check(address, family);
}

/** Whether a request to `host`, which was resolved to `address`, may be made. */
export function mayConnect(host: string, address: string, port: number, rules: NetworkRules): boolean {
  if (rules.allow.some((entry) => allows(entry, host, address, port))) return true;
  const inner = isIP(address) === 6 ? embedded(address) : null;
  if (inner !== null) return mayConnect(host, inner, port, { ...rules, allow: [] });
  if (denied.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return false;
  const own = Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === address));
  return !(own && rules.ownPorts.includes(port));
}
