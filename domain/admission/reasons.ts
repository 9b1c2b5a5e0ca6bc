import type { Claim } from './events.ts';
import type { Gate } from './gate.ts';
import { pastMissing } from './past.ts';
import { candidates, isStarved, type Pool } from './pool.ts';
import type { Reason } from './reason.ts';
import type { Request } from './request.ts';
import { poolOf, requestOf, type AdmissionRun, type AdmissionState } from './state.ts';

/** What people call a run and a workflow, by id. */
export interface AdmissionNames {
  run(id: string): string;
  workflow(id: string): string;
}
const ids: AdmissionNames = { run: (id) => id, workflow: (id) => id };

const runPaused: Reason = { code: 'run.paused', message: 'The run is paused.' };

const named = 3;
const list = (names: string[], total: number): string =>
  names.length < total ? `${names.join(', ')} and ${total - names.length} more` : names.join(', ');

/**
 * Why this request is not admitted: every condition that is not met now, with names. Empty when it is admitted, or when
 * nobody asked for it. `names` says how runs and workflows are called; by default by their ids.
 */
export function reasons(state: AdmissionState, claim: Claim, names: AdmissionNames = ids): Reason[] {
  const request = requestOf(state, claim);
  if (!request || request.held) return [];
  const run = state.runs.get(claim.run);
  const out: Reason[] = [];
  const ofRun = run && (run.paused ? runPaused : runReason(state, run.run, names));
  if (ofRun) out.push(ofRun);
  for (const gate of request.gates)
    if (gate.used >= gate.limit && !(ofRun && gate.kind === 'run')) out.push(gateReason(gate, names, behind(state, gate, names)));
  const pool = poolOf(state, request.wish.pool);
  const { slots } = request.wish;
  if (!pool.known) out.push({ code: 'pool.unknown', message: `There is no pool ${pool.name}; make it, or choose another.` });
  else if (slots > pool.size)
    out.push({
      code: 'pool.too-small',
      message: `Pool ${pool.name} has ${pool.size} slots, and the task wants ${slots}; enlarge the pool.`,
    });
  else if (slots > pool.size - pool.used) out.push({ code: 'pool.full', message: `Pool ${pool.name} ${usedBy(pool, names)}` });
  else if (out.length === 0) {
    const best = candidates(pool)?.best;
    if (best && best !== request && isStarved(pool, best))
      out.push({
        code: 'pool.reserved',
        message: `Slots of pool ${pool.name} are kept for ${holder(best, names)}, which needs ${best.wish.slots}.`,
      });
  }
  return out;
}

/** Why a run has not begun, or null. */
export function runReason(state: AdmissionState, id: string, names: AdmissionNames = ids): Reason | null {
  const run = state.runs.get(id);
  if (!run || run.active) return null;
  if (run.paused) return runPaused;
  const { active, limits, workflow } = run.workflow;
  return {
    code: 'run.queued',
    message: `${active.size} of ${limits.maxActiveRuns} runs of ${names.workflow(workflow)} are active: ${list(first(active, names), active.size)}.`,
  };
}

/** What a task waits for in the previous run, or null. */
export function pastReason(state: AdmissionState, run: string, task: string, names: AdmissionNames = ids): Reason | null {
  const missing = pastMissing(state.past, run, task);
  if (!missing) return null;
  return {
    code: 'past.waiting',
    message: `Waits for ${missing.tasks.join(', ')} of the run before (${names.run(missing.previous)}): success or skipped there.`,
  };
}

const first = (runs: Iterable<AdmissionRun>, names: AdmissionNames): string[] =>
  [...runs].slice(0, named).map(({ run }) => names.run(run));

/** `by`: who is behind the gate, with what comes before it in the sentence; empty when nobody is known. */
function gateReason(gate: Gate, names: AdmissionNames, by: string): Reason {
  const count = `${gate.used} of ${gate.limit}`;
  switch (gate.kind) {
    case 'run':
      return { code: 'limit.run', message: `${count} tasks of this run are active${by}.` };
    case 'workflow':
      return { code: 'limit.workflow', message: `${count} tasks of workflow ${names.workflow(gate.name)} are active${by}.` };
    case 'task':
      return { code: 'limit.task', message: `${count} of task ${taskName(gate.name, names)} are active in all runs${by}.` };
    case 'copies':
      return { code: 'limit.copies', message: `${count} copies of the task are active${by}.` };
  }
}

/** Who holds a place behind a gate: tasks of the run itself by their ids, others with their run. */
function behind(state: AdmissionState, gate: Gate, names: AdmissionNames): string {
  const found: string[] = [];
  const own = gate.kind === 'run' || gate.kind === 'copies';
  for (const pool of state.pools.values())
    for (const request of pool.holders) {
      if (!request.gates.includes(gate)) continue;
      found.push(own ? taskOf(request) : holder(request, names));
      if (found.length === named) return `: ${list(found, gate.used)}`;
    }
  return found.length === 0 ? '' : `: ${list(found, gate.used)}`;
}

/** `workflow.task` with the workflow as people call it. */
function taskName(gate: string, names: AdmissionNames): string {
  const dot = gate.lastIndexOf('.');
  return `${gate.slice(dot + 1)} of ${names.workflow(gate.slice(0, dot))}`;
}

function usedBy(pool: Pool, names: AdmissionNames): string {
  const holders = [...pool.holders].slice(0, named).map((request) => holder(request, names));
  return `${pool.used}/${pool.size} used by ${list(holders, pool.holders.size)}.`;
}

const taskOf = ({ wish }: Request): string => `${wish.task}${wish.index < 0 ? '' : `[${wish.index}]`}`;
const holder = (request: Request, names: AdmissionNames): string => `${names.run(request.wish.run)}/${taskOf(request)}`;
