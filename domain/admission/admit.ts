import type { AdmissionDecision, AdmissionEvent, Wish } from './events.ts';
import { askPast, changePast, leavePast } from './past.ts';
import { enqueue } from './pool.ts';
import { requestKey, type Request } from './request.ts';
import { queueRun, startAwaited, startRuns, workflowOf } from './run-queue.ts';
import { end, forget, open, pump, take } from './slots.ts';
import { gateIn, poolOf, requestOf, type AdmissionRun, type AdmissionState } from './state.ts';

/**
 * The second pure machine: `(state, event) → { state, out }`, synchronous, total, deterministic. The state that went in is
 * spent (see `AdmissionState`). An event that fits nothing changes nothing and gives nothing.
 */
export function admit(state: AdmissionState, event: AdmissionEvent): { state: AdmissionState; out: AdmissionDecision[] } {
  const out: AdmissionDecision[] = [];
  const touched = new Set<string>();
  switch (event.type) {
    case 'poolChanged':
    case 'poolRemoved':
      resizePool(state, event.pool, event.type === 'poolChanged' ? event.slots : null, touched);
      break;
    case 'workflowChanged':
      changeWorkflow(state, event, touched, out);
      break;
    case 'runQueued':
      queueRun(state, event, touched, out);
      break;
    case 'runLimited':
      limitRun(state, event.run, event.maxActiveTasks, touched);
      break;
    case 'runPaused':
    case 'runResumed':
      pauseRun(state, event.run, event.type === 'runPaused', touched, out);
      break;
    case 'runEnded':
      endRun(state, event.run, touched, out);
      break;
    case 'requested':
    case 'held':
      request(state, event, event.type === 'held', touched);
      break;
    case 'released': {
      const found = requestOf(state, event);
      if (!found) break;
      forget(state, found);
      for (const pool of end(state, found)) touched.add(pool);
      break;
    }
    case 'pastAsked':
      out.push(...askPast(state.past, event));
      if (event.previous !== null) startAwaited(state, event.previous, touched, out);
      break;
    case 'pastChanged':
      out.push(...changePast(state.past, event.run, event.task, event.met));
      break;
  }
  pump(state, touched, out);
  return { state, out };
}

function resizePool(state: AdmissionState, name: string, slots: number | null, touched: Set<string>): void {
  const pool = poolOf(state, name);
  pool.known = slots !== null;
  pool.size = slots === null ? 0 : slots < 0 ? Infinity : slots;
  touched.add(name);
}

function changeWorkflow(
  state: AdmissionState,
  event: Extract<AdmissionEvent, { type: 'workflowChanged' }>,
  touched: Set<string>,
  out: AdmissionDecision[],
): void {
  const workflow = workflowOf(state, event.workflow);
  workflow.limits = event.limits;
  workflow.gate.limit = event.limits.maxActiveTasksPerWorkflow ?? Infinity;
  open(state, workflow.gate, touched);
  startRuns(state, workflow, touched, out);
}

function pauseRun(state: AdmissionState, id: string, paused: boolean, touched: Set<string>, out: AdmissionDecision[]): void {
  const run = state.runs.get(id);
  if (!run || run.paused === paused) return;
  run.paused = paused;
  run.gate.limit = paused || !run.active ? 0 : run.maxActiveTasks;
  if (paused) return;
  open(state, run.gate, touched);
  startRuns(state, run.workflow, touched, out);
  startAwaited(state, id, touched, out);
}

function limitRun(state: AdmissionState, id: string, maxActiveTasks: number, touched: Set<string>): void {
  const run = state.runs.get(id);
  if (!run) return;
  run.maxActiveTasks = maxActiveTasks;
  if (run.paused || !run.active) return;
  run.gate.limit = maxActiveTasks;
  open(state, run.gate, touched);
}

function endRun(state: AdmissionState, id: string, touched: Set<string>, out: AdmissionDecision[]): void {
  leavePast(state.past, id);
  const run = state.runs.get(id);
  if (!run) return;
  state.runs.delete(id);
  for (const each of run.requests.values()) for (const pool of end(state, each)) touched.add(pool);
  run.requests.clear();
  if (run.entry) run.entry.heap.remove(run.entry);
  run.workflow.active.delete(run);
  startRuns(state, run.workflow, touched, out);
}

function request(state: AdmissionState, wish: Wish, held: boolean, touched: Set<string>): void {
  const run = state.runs.get(wish.run);
  const key = requestKey(wish);
  if (!run || run.requests.has(key)) return;
  const made: Request = {
    wish,
    logicalTime: run.logicalTime,
    seq: state.nextSeq++,
    gates: gatesOf(state, run, wish, touched),
    held: false,
    entry: null,
    behind: null,
    wokenBy: null,
    overtaken: 0,
  };
  run.requests.set(key, made);
  const pool = poolOf(state, wish.pool);
  if (held) take(pool, made);
  else {
    enqueue(pool, made);
    touched.add(pool.name);
  }
}

function gatesOf(state: AdmissionState, run: AdmissionRun, wish: Wish, touched: Set<string>): Request['gates'] {
  const { workflow } = run;
  const gates = [run.gate, workflow.gate];
  if (wish.perWorkflow !== undefined) {
    const gate = gateIn(workflow.taskGates, wish.task, 'task', `${workflow.workflow}.${wish.task}`, wish.perWorkflow);
    if (gate.limit !== wish.perWorkflow) {
      // A newer version says otherwise; the newest word counts.
      gate.limit = wish.perWorkflow;
      open(state, gate, touched);
    }
    gates.push(gate);
  }
  if (wish.maxParallel !== undefined)
    gates.push(gateIn(run.copyGates, wish.task, 'copies', `${run.run}/${wish.task}`, wish.maxParallel));
  return gates;
}
