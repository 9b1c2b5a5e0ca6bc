/*
 * `node scripts/migration.mjs NAME`: writes the next migration of both providers: what prisma/model.prisma has and the
 * migrations so far have not. The schema engine is the WASM one, so nothing is downloaded; it wants a PostgreSQL to talk
 * to, which is started for the moment. The schema of each migration is kept beside it.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { tsImport } from 'tsx/esm/api';
import { root } from './fingerprint.mjs';
import { providers, writeSchemas } from './prisma-schemas.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  process.stderr.write('use: node scripts/migration.mjs NAME (small letters, digits, dashes)\n');
  process.exit(2);
}
writeSchemas();
const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
  './schema_engine_bg.js': glue,
});
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    this.message = message;
  },
};

const { startPostgres } = await tsImport('../server/store/testing/postgres.ts', import.meta.url);
const postgres = await startPostgres();
if (!postgres) {
  process.stderr.write('migration.postgres: No PostgreSQL was found. Install it or set DATABASE_URL_TEST.\n');
  process.exit(1);
}

const taken = providers.flatMap(({ folder: f }) =>
  readdirSync(path.join(root, 'prisma', f, 'migrations')).filter((entry) => /^\d{4}_/.test(entry)),
);
const number = String(1 + Math.max(0, ...taken.map((entry) => Number(entry.slice(0, 4))))).padStart(4, '0');
for (const { folder: f, provider } of providers) {
  const migrations = path.join(root, 'prisma', f, 'migrations');
  const last = readdirSync(migrations)
    .filter((entry) => /^\d{4}_/.test(entry))
    .sort()
    .at(-1);
  const schemaFile = path.join(root, 'prisma', f, 'schema.prisma');
  const schema = readFileSync(schemaFile, 'utf8');
  const before = last ? path.join(migrations, last, 'schema.prisma') : null;
  const adapter =
    provider === 'sqlite' ? new PrismaBetterSqlite3({ url: ':memory:' }) : new PrismaPg(await postgres.freshDatabase());
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[schemaFile, schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  const files = (content) => [{ path: schemaFile, content }];
  const { stdout } = await engine.diff({
    from:
      before && existsSync(before) ? { tag: 'schemaDatamodel', files: files(readFileSync(before, 'utf8')) } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: files(schema) },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  const target = path.join(migrations, `${number}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), stdout);
  writeFileSync(path.join(target, 'schema.prisma'), schema);
  writeFileSync(path.join(migrations, 'migration_lock.toml'), `provider = "${provider}"\n`);
  process.stdout.write(`prisma/${f}/migrations/${number}_${name}\n`);
}
await postgres.stop();
process.exit(0);
