import type { Step } from './peer.ts';

/** The chains that are drawn beforehand, since a flow is fixed: kind and length. */
const chains: [Step['kind'], number][] = [
  ['noop', 40],
  ['fibo', 40],
  ['fibo', 10],
  ['ask', 3],
];

const collect = 'msg.out = msg.out || [];';
const bodies = {
  noop: `${collect} msg.out.push(1); return msg;`,
  fibo: `const fibo = (n) => (n <= 1 ? n : fibo(n - 1) + fibo(n - 2)); const clock = global.get('performance'); const began = clock.now();
${collect} const value = fibo(msg.payload.steps[msg.out.length].n); msg.out.push({ value, ms: clock.now() - began }); return msg;`,
};

/** A node of a flow; all lie on one tab. */
const node = (id: string, type: string, wires: string[][], more: object = {}) => ({
  id,
  type,
  z: 'tab',
  x: 1,
  y: 1,
  wires,
  ...more,
});
const func = (id: string, body: string, next: string) => node(id, 'function', [[next]], { func: body, outputs: 1, libs: [] });

function step(kind: Step['kind'], id: string, i: number, next: string): object {
  if (kind === 'ask')
    return node(id, 'http request', [[next]], { method: 'GET', ret: 'txt', url: `{{{urls.${i}}}}`, persist: true });
  return func(id, kind === 'fibo' ? bodies.fibo : bodies.noop, next);
}

/**
 * A Node-RED flow file with an address for each chain (`/fibo-40`: kind and length) and one for the fan-out (`/fan`). Each answers with the JSON a peer's interface wants.
 */
export function nodeRedFlows(): object[] {
  const flows: object[] = [{ id: 'tab', type: 'tab', label: 'bench' }];
  for (const [kind, length] of chains) {
    const name = `${kind}-${length}`;
    const end = kind === 'ask' ? 'msg.payload = [msg.payload]; return msg;' : 'msg.payload = msg.out; return msg;'; // a request node leaves its last answer alone
    flows.push(
      node(`${name}-in`, 'http in', [[`${name}-begin`]], { url: `/${name}`, method: 'post' }),
      func(`${name}-begin`, 'msg.urls = msg.payload.steps.map((step) => step.url); return msg;', `${name}-0`),
      ...Array.from({ length }, (_, i) => step(kind, `${name}-${i}`, i, i + 1 < length ? `${name}-${i + 1}` : `${name}-end`)),
      func(`${name}-end`, end, `${name}-out`),
      node(`${name}-out`, 'http response', []),
    );
  }
  flows.push(
    node('fan-in', 'http in', [['fan-list']], { url: '/fan', method: 'post' }),
    func('fan-list', 'msg.payload = Array.from({ length: msg.payload.width }, () => 1); return msg;', 'fan-split'),
    node('fan-split', 'split', [['fan-one']], { arraySplt: 1, arraySpltType: 'len' }),
    func('fan-one', 'return msg;', 'fan-join'),
    node('fan-join', 'join', [['fan-sum']], { mode: 'auto' }),
    func('fan-sum', 'msg.payload = [msg.payload.reduce((sum, one) => sum + one, 0)]; return msg;', 'fan-out'),
    node('fan-out', 'http response', []),
  );
  return flows;
}
