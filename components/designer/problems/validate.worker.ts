import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { KnownWorkflow } from '#domain/validation/known-workflow.ts';
import { validate } from '#domain/validation/validate.ts';

// The catalogue comes once, a document each time.
let catalog: Manifest[] = [];
let connections: ReadonlySet<string> | null = null;
let workflows: ReadonlyMap<string, KnownWorkflow> | null = null;
self.addEventListener(
  'message',
  (
    event: MessageEvent<
      { catalog: Manifest[]; connections: typeof connections; workflows: typeof workflows } | { id: number; workflow: Workflow }
    >,
  ) => {
    if ('catalog' in event.data) ({ catalog, connections, workflows } = event.data);
    else self.postMessage({ id: event.data.id, problems: validate(event.data.workflow, catalog, connections, workflows) });
  },
);
