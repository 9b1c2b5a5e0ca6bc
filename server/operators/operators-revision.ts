import { createHash } from 'node:crypto';
import type { OperatorCatalog } from './operator-catalog.ts';

/** A short name for what the operators are now: two equal ones mean the same operators. */
export const operatorsRevision = (catalog: Pick<OperatorCatalog, 'revision'>): string =>
  createHash('sha256').update(catalog.revision).digest('hex').slice(0, 16);
