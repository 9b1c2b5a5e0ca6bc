/** What a warm Node runs while it waits; it reads one attempt and becomes it (0015). It waits inside a read, so it takes no time of the processor. */
export const warmJavascript = `
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const stat = fs.readFileSync('/proc/self/stat', 'latin1');
const begin = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[47]);
const environment = fs.readFileSync('/proc/self/environ', 'latin1');
const place = begin + environment.indexOf('DRAWLOOM_COOKIE=') + 16;
const size = process.env.DRAWLOOM_COOKIE.length;
const mark = (cookie) => {
  const memory = fs.openSync('/proc/self/mem', 'r+');
  fs.writeSync(memory, Buffer.concat([Buffer.from(cookie), Buffer.alloc(size - cookie.length)]), 0, size, place);
  fs.closeSync(memory);
};
// Modules that are read from files, imported twice: what loads them is loaded and compiled before it is needed.
const rehearse = async () => {
  let place;
  try {
    place = fs.mkdtempSync(path.join(os.tmpdir(), 'drawloom-warm-'));
    fs.writeFileSync(path.join(place, 'b.mjs'), 'export default 1;');
    for (const name of ['a1.mjs', 'a2.mjs']) {
      fs.writeFileSync(path.join(place, name), "import { readFileSync } from 'node:fs'; const { default: b } = await import('./b.mjs'); export default [b, readFileSync];");
      await import(pathToFileURL(path.join(place, name)).href);
    }
  } catch {
    // Without it the first import is slower.
  } finally {
    if (place) fs.rmSync(place, { recursive: true, force: true });
  }
};
// Nothing is left to do: ends at once, where Node would take its heap down first. Whoever else wants to be asked, is.
let settled = false;
const drained = () => {
  if (process.listenerCount('beforeExit') > 1) return;
  if (!settled && process.exitCode === undefined) {
    // As Node says of a program whose last await waits for nothing.
    fs.writeSync(2, 'The task waits for something that never comes.\\n');
    process.exitCode = 13;
  }
  process.exit();
};
const begins = async () => {
  mark('x'.repeat(size));
  await rehearse();
  fs.writeSync(1, 'r');
  let line = Buffer.alloc(0);
  const part = Buffer.alloc(65536);
  while (!line.includes(10)) {
    const got = fs.readSync(0, part, 0, part.length, null);
    if (got === 0) process.exit(0);
    line = Buffer.concat([line, part.subarray(0, got)]);
  }
  const order = JSON.parse(line.toString());
  if (process.ppid !== order.pid) process.exit(122);
  process.chdir(order.directory);
  mark(order.cookie);
  try {
    fs.writeFileSync('pid', order.pid + ' ' + order.start + '\\n', { flag: 'wx' });
  } catch {
    process.exit(122);
  }
  // The lowest free descriptor is the one just closed.
  for (const [fd, name, flags] of [[0, '/dev/null', 'r'], [1, 'stdout', 'w'], [2, 'stderr', 'w']]) {
    fs.closeSync(fd);
    if (fs.openSync(name, flags) !== fd) process.exit(121);
  }
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, order.env, { DRAWLOOM_COOKIE: order.cookie });
  process.argv = [process.execPath, order.program];
  process.on('beforeExit', drained);
  await import(pathToFileURL(order.program).href);
  settled = true;
};
begins();
`;
