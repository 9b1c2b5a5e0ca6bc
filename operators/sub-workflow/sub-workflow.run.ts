import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { InProcessRunner, Outcome, RunContext } from '#operators/runner.ts';

/** How the run ended, or that it was started. */
interface Child {
  runId: string;
  number: number;
  workflow: string;
  status: 'queued' | 'success' | 'failed' | 'cancelled';
  failed: { task: string; index?: number; reason: string | null }[];
}

const namesShown = 3;

async function end(child: Child, context: RunContext): Promise<Outcome> {
  const { runId, number, workflow, status, failed } = child;
  if (status === 'queued') return { type: 'done', output: { runId, number, workflow, status } };
  if (status === 'success') {
    const outputs = (await context.outputsOfRun?.(runId)) ?? {};
    return { type: 'done', output: { runId, number, workflow, status, outputs } };
  }
  if (status === 'cancelled')
    return { type: 'failed', error: { code: 'child', message: `run ${number} of ${workflow} was cancelled` }, retry: 'never' };
  const named = failed.slice(0, namesShown).map(({ task, index, reason }) => {
    const name = index === undefined ? task : `${task}[${index}]`;
    return reason ? `${name} (${reason})` : name;
  });
  const more = failed.length > namesShown ? ` and ${failed.length - namesShown} more` : '';
  const tasks = named.length === 0 ? '' : `: ${named.join(', ')}${more}`;
  return { type: 'failed', error: { code: 'child', message: `run ${number} of ${workflow} failed${tasks}` }, retry: 'policy' };
}

export const runner: InProcessRunner = {
  kind: 'in-process',
  bare: true,
  resumes: true,
  run(config, context) {
    const answer = context.woken?.answer;
    if (answer !== undefined) return end(answer as unknown as Child, context);
    const { workflow, params, wait } = config;
    return {
      type: 'child',
      workflow: String(workflow),
      params: (params as JsonObject | undefined) ?? {},
      wait: wait !== false,
    };
  },
};
