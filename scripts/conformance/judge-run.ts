import { PretendHost } from '#domain/simulation/pretend-host.ts';
import { pretendWorld } from '#domain/simulation/pretend-world.ts';
import type { RunCase } from './case.ts';
import { caseWorkflow } from './case-workflow.ts';
import { judged, type Mismatch } from './judged.ts';
import { ownLists } from './own-lists.ts';
import { runResult, split } from './run-result.ts';

/** plain, branch, failfast, setup, mapped: a whole run. */
export function judgeRun(given: RunCase): Mismatch | null {
  const workflow = caseWorkflow(given);
  const host = new PretendHost(
    workflow,
    pretendWorld(workflow, ownLists(given, given.outcomes), ownLists(given, given.durations)),
  );
  host.start();
  host.runToEnd();
  return judged(given.id, split(given.expected), runResult(host));
}
