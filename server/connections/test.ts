import path from 'node:path';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { NetworkRules } from '#operators/runner.ts';
import type { Act } from '#server/act.ts';
import { createMask } from '#server/engine/perform/mask.ts';
import { resolveFile } from '#server/engine/perform/resolve-file.ts';
import type { Vault } from '#server/secrets/vault.ts';
import type { ConnectionTest } from '#server/store/connection-row.ts';
import type { Store } from '#server/store/store.ts';
import { kindOf } from './kinds.ts';
import { mergeSecrets } from './merge-secrets.ts';
import type { ProbeAnswer } from './probes/probe.ts';
import { requireConnection } from './require-connection.ts';
import { resolveConnection, withSecrets, type ResolvedConnection } from './resolve-connection.ts';
import { runProbe } from './run-probe.ts';
import { splitSecrets } from './split-secrets.ts';

/** Where a test is done. */
export interface TestPlace {
  store: Pick<Store, 'connections'>;
  vault: Vault;
  dataDir: string;
  network: NetworkRules;
  /** Bundle of try-connection.worker.ts. */
  program: string;
}
/** A connection as it is kept; or a form, with the connection it would change, whose secrets count only for the same host. */
export type TestInput = { id: string } | { type: string; settings: JsonObject; changes?: string };

/** Really connects and says how it went. The answer of a kept connection stays with it; what it says is masked. */
export async function testConnection(place: TestPlace, input: TestInput, { at }: Act): Promise<ConnectionTest> {
  const { store, vault } = place;
  if ('id' in input) {
    const row = await requireConnection(store, input.id);
    const test = { at, ...(await tryOut(place, resolveConnection(row, vault))) };
    await store.connections.recordTest(row.id, row.revision, test);
    return test;
  }
  const kind = kindOf(input.type);
  const form = splitSecrets(kind, input.settings);
  const row = input.changes === undefined ? null : await requireConnection(store, input.changes);
  const { settings, secrets } = row?.type === kind.type ? mergeSecrets(kind, form, row, vault) : form;
  return { at, ...(await tryOut(place, withSecrets({ type: kind.type, name: row?.name ?? 'new', settings }, secrets))) };
}

async function tryOut({ dataDir, network, program }: TestPlace, resolved: ResolvedConnection): Promise<ProbeAnswer> {
  const { connection, secrets } = resolved;
  const files = path.join(dataDir, 'files');
  let ready = connection;
  try {
    if (typeof connection.file === 'string') ready = { ...connection, file: resolveFile(connection.file, files, []) };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
  const { ok, message } = await runProbe(program, { connection: ready, network });
  return { ok, message: createMask(secrets).text(message) };
}
