import type { WebProcess } from '#server/boot/web.ts';
import type { CheckParts } from './check-invariants.ts';

/** What the pages' process brings to a check of the invariants. */
export const checkParts = ({ store, engine, vault, config }: WebProcess): CheckParts => ({
  store,
  engine,
  vault,
  logCapBytes: config.logCapBytes,
});
