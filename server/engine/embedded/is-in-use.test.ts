import { afterEach, expect, it } from 'vitest';
import { EngineBench } from '../testing/engine-bench.ts';
import { noop, workflow } from '../testing/workflows.ts';
import { isInUse } from './is-in-use.ts';

let bench: EngineBench;
afterEach(() => bench.close());

const inUse = (runId: string) => isInUse(bench.store, bench.engine.decider, runId);

it('keeps the child of a run that goes on, and what a later run waits for, though they have ended', async () => {
  bench = await EngineBench.open();
  await bench.publish(workflow('inner', { a: noop }));
  const call = { operator: 'sub-workflow@1', config: { workflow: 'inner' } };
  await bench.publish(workflow('outer', { call, ask: { operator: 'approval@1', config: { message: 'Go on?' } } }, ['call>ask']));
  const { runId } = await bench.engine.creator.create({ workflowId: 'outer', runType: 'manual', by: null });
  const [child] = await bench.until(async () => {
    const children = await bench.store.childRuns.of([runId]);
    return children.length > 0 && (await bench.statuses(runId)).ask === 'awaiting_input' && children;
  });
  await bench.ended(child!.runId);
  expect(await inUse(child!.runId)).toBe(true);
  await bench.engine.acts.cancel(runId, null);
  await bench.ended(runId);
  expect(await inUse(child!.runId)).toBe(false);

  await bench.publish(workflow('past', { a: { operator: 'http@1', config: { url: 'nowhere' }, past: { dependsOnPast: true } } }));
  const first = await bench.run('past');
  const second = await bench.engine.creator.create({ workflowId: 'past', runType: 'manual', by: null });
  await bench.until(() => bench.engine.decider.admission.past.size > 0);
  expect(await inUse(first.id)).toBe(true);
  await bench.engine.acts.cancel(second.runId, null);
  await bench.ended(second.runId);
  expect(await inUse(first.id)).toBe(false);
});
