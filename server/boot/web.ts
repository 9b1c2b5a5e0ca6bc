import { createAuth, type Auth } from '#server/auth/create-auth.ts';
import { connectEngine } from '#server/engine/client.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { createFeed, type Feed } from '#server/feed/feed.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import type { Vault } from '#server/secrets/vault.ts';
import { openStore } from '#server/store/open-store.ts';
import type { Store } from '#server/store/store.ts';
import { loadConfig, type Config } from './config.ts';

/** The open parts of the pages' process. */
export interface WebProcess {
  config: Config;
  store: Store;
  /** Acts on runs, publishing and switching: this process changes none of them itself. */
  engine: EngineCommands;
  auth: Auth;
  feed: Feed;
  /** Every operator there is, people's own among them. */
  operators: OperatorCatalog;
  /** Seals and opens secrets; opened when first asked for. Rejects with SecretKeyError. */
  vault(): Promise<Vault>;
}

async function openWeb(): Promise<WebProcess> {
  const config = loadConfig();
  const store = await openStore({ url: config.databaseUrl, role: 'web', durability: config.durability });
  const engine = connectEngine(config.dataDir);
  const auth = await createAuth(config, store);
  let opening: Promise<Vault> | null = null;
  const vault = () => {
    // A key that is brought back is taken without a restart.
    opening ??= openVault(config.dataDir, store).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    config,
    store,
    engine,
    auth,
    feed: createFeed(store, engine),
    operators: new OperatorCatalog(config.dataDir).watch(),
    vault,
  };
}

// Next evaluates a module once per bundle; the open parts must be there once per process.
const house = globalThis as { drawloomWeb?: Promise<WebProcess> };

/** The parts, opened when first asked for. A failed opening is tried again by the next request. */
export function webProcess(): Promise<WebProcess> {
  house.drawloomWeb ??= openWeb().catch((error: unknown) => {
    delete house.drawloomWeb;
    throw error;
  });
  return house.drawloomWeb;
}
