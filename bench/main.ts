import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fillTable } from './harness/fill-table.ts';
import { measureFloors } from './harness/floors.ts';
import { allPeers } from './harness/peers/all-peers.ts';
import { installedPeers } from './harness/peers/installed-peers.ts';
import type { Row } from './harness/row.ts';
import { workloads } from './workloads.ts';

/*
 * `npm run bench -- [NAME…] [--json] [--quick] [--size N] [--peers | --no-peers]`. Without a name, all. Peers run beside ours where
 * they are installed; `--peers` installs them first. `--fill FILE` measures nothing: it puts the rows of such a `--json` into the
 * table of docs/speed.md. Exit 1 when a workload gave wrong output.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    size: { type: 'string' },
    peers: { type: 'boolean' },
    fill: { type: 'string' },
  },
});
const size = values.size === undefined ? null : Number(values.size);
if (size !== null && !(Number.isInteger(size) && size > 0)) {
  process.stderr.write(`bench.size: --size takes a whole number, not ${values.size}.\n`);
  process.exit(2);
}
if (values.fill !== undefined) {
  const page = path.resolve(import.meta.dirname, '../docs/speed.md');
  writeFileSync(page, fillTable(readFileSync(page, 'utf8'), JSON.parse(readFileSync(values.fill, 'utf8')) as Row[]));
  process.stderr.write('docs/speed.md is filled; say under it which machine, when and with which command.\n');
  process.exit();
}
const unknown = positionals.filter((name) => !workloads.some((workload) => workload.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `bench.unknown: No workload ${unknown.join(', ')}. There are ${workloads.map((w) => w.name).join(', ')}.\n`,
  );
  process.exit(2);
}
/** `DBOS 5.3.0 (D2): 170 ms, 3.1 ×` */
function peerCell({ peer, peerP50, peerDurability, peerRatio, unit }: Row): string {
  if (!peer) return '';
  return `${peer}${peerDurability ? ` (${peerDurability})` : ''}: ${peerP50 === undefined ? '' : `${peerP50} ${unit}, `}${peerRatio} ×`;
}
const say = (line: string) => process.stderr.write(`${line}\n`);
const floors = await measureFloors();
say(
  `floors, ms: ${Object.entries(floors)
    .map(([name, value]) => `${name} ${(value as number).toFixed(3)}`)
    .join(', ')}`,
);
const peers = values.peers === false ? [] : await installedPeers(allPeers, { fetch: values.peers === true, say });
say(`peers: ${peers.map(({ peer }) => peer.label).join(', ') || 'none (--peers installs them)'}`);
const rows: Row[] = [];
for (const workload of workloads) {
  if (positionals.length > 0 && !positionals.includes(workload.name)) continue;
  say(`${workload.name}: ${workload.what} …`);
  try {
    rows.push(...(await workload.run(floors, { quick: values.quick, size, peers, say })));
  } catch (error) {
    process.exitCode = 1;
    say(`${workload.name}: void, ${(error as Error).stack ?? String(error)}`);
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else {
  // A peer's line stands under ours, whose figures it would only repeat.
  const cells = rows.map((row, i) => {
    const again = row.peer !== undefined && rows[i - 1]?.name === row.name && rows[i - 1]?.p50 === row.p50;
    if (again) return ['', '', '', '', '', '', '', '', peerCell(row)];
    return [
      row.name,
      `${row.p50} ${row.unit}`,
      `${row.p99}`,
      `${row.min} … ${row.max}`,
      String(row.runs),
      row.durability,
      `${row.floorRatio} × ${row.floor}`,
      `${row.target}`,
      peerCell(row),
    ];
  });
  const table = [['workload', 'p50', 'p99', 'min … max', 'runs', 'class', 'floor', 'target', 'peer'], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of table)
    process.stdout.write(
      `${line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}
process.exit();
