import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';

// The catalogue comes once, a document each time.
let catalog: Manifest[] = [];
self.addEventListener('message', (event: MessageEvent<{ catalog: Manifest[] } | { id: number; workflow: Workflow }>) => {
  if ('catalog' in event.data) catalog = event.data.catalog;
  else self.postMessage({ id: event.data.id, problems: validate(event.data.workflow, catalog) });
});
