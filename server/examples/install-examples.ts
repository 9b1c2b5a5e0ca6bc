import { stripDefaults } from '#domain/definition/canonical.ts';
import { definitionHash } from '#domain/definition/hash.ts';
import type { Store } from '#server/store/store.ts';
import { installExampleData } from './install-example-data.ts';
import { installed } from './examples.ts';
import { readExamples } from './read-example.ts';

const done = 'examples.installed';

/**
 * Once per install: copies the examples' data and makes their workflows, published as version 1 and switched off. Deleted
 * ones do not come back. To be called by the engine at start, before it serves anybody; may be cut off anywhere and
 * goes on with the next start.
 */
export async function installExamples(store: Store, dataDir: string, at: number): Promise<void> {
  if ((await store.settings.get(done)) !== null) return;
  installExampleData(dataDir);
  for (const workflow of readExamples().filter(({ id }) => installed.has(id))) {
    // Only here: who takes one from the gallery owns it.
    const definition = stripDefaults({ ...workflow, owner: workflow.owner ?? 'Drawloom' });
    const row = { id: workflow.id, project: '', name: workflow.name, tags: workflow.tags ?? [], createdBy: null };
    await store.workflows.create(row, definition, at);
    if ((await store.versions.newest(workflow.id)) === null)
      await store.versions.publish(workflow.id, definition, definitionHash(workflow), 'Example', null, at);
  }
  await store.settings.putIfAbsent(done, String(at));
}
