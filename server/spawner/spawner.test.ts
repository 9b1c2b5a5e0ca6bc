import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectSpawner } from './client.ts';
import { LineReader } from './line-reader.ts';
import { readPortFile } from './port-file.ts';
import { readExit } from './read-exit.ts';
import { killSpawner, startSpawner } from './testing/start-spawner.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-spawner-'));
let child: ChildProcess;
beforeAll(async () => {
  child = await startSpawner(dataDir);
});
afterAll(async () => {
  await killSpawner(child);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Says something to the spawner and waits until it hangs up; gives what it answered. */
function talk(...messages: object[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: readPortFile(dataDir)!.port });
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
    for (const message of messages) socket.write(`${JSON.stringify(message)}\n`);
  });
}

describe('the spawner', () => {
  it('is named in a file that only its owner reads', () => {
    expect(statSync(path.join(dataDir, 'spawner.json')).mode & 0o777).toBe(0o600);
    expect(readPortFile(dataDir)?.pid).toBe(child.pid);
  });

  it('obeys nobody without its token', async () => {
    const mark = path.join(dataDir, 'started');
    const order = { id: 'x', cookie: 'x.x', directory: path.join(dataDir, 'x'), argv: ['touch', mark], env: {}, files: {} };
    const start = { type: 'start', orders: [order] };
    expect(await talk(start)).toBe('');
    expect(await talk({ type: 'hello', token: 'f'.repeat(64) }, start)).toBe('');
    expect(await talk({ type: 'hello' }, start)).toBe('');
    expect(await talk({ type: 'x'.repeat(5_000) })).toBe('');
    expect(existsSync(path.join(dataDir, 'x'))).toBe(false);
    expect(existsSync(mark)).toBe(false);
  });

  it('hangs up on the engine before, when another greets', async () => {
    const { token } = readPortFile(dataDir)!;
    const first = talk({ type: 'hello', token });
    const second = connectSpawner({ dataDir });
    expect(await first).toContain('welcome');
    expect(await second.endStrays('nobody', [])).toBe(0);
    expect(second.connected).toBe(true);
    second.close();
  });

  it('takes nothing for a stray that was ordered after the question about strays', async () => {
    const client = connectSpawner({ dataDir });
    // Both before the connection stands, as when an engine has nothing to recover and is asked for a run at once.
    const strays = client.endStrays('home', []);
    const ended = new Promise((resolve) => {
      client.listen({
        started: () => {},
        refused: (_, code) => resolve(code),
        ended: (_, end) => resolve(end),
      });
    });
    const directory = path.join(dataDir, 'young');
    mkdirSync(directory);
    client.start({ id: 'young', cookie: 'home.young', directory, argv: ['sh', '-c', 'sleep 0.3; exit 7'], env: {}, files: {} });
    expect(await strays).toBe(0);
    expect(await ended).toMatchObject({ exitCode: 0, stopped: false });
    expect(readExit(directory)).toMatchObject({ exitCode: 7 });
    client.close();
  });
});

describe('the line of an exit', () => {
  const read = (line: string) => {
    writeFileSync(path.join(dataDir, 'exit'), line);
    return readExit(dataDir);
  };
  it('is read only when it is complete', () => {
    expect(readExit(path.join(dataDir, 'nowhere'))).toBeNull();
    expect(read('0 1000 1.50 2.75')).toBeNull();
    expect(read('0 1000 1.50 2.75\n')).toEqual({ exitCode: 0, signal: null, startedAt: 1000, endedAt: 2250 });
    expect(read('255 1000 7 7\n')).toMatchObject({ exitCode: 255, signal: null });
    expect(read('137 1000 7 9\n')).toMatchObject({ exitCode: null, signal: 9, endedAt: 3000 });
  });
});

describe('lines', () => {
  it('come whole, however the bytes were cut', () => {
    const bytes = Buffer.from('{"a":"é"}\n\n{"b":2}\n{"c"');
    for (let cut = 0; cut <= bytes.length; cut++) {
      const reader = new LineReader();
      expect([...reader.push(bytes.subarray(0, cut)), ...reader.push(bytes.subarray(cut))]).toEqual(['{"a":"é"}', '', '{"b":2}']);
    }
  });

  it('are refused when they do not end', () => {
    const reader = new LineReader(8);
    reader.push(Buffer.from('12345678'));
    expect(() => reader.push(Buffer.from('9'))).toThrow(/more than 8 bytes/);
  });
});
