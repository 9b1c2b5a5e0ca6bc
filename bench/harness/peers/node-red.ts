import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { scratch } from '../scratch.ts';
import { startChild } from './child.ts';
import { nodeRedFlows } from './node-red-flows.ts';
import type { Peer } from './peer.ts';
import { postJson } from './post-json.ts';

const version = '4.1.15';

/** Node-RED: messages in memory, nothing stored; what a visual flow costs without durability. Version 5 refuses Node 20. */
export const nodeRed: Peer = {
  id: 'node-red',
  label: `Node-RED ${version}`,
  durability: 'D0',
  packages: [`node-red@${version}`],
  shapes: ['fibo', 'ask', 'noop', 'fan'],
  async start(folder) {
    const directory = scratch('node-red');
    const port = await freePort();
    const settings = {
      flowFile: 'flows.json',
      uiHost: '127.0.0.1',
      uiPort: port,
      httpAdminRoot: false,
      telemetry: { enabled: false },
    };
    writeFileSync(path.join(directory, 'flows.json'), JSON.stringify(nodeRedFlows()));
    writeFileSync(
      path.join(directory, 'settings.cjs'),
      `module.exports = { ...${JSON.stringify(settings)}, functionGlobalContext: { performance }, logging: { console: { level: 'error' } } };\n`,
    );
    const child = startChild(
      process.execPath,
      [path.join(folder, 'node_modules/node-red/red.js'), '-u', directory, '-s', path.join(directory, 'settings.cjs')],
      { cwd: directory },
    );
    const call = (name: string, input: object) => postJson(`http://127.0.0.1:${port}/${name}`, input) as Promise<unknown[]>;
    const stop = async () => {
      await child.stop();
      rmSync(directory, { recursive: true, force: true });
    };
    try {
      await child.until(async () => (await call('fan', { width: 1 }))[0] === 1);
      return {
        chain: (steps) => call(`${steps[0]?.kind}-${steps.length}`, { steps }),
        fan: async (width) => (await call('fan', { width }))[0] as number,
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};
