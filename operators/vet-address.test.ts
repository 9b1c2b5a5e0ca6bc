import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { mayConnect } from './vet-address.ts';

const may = (address: string, allow: string[] = [], port = 80, host = address) =>
  mayConnect(host, address, port, { allow, ownPorts: [3000] });

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '169.254.169.254',
    '100.100.100.200',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::169.254.169.254',
    '2002:7f00:1::',
    '::ffff:0:127.0.0.1',
    'ff02::1',
  ])('%s is refused', (address) => {
    expect(may(address)).toBe(false);
  });

  it.each(['93.184.216.34', '10.0.0.7', '192.168.1.4', '2606:2800:220:1::1', '::ffff:93.184.216.34', 'fd12:3456::1'])(
    '%s may be reached',
    (address) => {
      expect(may(address)).toBe(true);
    },
  );

  it('may be allowed by address, network, name and port', () => {
    expect(may('127.0.0.1', ['127.0.0.1'])).toBe(true);
    expect(may('127.0.0.1', ['127.0.0.1:80'])).toBe(true);
    expect(may('127.0.0.1', ['127.0.0.1:81'])).toBe(false);
    expect(may('127.3.0.1', ['127.0.0.0/8'])).toBe(true);
    expect(may('::1', ['::1'])).toBe(true);
    expect(may('127.0.0.1', ['intranet'], 80, 'intranet')).toBe(true);
    expect(may('127.0.0.1', ['intranet:81'], 80, 'intranet')).toBe(false);
    expect(may('127.0.0.1', ['::1', '10.0.0.0/8', 'other'])).toBe(false);
  });

  it('of our own is refused at our own port', () => {
    const own = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'));
    for (const { address } of own) {
      expect(may(address, [], 3000)).toBe(false);
      expect(may(address, [], 80)).toBe(true);
    }
  });
});
