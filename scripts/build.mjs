/*
 * Bundles the processes and the command line to dist/: our code, with packages left outside. Node 20 cannot run `#…ts`
 * itself, and a bundle starts in half the time. A program for a worker, `x.worker.ts` anywhere in server/ or operators/,
 * becomes dist/x-worker.js. `node scripts/build.mjs NAME…` makes only some of them.
 */
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './fingerprint.mjs';

const processes = {
  launcher: 'server/launcher/main.ts',
  engine: 'server/engine/main.ts',
  spawner: 'server/spawner/main.ts',
  cli: 'server/cli/main.ts',
};
const ending = '.worker.ts';

/** Every worker program, by the name of its bundle. */
function workers() {
  const files = ['server', 'operators'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((file) => path.join(folder, String(file)))
      .filter((file) => file.endsWith(ending)),
  );
  return Object.fromEntries(files.map((file) => [`${path.basename(file, ending)}-worker`, file]));
}

const all = { ...processes, ...workers() };
const names = process.argv.slice(2);
const entries = names.length === 0 ? all : Object.fromEntries(names.map((name) => [name, all[name] ?? `${name} (unknown)`]));
const missing = Object.values(entries).filter((file) => !existsSync(path.join(root, file)));
if (missing.length > 0) {
  process.stderr.write(`build: ${missing.join(', ')} missing\n`);
  process.exit(1);
}

// Made beside and moved over file by file: nobody reads half a bundle. Chunks of the build before stay a day, since a
// process that runs may load one of them yet.
const out = path.join(root, 'dist');
const fresh = path.join(root, '.drawloom/dist');
const keepMs = 86_400_000;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: fresh,
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [
    {
      // `packages: external` would take our own `#…` for a package.
      name: 'house',
      setup(builder) {
        builder.onResolve({ filter: /^#/ }, ({ path: name }) => ({ path: path.join(root, name.slice(1)) }));
      },
    },
  ],
}).catch(() => process.exit(1)); // esbuild has said why
const made = readdirSync(fresh);
// Entries last: they name the chunks.
made.sort((a, b) => Number(b.startsWith('chunk-')) - Number(a.startsWith('chunk-')));
for (const file of made) renameSync(path.join(fresh, file), path.join(out, file));
for (const file of names.length === 0 ? readdirSync(out) : []) {
  if (!made.includes(file) && statSync(path.join(out, file)).mtimeMs < Date.now() - keepMs) rmSync(path.join(out, file));
}
