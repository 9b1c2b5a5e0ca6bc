import { pastMet } from '#domain/run/past-met.ts';
import { PretendHost } from '#domain/simulation/pretend-host.ts';
import { pretendWorld } from '#domain/simulation/pretend-world.ts';
import type { PastCase } from './case.ts';
import { caseWorkflow } from './case-workflow.ts';
import { judged, type Mismatch } from './judged.ts';
import { ownLists } from './own-lists.ts';
import { runResult, split } from './run-result.ts';

/** past: runs of consecutive days, each driven until it ends or nothing can move. */
export function judgePast(given: PastCase): Mismatch | null {
  const workflow = caseWorkflow(given);
  let previous: PretendHost | null = null;
  const results = given.runs.map((outcomes) => {
    const before: PretendHost | null = previous;
    const host: PretendHost = new PretendHost(workflow, {
      ...pretendWorld(workflow, ownLists(given, outcomes), ownLists(given, given.durations)),
      pastSatisfied: (task) => pastMet(host.plan, task, host.plan, before === null ? null : before.state),
    });
    host.start();
    host.runToEnd();
    previous = host;
    return runResult(host);
  });
  return judged(given.id, given.expected.map(split), results);
}
