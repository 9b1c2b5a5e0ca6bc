/* `npm run -s drawloom -- …`: the command line from a clone; builds it first when it is missing or stale. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './fingerprint.mjs';

const ready = spawnSync(
  process.execPath,
  [path.join(root, 'scripts/ensure.mjs'), process.argv[2] === 'start' ? 'start' : 'cli'],
  { encoding: 'utf8' },
);
if (ready.status !== 0) {
  process.stderr.write(ready.stderr ?? '');
  process.exit(1);
}
// npm changes to the package's folder; files named on the command line are meant from where the person stands.
const ended = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exit(ended.status ?? 1);
