import { definitionHash } from '#domain/definition/hash.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { runView, taskRuns } from '#domain/run/read.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import type { Host, HostAct, HostRun } from '../host.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Engine } from './engine.ts';
import { loadRun } from './load-run.ts';

/** The embedded engine as a host. Runs are of drafts: nothing is published by starting one. The engine is the caller's to stop. */
export function embeddedHost(engine: Engine, by: string | null = null): Host {
  const { acts, creator, decider, store, versions } = engine;
  const active = (runId: string) => decider.runs.get(runId);
  const look = async (runId: string): Promise<HostRun> => {
    const run = active(runId);
    if (run) return view(run);
    const row = await store.runs.get(runId);
    if (!row) throw new Refusal('run.unknown', `There is no run ${runId}.`, 404);
    return view(await loadRun(store, row, versions));
  };
  return {
    async start({ workflow, params, runType = 'manual', logicalTime }) {
      const { id, name, tags = [] } = workflow;
      await store.workflows.create({ id, project: '', name, tags, createdBy: by }, workflow, engine.now());
      const { runId } = await creator.create({
        workflowId: id,
        draft: workflow,
        runType,
        ...(params ? { params } : {}),
        ...(logicalTime === undefined ? {} : { logicalTime }),
        by,
      });
      return runId;
    },
    async deliver(runId, act: HostAct) {
      const { type, ...rest } = act;
      if (type === 'cancel') await acts.cancel(runId, by);
      else if (type === 'pause' || type === 'resume') await acts.pause(runId, type === 'pause', by);
      else if (type === 'clear') await acts.clear(runId, rest as Extract<HostAct, { type: 'clear' }>, by);
      else if (type === 'answer') await acts.wake(runId, rest as Extract<HostAct, { type: 'answer' }>, by);
      else if (act.type === 'force') await acts.force(runId, rest as Extract<HostAct, { type: 'force' }>, by);
      else await acts.mark(runId, rest as Extract<HostAct, { type: 'mark' }>, by);
    },
    subscribe: (listener) => engine.subscribe((run, events) => listener(run.facts.id, events)),
    look,
    ended: (runId) =>
      new Promise((resolve, reject) => {
        const end = engine.onTurn(() => {
          const run = active(runId);
          // Out of memory is out of work: it has ended, and nothing of it is under way.
          if (run) return;
          end();
          look(runId).then(
            (found) => (isRunFinished(found.status) ? resolve(found) : reject(new Error(`Run ${runId} was lost.`))),
            reject,
          );
        });
      }),
    async publish(workflow) {
      const parsed = parseWorkflow(workflow);
      if (!parsed.ok) throw new Refusal('workflow.invalid', parsed.problems[0]?.message ?? '', 422, parsed);
      const { id, name, tags = [] } = workflow;
      await store.workflows.create({ id, project: '', name, tags, createdBy: by }, workflow, engine.now());
      await store.versions.publish(id, workflow, definitionHash(parsed.workflow), '', by, engine.now());
      versions.changed(id);
    },
    async setPool(name, slots) {
      await store.pools.put({ name, slots, description: '' });
      await engine.loop.command(() => decider.tell({ type: 'poolChanged', pool: name, slots }));
    },
    close: () => Promise.resolve(),
  };
}

function view({ facts, compiled: { plan }, state }: ActiveRun): HostRun {
  const { status, reason } = runView(plan, state);
  return { runId: facts.id, runType: facts.runType, status, reason, tasks: taskRuns(plan, state) };
}
