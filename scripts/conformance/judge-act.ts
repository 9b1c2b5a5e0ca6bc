import { previewAct, type ActEvent } from '#domain/run/preview-act.ts';
import { refText } from '#domain/run/ref.ts';
import { taskRun } from '#domain/run/read.ts';
import { PretendHost } from '#domain/simulation/pretend-host.ts';
import { pretendWorld } from '#domain/simulation/pretend-world.ts';
import type { ActCase } from './case.ts';
import { caseWorkflow } from './case-workflow.ts';
import { judged, type Mismatch } from './judged.ts';
import { ownLists } from './own-lists.ts';
import { runResult, split, statusesOf } from './run-result.ts';

const actAt = 10_000_000;

/** acts: a run to its end, an act of a person, and the run going on. */
export function judgeAct(given: ActCase): Mismatch | null {
  const workflow = caseWorkflow(given);
  const durations = ownLists(given, given.durations);
  const host = new PretendHost(workflow, pretendWorld(workflow, ownLists(given, given.outcomes), durations));
  host.start();
  host.runToEnd();
  const before = runResult(host);
  const made = host.attempts.length;
  host.world = pretendWorld(workflow, ownLists(given, given.outcomesAfter), durations);
  host.now = actAt;
  const act = actEvent(given.act);
  const preview = previewAct(host.plan, host.state, act);
  const changed = preview.ok
    ? preview.changed
        .filter((view) => taskRun(host.plan, host.state, view.task, view.index)?.status !== view.status)
        .map(refText)
        .sort()
    : [];
  const statesAfterAct = statusesOf({ plan: host.plan, state: preview.ok ? preview.state : host.state });
  const runAfterAct = preview.ok ? preview.run.status : host.view.status;
  host.deliver(act);
  host.runToEnd();
  const { expected } = given;
  return judged(
    given.id,
    { ...expected, changed: [...expected.changed].sort(), before: split(expected.before), after: split(expected.after) },
    { before, changed, statesAfterAct, runAfterAct, after: runResult(host, made) },
  );
}

function actEvent(act: ActCase['act']): ActEvent {
  const common = { at: actAt, by: 'tables', upstream: act.upstream, downstream: act.downstream };
  return act.kind === 'clear'
    ? { type: 'tasksCleared', ...common, tasks: act.tasks.map((task) => ({ task })), onlyFailed: act.onlyFailed }
    : { type: 'taskMarked', ...common, task: act.task, status: act.state };
}
