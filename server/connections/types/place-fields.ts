import { z } from 'zod';

/** A host as people write it: a name, an IPv4 or an IPv6 address. */
export const hostName = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^(\[?[0-9A-Fa-f:.]+\]?|[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?)$/, 'a host name or an address');
export const port = z.number().int().min(1).max(65_535);

/** The same host in one form: lower case, IPv6 in brackets. */
export function bare(host: string): string {
  const plain = host
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '');
  return plain.includes(':') ? `[${plain}]` : plain;
}
