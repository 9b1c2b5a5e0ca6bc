import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { migrationsOf } from './migrations.ts';
import { repositoryRoot } from './repository-root.ts';

interface Engine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  free(): void;
}
interface EngineModule {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: { new (): Engine; new: (options: unknown, log: (line: string) => void, adapter: unknown) => Promise<Engine> };
}

let loading: Promise<EngineModule> | null = null;

/** Prisma's schema engine as WebAssembly: nothing is downloaded, no program is started. The package is found from the repository's root, so that a bundle finds it too. */
async function load(): Promise<EngineModule> {
  const require = createRequire(path.join(repositoryRoot(), 'package.json'));
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
  const glue = (await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)) as EngineModule;
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  // The engine reports a panic through this global.
  (globalThis as Record<string, unknown>).PRISMA_WASM_PANIC_REGISTRY = { set_message() {} };
  return glue;
}

/** Applies what is pending, in order, and writes `_prisma_migrations`, as Prisma's command line does. Gives the names. */
export async function applyMigrations(
  provider: 'sqlite' | 'postgres',
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string[]> {
  const { SchemaEngine } = await (loading ??= load());
  const folder = path.join(repositoryRoot(), 'prisma', provider);
  const schema = readFileSync(path.join(folder, 'schema.prisma'), 'utf8');
  const { factory, dispose } = disposable(adapter);
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: path.join(folder, 'migrations'),
        lockfile: {
          path: 'migration_lock.toml',
          content: readFileSync(path.join(folder, 'migrations/migration_lock.toml'), 'utf8'),
        },
        shadowDbInitScript: '',
        migrationDirectories: migrationsOf(provider).map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    await dispose();
  }
}

/** The engine leaves its connections open, and on SQLite they hold the file for themselves: ours to close. */
function disposable(adapter: SqlMigrationAwareDriverAdapterFactory) {
  const opened: SqlDriverAdapter[] = [];
  const kept = (connection: SqlDriverAdapter) => {
    opened.push(connection);
    return connection;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => kept(await adapter.connect()),
    connectToShadowDb: async () => kept(await adapter.connectToShadowDb()),
  };
  return { factory, dispose: async () => void (await Promise.all(opened.map((connection) => connection.dispose()))) };
}
