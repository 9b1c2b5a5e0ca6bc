/** Text of drawloom.mjs, put into every attempt of a JavaScript task: calls the task's module and writes what it answers. */
export const drawloomMjs = `import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const { inputs, run } = JSON.parse(readFileSync(process.env.DRAWLOOM_INPUT, 'utf8'));
const write = (value) => {
  const place = process.env.DRAWLOOM_OUTPUT;
  writeFileSync(place + '.part', JSON.stringify(value));
  renameSync(place + '.part', place);
};
const giveUp = (error) => {
  console.error(error?.stack ?? error);
  write({ $error: { message: String(error?.name ? error.name + ': ' + error.message : error).slice(0, 500) } });
  process.exit(1);
};
process.on('uncaughtException', giveUp);
try {
  const { default: main } = await import('./task.mjs');
  if (typeof main !== 'function') throw new TypeError('The module has no function as its default export.');
  const value = await main(inputs, run);
  if (value !== undefined) {
    const json = (_key, v) => (typeof v === 'bigint' ? (Number.isSafeInteger(Number(v)) ? Number(v) : String(v)) : v);
    const text = JSON.stringify(value, json);
    if (text === undefined) throw new TypeError('The output is a ' + typeof value + ', which is not JSON.');
    write(JSON.parse(text));
  }
} catch (error) {
  giveUp(error);
}
`;
