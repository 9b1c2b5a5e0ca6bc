import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './fingerprint.mjs';

/** Runs one of our TypeScript programs through tsx with the caller's arguments and folder; its exit code becomes ours. */
export function runTypescript(file, args = process.argv.slice(2)) {
  const loader = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const ended = spawnSync(process.execPath, [loader, path.join(root, file), ...args], { stdio: 'inherit' });
  process.exit(ended.status ?? 1);
}
