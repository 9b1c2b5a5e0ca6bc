import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '#server/store/repository-root.ts';

/** Tables that the examples read, from the npm package vega-datasets (BSD-3-Clause). */
const tables = ['seattle-weather.csv', 'weather.csv'];

/** Copies the examples' tables to `files/examples/` of the data directory; what is there already is left as it is. */
export function installExampleData(dataDir: string): void {
  const from = path.join(repositoryRoot(), 'node_modules/vega-datasets/data');
  const to = path.join(dataDir, 'files/examples');
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const table of tables) {
    const target = path.join(to, table);
    if (existsSync(target)) continue;
    // A file that is there is whole, whenever the copying was cut off.
    copyFileSync(path.join(from, table), `${target}.part`);
    renameSync(`${target}.part`, target);
  }
}
