import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { CodedFailure, type NetworkRules } from '#operators/runner.ts';
import { mayConnect } from './vet-address.ts';

const refused = (host: string, address: string) =>
  new CodedFailure(
    'http.address',
    `${host} is ${host === address ? '' : `${address}, `}an address of this machine, its link or a cloud's metadata. An administrator can allow it with DRAWLOOM_HTTP_ALLOW.`,
    'never',
  );

/**
 * An agent that looks at every address a name resolves to and connects to one it has looked at: a name that resolves to
 * something else a moment later leads nowhere. Redirects are new connections and looked at again.
 */
export function vettedAgent(rules: NetworkRules, timeoutMs: number): Agent {
  return new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
      if (isIP(host) !== 0 && !mayConnect(host, host, port, rules)) return callback(refused(host, host), null);
      const vetted: LookupFunction = (name, wanted, done) => {
        lookup(name, { ...wanted, all: true }, (error, addresses) => {
          if (error) return done(error, '', 0);
          const bad = addresses.find(({ address }) => !mayConnect(host, address, port, rules));
          const first = addresses[0];
          if (bad || !first) return done(refused(host, bad?.address ?? host), '', 0);
          return wanted.all ? done(null, addresses) : done(null, first.address, first.family);
        });
      };
      buildConnector({ timeout: timeoutMs, lookup: vetted } as buildConnector.BuildOptions)(options, callback);
    },
  });
}
