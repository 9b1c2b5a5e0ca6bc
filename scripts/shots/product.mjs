import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer as createWeb } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { root } from '../fingerprint.mjs';

/** The built product on a data directory of its own, and a chat that takes its alerts. Gives its address, the setup link, its data directory, the chat's address, and `stop`. */
export async function startProduct() {
  mkdirSync(path.join(root, '.drawloom'), { recursive: true });
  const dataDir = mkdtempSync(path.join(root, '.drawloom/shots-'));
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const taken = probe.address().port;
      probe.close(() => resolve(taken));
    });
  });
  const web = createWeb((request, response) => {
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise((resolve) => web.listen(0, '127.0.0.1', resolve));
  const chat = `127.0.0.1:${web.address().port}`;
  let printed = '';
  const launcher = spawn(process.execPath, [path.join(root, 'dist/launcher.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DRAWLOOM_DATA: dataDir,
      DRAWLOOM_PORT: String(port),
      DRAWLOOM_HTTP_ALLOW: chat,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => launcher.once('exit', resolve));
  async function stop() {
    if (launcher.exitCode === null) launcher.kill('SIGTERM');
    await ended;
    web.close();
    web.closeAllConnections();
    rmSync(dataDir, { recursive: true, force: true });
  }
  await new Promise((resolve, reject) => {
    launcher.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${printed}`)));
    launcher.stdout.on('data', (bytes) => {
      printed += bytes;
      if (printed.includes('ready at')) resolve();
    });
  });
  return {
    address: `http://127.0.0.1:${port}`,
    setup: /\/setup\?token=\S+/.exec(printed)[0],
    dataDir,
    chat: `http://${chat}/hooks/team`,
    stop,
  };
}
