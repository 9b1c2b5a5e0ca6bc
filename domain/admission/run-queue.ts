import type { AdmissionDecision, AdmissionEvent } from './events.ts';
import { newGate } from './gate.ts';
import { Heap } from './heap.ts';
import { open } from './slots.ts';
import type { AdmissionRun, AdmissionState, AdmissionWorkflow } from './state.ts';

/** Live runs before backfills, then logical time, then who came first. */
const runBefore = (a: AdmissionRun, b: AdmissionRun): boolean =>
  a.backfill !== b.backfill ? !a.backfill : a.logicalTime !== b.logicalTime ? a.logicalTime < b.logicalTime : a.seq < b.seq;

/** The workflow of this id; made with the limits of a workflow without settings when nobody has told them yet. */
export function workflowOf(state: AdmissionState, workflow: string): AdmissionWorkflow {
  let found = state.workflows.get(workflow);
  if (!found) {
    found = {
      workflow,
      limits: { maxActiveRuns: 16, concurrency: 'queue' },
      gate: newGate('workflow', workflow, Infinity),
      taskGates: new Map(),
      active: new Set(),
      queue: new Heap(runBefore),
    };
    state.workflows.set(workflow, found);
  }
  return found;
}

/** A run wants to begin: it begins, waits, is turned away, or supersedes the ones before it. */
export function queueRun(
  state: AdmissionState,
  event: Extract<AdmissionEvent, { type: 'runQueued' }>,
  touched: Set<string>,
  out: AdmissionDecision[],
): void {
  if (state.runs.has(event.run)) return;
  const workflow = workflowOf(state, event.workflow);
  const run: AdmissionRun = {
    run: event.run,
    workflow,
    logicalTime: event.logicalTime,
    backfill: event.backfill,
    seq: state.nextSeq++,
    active: event.active,
    paused: event.paused,
    superseded: false,
    entry: null,
    gate: newGate('run', event.run, event.active && !event.paused ? event.maxActiveTasks : 0),
    maxActiveTasks: event.maxActiveTasks,
    requests: new Map(),
    copyGates: new Map(),
  };
  const { maxActiveRuns, concurrency } = workflow.limits;
  if (event.active) {
    state.runs.set(run.run, run);
    workflow.active.add(run);
    return;
  }
  const full = workflow.active.size >= maxActiveRuns;
  if (full && concurrency === 'skip' && !event.reopened) {
    const names = [...workflow.active].slice(0, 3).map((each) => each.run);
    out.push({
      type: 'runRefused',
      run: run.run,
      reason: {
        code: 'run.concurrency',
        message: `${workflow.active.size} of ${maxActiveRuns} runs of ${workflow.workflow} are active (${names.join(', ')}), and its setting is to skip.`,
      },
    });
    return;
  }
  state.runs.set(run.run, run);
  run.entry = workflow.queue.push(run);
  if (concurrency === 'cancel-previous' && !event.backfill && !event.reopened) supersede(state, workflow, run, out);
  startRuns(state, workflow, touched, out);
  startAwaited(state, run.run, touched, out);
}

/** Cancels the oldest live runs of the workflow, as many as leaves room for the new one. */
function supersede(state: AdmissionState, workflow: AdmissionWorkflow, run: AdmissionRun, out: AdmissionDecision[]): void {
  const others: AdmissionRun[] = [];
  for (const other of state.runs.values())
    if (other.workflow === workflow && other !== run && !other.backfill && !other.superseded) others.push(other);
  others.sort((a, b) => (runBefore(a, b) ? -1 : 1));
  for (const other of others.slice(0, Math.max(0, others.length + 1 - workflow.limits.maxActiveRuns))) {
    other.superseded = true;
    out.push({ type: 'runSuperseded', run: other.run, by: run.run });
  }
}

/**
 * Lets queued runs begin while there is room; until then nothing of them is admitted. A paused run keeps its place and lets
 * the others by.
 */
export function startRuns(
  state: AdmissionState,
  workflow: AdmissionWorkflow,
  touched: Set<string>,
  out: AdmissionDecision[],
): void {
  const passed: AdmissionRun[] = [];
  while (workflow.active.size < workflow.limits.maxActiveRuns) {
    const run = workflow.queue.pop();
    if (!run) break;
    run.entry = null;
    if (run.paused) {
      passed.push(run);
      continue;
    }
    begin(state, run, touched, out);
  }
  for (const run of passed) run.entry = workflow.queue.push(run);
}

/**
 * Lets a queued run begin over the limit when another waits for it as its past: that one holds the place which this one waits
 * for, and neither would ever end. A paused run does not begin.
 */
export function startAwaited(state: AdmissionState, id: string, touched: Set<string>, out: AdmissionDecision[]): void {
  const run = state.runs.get(id);
  if (!run || run.active || run.paused || !state.past.has(id)) return;
  if (run.entry) run.entry.heap.remove(run.entry);
  run.entry = null;
  begin(state, run, touched, out);
}

function begin(state: AdmissionState, run: AdmissionRun, touched: Set<string>, out: AdmissionDecision[]): void {
  run.active = true;
  run.workflow.active.add(run);
  out.push({ type: 'runAdmitted', run: run.run });
  run.gate.limit = run.maxActiveTasks;
  open(state, run.gate, touched);
}
