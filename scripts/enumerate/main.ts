import { enumerateSmall } from '#domain/run/testing/enumerate-small.ts';

/** `node scripts/enumerate.mjs SIZE`: every workflow of so many tasks through the machine and the oracle. Four take about half an hour. */
const size = Number(process.argv[2] ?? 4);
if (!Number.isInteger(size) || size < 1 || size > 4) {
  process.stderr.write('Give the number of tasks, 1 to 4.\n');
  process.exitCode = 2;
} else {
  const { runs, differ } = enumerateSmall(size);
  process.stdout.write(`${runs} runs, ${differ.length === 0 ? 'none differs' : 'these differ'}\n`);
  for (const each of differ) process.stdout.write(`${JSON.stringify(each)}\n`);
  if (differ.length > 0) process.exitCode = 1;
}
