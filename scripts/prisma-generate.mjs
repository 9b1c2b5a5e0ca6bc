/*
 * Makes both database clients (server/store/generated, git-ignored) from the one model. Prisma's command line wants to
 * download a schema engine even to generate; it never calls it, so any program does in its place.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, isFresh, root, stamp } from './fingerprint.mjs';
import { providers, writeSchemas } from './prisma-schemas.mjs';

writeSchemas();
const print = fingerprint([
  'prisma/model.prisma',
  'prisma.config.ts',
  'scripts/prisma-generate.mjs',
  'scripts/prisma-schemas.mjs',
  'package-lock.json',
]);
const made = providers.every(({ folder }) => existsSync(path.join(root, 'server/store/generated', folder, 'client.ts')));
if (made && isFresh('prisma-clients', print)) process.exit(0);
const engine = ['/bin/true', '/usr/bin/true'].find((file) => existsSync(file));
for (const { folder } of providers) {
  const ended = spawnSync(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DRAWLOOM_PRISMA_SCHEMA: `prisma/${folder}/schema.prisma`,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...(engine ? { PRISMA_SCHEMA_ENGINE_BINARY: engine } : {}),
    },
  });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}
stamp('prisma-clients', print);
