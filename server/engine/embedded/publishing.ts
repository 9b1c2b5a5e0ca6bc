import { definitionHash } from '#domain/definition/hash.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { settingsSchema, type Workflow, type WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';
import { Refusal } from '#server/refusal.ts';
import type { ScheduledRuns } from '#server/scheduler/scheduled-runs.ts';
import { knownWorkflows } from '#server/store/known-workflows.ts';
import type { Store, WorkflowRow } from '#server/store/store.ts';
import type { Breakers } from './breakers.ts';
import type { VersionCache } from './version-cache.ts';

type WorkflowSettings = NonNullable<Workflow['settings']>;

export interface PublishingParts {
  store: Store;
  versions: VersionCache;
  scheduled: ScheduledRuns;
  breakers: Pick<Breakers, 'published'>;
  /** What the workflow says now about how much of it may be active. */
  limits(workflowId: string, settings: WorkflowSettings): void;
  catalog: readonly Manifest[];
  now(): number;
}

/**
 * Versions and switches: what decides which definition runs, and when. One act at a time, so that marks and versions are
 * read and written by nobody else in between.
 */
export class Publishing {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: PublishingParts) {}

  /** Refuses `draft.conflict` (409, another revision), `workflow.invalid` (422, with all problems), `workflow.unknown` (404). */
  publish(input: { workflowId: string; revision: number; message: string; by: string | null }): Promise<{ version: number }> {
    return this.alone(async () => {
      const { store, versions, scheduled, now } = this.parts;
      const { workflowId, revision, message, by } = input;
      const workflow = await this.workflow(workflowId);
      const draft = await store.drafts.get(workflowId);
      if (!draft) throw new Refusal('draft.missing', 'The workflow has no draft to publish.', 409);
      if (draft.revision !== revision)
        throw new Refusal('draft.conflict', 'The draft was changed meanwhile. Look at it again, then publish.', 409, {
          current: draft,
        });
      const parsed = await this.validated(draft.definition);
      const before = workflow.enabled && workflow.version !== null ? await store.versions.newest(workflowId) : null;
      // Marks first: what falls due between the two writes is decided by the version that was in force.
      if (workflow.enabled) await scheduled.book.open(workflowId, draft.definition, before?.definition ?? null, now());
      const row = await store.versions.publish(workflowId, draft.definition, definitionHash(parsed), message, by, now());
      versions.changed(workflowId);
      this.parts.limits(workflowId, parsed.settings ?? settingsSchema.parse({}));
      await this.parts.breakers.published(workflowId);
      await scheduled.refresh(workflowId);
      return { version: row.version };
    });
  }

  /** Switching on never starts a run unasked; without a version it is refused (`workflow.unpublished`, 409). */
  setEnabled(workflowId: string, enabled: boolean): Promise<{ enabled: boolean }> {
    return this.alone(async () => {
      const { store, scheduled, now } = this.parts;
      const workflow = await this.workflow(workflowId);
      if (enabled && !workflow.enabled) {
        const newest = await store.versions.newest(workflowId);
        if (!newest)
          throw new Refusal('workflow.unpublished', 'This workflow has no version yet. Publish it, then switch it on.', 409);
        await scheduled.book.open(workflowId, newest.definition, null, now());
      }
      await store.workflows.setEnabled(workflowId, enabled, now());
      await scheduled.refresh(workflowId);
      return { enabled };
    });
  }

  setTriggerEnabled(workflowId: string, triggerId: string, enabled: boolean): Promise<void> {
    return this.alone(async () => {
      const { store, scheduled, now } = this.parts;
      await this.workflow(workflowId);
      const newest = await store.versions.newest(workflowId);
      const parsed = newest && parseWorkflow(newest.definition);
      const trigger = parsed?.ok ? parsed.workflow.triggers.find(({ id }) => id === triggerId) : undefined;
      if (!trigger)
        throw new Refusal('trigger.unknown', `The published workflow has no trigger ${triggerId}. Publish it first.`, 404);
      await scheduled.book.setEnabled(workflowId, trigger, enabled, now());
      await scheduled.refresh(workflowId);
    });
  }

  /** Its runs and versions stay, and what runs goes on; nothing new begins. */
  remove(workflowId: string): Promise<void> {
    return this.alone(async () => {
      await this.workflow(workflowId);
      await this.parts.store.workflows.remove(workflowId, this.parts.now());
      this.parts.versions.changed(workflowId);
      await this.parts.scheduled.refresh(workflowId);
    });
  }

  /** Brings a deleted workflow back as it was, but for occurrences that fell due meanwhile: nobody is owed those. */
  restore(workflowId: string): Promise<void> {
    return this.alone(async () => {
      const { store, scheduled, versions, now } = this.parts;
      if (!(await store.workflows.restore(workflowId, now())))
        throw new Refusal('workflow.unknown', `There is no deleted workflow ${workflowId}.`, 404);
      const newest = await store.versions.newest(workflowId);
      if (newest) await scheduled.book.open(workflowId, newest.definition, null, now());
      versions.changed(workflowId);
      await scheduled.refresh(workflowId);
    });
  }

  private async validated(definition: WorkflowFile): Promise<Workflow> {
    const parsed = parseWorkflow(definition);
    const problems = parsed.ok
      ? validate(parsed.workflow, [...this.parts.catalog], null, await knownWorkflows(this.parts.store, [parsed.workflow]))
      : parsed.problems;
    const errors = problems.filter(({ level }) => level === 'error');
    if (parsed.ok && errors.length === 0) return parsed.workflow;
    const others = errors.length - 1;
    const more = others === 0 ? '' : others === 1 ? ' There is 1 more.' : ` There are ${others} more.`;
    throw new Refusal('workflow.invalid', `It cannot be published: ${errors[0]?.message ?? ''}${more}`, 422, { problems });
  }

  private async workflow(workflowId: string): Promise<WorkflowRow> {
    const row = await this.parts.store.workflows.get(workflowId);
    if (!row || row.deletedAt !== null) throw new Refusal('workflow.unknown', `There is no workflow ${workflowId}.`, 404);
    return row;
  }

  private alone<T>(act: () => Promise<T>): Promise<T> {
    const done = this.last.then(act);
    this.last = done.catch(() => {});
    return done;
  }
}
