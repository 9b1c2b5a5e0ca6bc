import { z } from 'zod';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { instantSchema, type Workflow } from '#domain/definition/schema/workflow.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import { Exit, exitCodes } from './exit.ts';

const outcome = z.union([
  z.enum(['success', 'failed', 'failed_no_retry', 'skipped']),
  z.strictObject({ ports: z.array(z.string()) }),
  z.strictObject({ branch: z.array(z.string()) }),
  z.strictObject({ condition: z.boolean() }),
  z.strictObject({ list: z.number().int().min(0) }),
]);
const outcomes = z.record(z.string(), z.array(outcome));
const ms = z.number().min(0).max(1e12);
const scenario = z.strictObject({
  format: z.literal('drawloom/scenario@1'),
  outcomes: outcomes.optional(),
  durations: z.record(z.string(), z.array(ms).min(1)).optional(),
  failures: z.record(z.string(), z.number().min(0).max(1)).optional(),
  seed: z.string().max(200).optional(),
  copies: z.record(z.string(), z.number().int().min(0).max(1_000_000)).optional(),
  params: z.record(z.string(), z.json()).optional(),
  logicalTime: instantSchema.optional(),
  pools: z.record(z.string(), z.number().int().min(-1)).nullable().optional(),
});

/**
 * Reads a file of outcomes: either outcomes alone, by task, or a whole scenario (`"format": "drawloom/scenario@1"`, what the
 * designer's Simulation copies). A task that the workflow does not have is an error, since it is most often a slip of the pen.
 */
export function parseScenario(text: string, workflow: Workflow): Scenario {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Exit(exitCodes.problems, 'outcomes.json', `The outcomes are no JSON: ${(error as Error).message}`);
  }
  const whole = typeof json === 'object' && json !== null && Object.hasOwn(json, 'format');
  const parsed = whole ? scenario.safeParse(json) : outcomes.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Exit(
      exitCodes.problems,
      'outcomes.invalid',
      `The outcomes of /${issue?.path.join('/') ?? ''} are wrong: ${issue?.message ?? 'unknown shape'}.`,
    );
  }
  const found = whole
    ? asScenario(parsed.data as z.output<typeof scenario>)
    : { outcomes: parsed.data as z.output<typeof outcomes> };
  requireTasks(workflow, [found.outcomes, found.durations, found.failures, found.copies]);
  return found;
}

/** Refuses names of tasks that the workflow does not have. A copy of a mapped task is named `task[0]`; `*` is every other task. */
export function requireTasks(workflow: Workflow, named: readonly (Record<string, unknown> | undefined)[]): void {
  const known = new Set(['*', ...workflow.tasks.map(({ id }) => id), ...(workflow.groups ?? []).map(({ id }) => id)]);
  const names = named.flatMap((record) => Object.keys(record ?? {}));
  const unknown = names.filter((name) => !known.has(name.replace(/\[\d+\]$/, '')));
  if (unknown.length === 0) return;
  const ids = workflow.tasks.map(({ id }) => id);
  const there = ids.length === 0 ? 'It has none' : `It has ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''}`;
  throw new Exit(exitCodes.problems, 'outcomes.unknown-task', `The workflow has no task ${unknown.join(', ')}. ${there}.`);
}

function asScenario({ format: _, logicalTime, params, ...rest }: z.output<typeof scenario>): Scenario {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Scenario;
  return {
    ...given,
    ...(params === undefined ? {} : { params: params as JsonObject }),
    ...(logicalTime === undefined ? {} : { logicalTime: Date.parse(logicalTime) }),
  };
}
