/** What a warm Node runs while it waits; as warm-python.ts. It waits inside a read, so it takes no time of the processor. */
export const warmJavascript = `
const fs = require('node:fs');
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
const begins = async () => {
  mark('x'.repeat(size));
  // Loads what loads modules.
  await import('data:text/javascript,');
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
  await import(pathToFileURL(order.program).href);
};
begins();
`;
