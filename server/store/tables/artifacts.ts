import type { Database } from '../database.ts';
import { artifactRow } from '../rows/attempt-row.ts';
import type { Store } from '../store.ts';

/** Files that attempts left; the bytes lie in the data directory under the id. */
export const artifactsOf = ({ client }: Database): Pick<Store['runs'], 'artifacts' | 'artifact'> => ({
  async artifacts(runId) {
    return (await client.artifact.findMany({ where: { runId }, orderBy: { id: 'asc' } })).map(artifactRow);
  },
  async artifact(id) {
    const row = await client.artifact.findUnique({ where: { id } });
    return row && artifactRow(row);
  },
});
