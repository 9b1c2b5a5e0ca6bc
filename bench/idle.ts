import { readdirSync, readFileSync } from 'node:fs';
import { launch } from './harness/launcher.ts';
import { proportionalMb, residentMb } from './harness/resident-mb.ts';
import { toRow } from './harness/row.ts';
import type { Workload } from './harness/workload.ts';

/** The first seconds compile and read what is not read again. */
const settleMs = 10_000;

/** Memory of the product while nothing is asked of it. Linux only: elsewhere no system says it per process. */
export const idle: Workload = {
  name: 'idle',
  what: 'memory ten seconds after the first page, nothing asked: the engine process, and all processes together',
  async run() {
    const engine: number[] = [];
    const whole: number[] = [];
    for (let i = 0; i < 5; i++) {
      const product = await launch();
      try {
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        const pids = processesOf(product.dataDir);
        const engines = pids.filter((pid) => commandOf(pid).includes('dist/engine.js'));
        if (engines.length !== 1 || pids.length < 3) throw new Error(`${engines.length} engines among ${pids.length} processes`);
        engine.push(known(residentMb(engines[0])));
        whole.push(pids.reduce((sum, pid) => sum + known(proportionalMb(pid)), 0));
      } finally {
        await product.stop();
      }
    }
    // The least: a Node that does nothing holds 40 MB, and three of them share their program.
    return [
      toRow({ name: 'idle-engine', unit: 'MB', durability: '-', target: 120, floor: 40 }, engine),
      toRow({ name: 'idle-whole', unit: 'MB', durability: '-', target: 350, floor: 70 }, whole),
    ];
  },
};

function known(mb: number | null): number {
  if (mb === null) throw new Error('this system does not say how much memory a process holds');
  return mb;
}

const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8');

/** Processes that were started for a data directory: their environment names it. */
function processesOf(dataDir: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
      return environment.includes(`DRAWLOOM_DATA=${dataDir}`) ? [Number(name)] : [];
    } catch {
      // Gone, or somebody else's.
      return [];
    }
  });
}
