import { askPast, pastWants } from '#domain/admission/past.ts';
import { taskRuns } from '#domain/run/read.ts';
import { PretendHost } from '#domain/simulation/pretend-host.ts';
import { pretendWorld } from '#domain/simulation/pretend-world.ts';
import type { PastCase } from './case.ts';
import { caseWorkflow } from './case-workflow.ts';
import { judged, type Mismatch } from './judged.ts';
import { ownLists } from './own-lists.ts';
import { runResult, split } from './run-result.ts';

/** Tasks of a run that are success or skipped in all their copies. */
function metTasks({ plan, state }: PretendHost): string[] {
  const unmet = new Set<string>();
  const views = taskRuns(plan, state);
  for (const { task, status } of views) if (status !== 'success' && status !== 'skipped' && status !== 'removed') unmet.add(task);
  return [...new Set(views.map(({ task }) => task))].filter((task) => !unmet.has(task));
}

/** past: runs of consecutive days, each driven until it ends or nothing can move. */
export function judgePast(given: PastCase): Mismatch | null {
  const workflow = caseWorkflow(given);
  let previous: PretendHost | null = null;
  const results = given.runs.map((outcomes) => {
    const before: PretendHost | null = previous;
    const host: PretendHost = new PretendHost(workflow, {
      ...pretendWorld(workflow, ownLists(given, outcomes), ownLists(given, given.durations)),
      pastSatisfied(task) {
        const past = workflow.tasks.find(({ id }) => id === task)?.past;
        const below = workflow.edges.filter(({ from }) => from === task).map(({ to }) => to);
        const wants = pastWants(task, past, below);
        const met = before === null ? [] : metTasks(before);
        return askPast(new Map(), { run: 'this', task, previous: before === null ? null : 'before', wants, met }).length > 0;
      },
    });
    host.start();
    host.runToEnd();
    previous = host;
    return runResult(host);
  });
  return judged(given.id, given.expected.map(split), results);
}
