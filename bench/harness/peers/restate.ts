import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { scratch } from '../scratch.ts';
import { startChild } from './child.ts';
import type { Peer } from './peer.ts';
import { postJson } from './post-json.ts';
import { program } from './program.ts';

const server = '1.7.12';
const sdk = '1.17.2';

/** Restate: a server that keeps the journal, flushed to the disk, and calls our handlers over HTTP/2. Both as they come. */
export const restate: Peer = {
  id: 'restate',
  label: `Restate ${server}`,
  durability: 'D2',
  packages: [`@restatedev/restate-server@${server}`, `@restatedev/restate-sdk@${sdk}`],
  shapes: ['fibo', 'ask', 'echo', 'noop', 'fan'],
  async start(folder) {
    const directory = scratch('restate');
    const [ingress, admin, node, handlers] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const platform = `${process.platform}-${process.arch}`;
    const binary = path.join(folder, 'node_modules/@restatedev', `restate-server-${platform}`, 'bin/restate-server');
    const engine = startChild(binary, ['--no-logo'], {
      cwd: directory,
      env: {
        RESTATE_BASE_DIR: directory,
        RESTATE_LISTEN_MODE: 'tcp',
        RESTATE_BIND_IP: '127.0.0.1',
        RESTATE_BIND_PORT: String(node),
        RESTATE_INGRESS__BIND_PORT: String(ingress),
        RESTATE_ADMIN__BIND_PORT: String(admin),
        RESTATE_DISABLE_TELEMETRY: 'true',
        RUST_LOG: 'error',
      },
    });
    const service = startChild(process.execPath, [program('restate.mjs'), String(handlers)], { cwd: folder, ipc: true });
    const stop = async () => {
      await Promise.all([service.stop(), engine.stop()]);
      rmSync(directory, { recursive: true, force: true });
    };
    const call = (handler: string, input: object) => postJson(`http://127.0.0.1:${ingress}/bench/${handler}`, input);
    try {
      await service.firstMessage;
      await engine.until(async () => (await fetch(`http://127.0.0.1:${admin}/health`)).ok);
      const registered = await fetch(`http://127.0.0.1:${admin}/deployments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ uri: `http://127.0.0.1:${handlers}` }),
      });
      if (!registered.ok) throw new Error(`it refused our handlers: ${await registered.text()}`);
      // The partition takes its first work a moment after the server says that it is healthy.
      await engine.until(async () => ((await call('chain', { steps: [] })) as unknown[]).length === 0);
      return {
        chain: async (steps) => (await call('chain', { steps })) as unknown[],
        fan: async (width) => (await call('fan', { width })) as number,
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};
