import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunEffect } from '../effects.ts';
import type { AttemptResult, RunEvent } from '../events.ts';
import { machineVersion } from '../machine-version.ts';
import { compilePlan, type Plan } from '../plan.ts';
import { runView, taskRun, taskRuns } from '../read.ts';
import { refText } from '../ref.ts';
import type { TaskRunStatus } from '../status.ts';
import { newRun, transition, type RunState } from '../transition.ts';

type Untimed<E> = E extends unknown ? Omit<E, 'at'> & { at?: number } : never;
type Created = Partial<Extract<RunEvent, { type: 'runCreated' }>>;
export type ProbeEvent = Untimed<RunEvent>;
/** An answer in short: a failure is retried by its policy. */
export type ProbeResult = 'success' | 'failed' | 'failed_no_retry' | 'skipped' | AttemptResult;

/** A run in the hands of a test: it says what happens, one event after the other, and looks at what the machine makes of it. */
export class RunProbe {
  plan: Plan;
  readonly events: RunEvent[] = [];
  state: RunState;
  /** Of the last event. */
  effects: RunEffect[] = [];
  at = 1000;

  constructor(workflow: Workflow, created: Created = {}) {
    this.plan = compilePlan(workflow);
    this.state = newRun(this.plan);
    const times = { logicalTime: 0, dataIntervalStart: 0, dataIntervalEnd: 0 };
    this.send({ type: 'runCreated', runType: 'scheduled', ...times, params: {}, machine: machineVersion, ...created });
  }

  /** Admits the run. */
  start(): this {
    this.send({ type: 'runAdmitted' });
    return this;
  }

  /** An event that must be taken. Time stands still unless the event says otherwise. */
  send(event: ProbeEvent): RunEffect[] {
    const refused = this.try(event);
    if (refused !== null) throw new Error(`${event.type} was refused: ${refused}`);
    return this.effects;
  }

  /** An event that may be refused: gives the code of the refusal, or null. */
  try(event: ProbeEvent): string | null {
    const timed = { ...event, at: event.at ?? this.at } as RunEvent;
    const next = transition(this.plan, this.state, timed);
    if (!next.ok) return next.refused.split(':')[0]!;
    this.at = timed.at;
    this.state = next.state;
    this.effects = next.effects;
    this.events.push(timed);
    return null;
  }

  /** The run goes on with another version, and these are cleared; gives the code of a refusal, or null. */
  move(workflow: Workflow, ...tasks: string[]): string | null {
    return this.moveWith(workflow, { tasks: tasks.map(ref) });
  }

  /** The same, as the event says. */
  moveWith(workflow: Workflow, said: Partial<Extract<RunEvent, { type: 'runMoved' }>>): string | null {
    const to = compilePlan(workflow);
    const act = { by: 'ann', from: 1, to: 2, tasks: [], params: {}, at: this.at };
    const event: RunEvent = { type: 'runMoved', ...act, ...said };
    const next = transition(this.plan, this.state, event, () => to);
    if (!next.ok) return next.refused.split(':')[0]!;
    this.plan = to;
    this.state = next.state;
    this.effects = next.effects;
    this.events.push(event);
    return null;
  }

  /** Admits and starts the attempt that is asked for. */
  begin(name: string): void {
    const attempt = this.attempt(name);
    this.send({ type: 'admitted', ...ref(name), attempt, token: 'token' });
    this.send({ type: 'attemptStarted', ...ref(name), attempt });
  }

  /** Ends the attempt of a task run, which is begun first when it only was asked for. */
  end(name: string, result: ProbeResult = 'success'): RunEffect[] {
    if (this.status(name) === 'scheduled') this.begin(name);
    return this.send({ type: 'attemptEnded', ...ref(name), attempt: this.attempt(name), result: resultOf(result) });
  }

  attempt(name: string): number {
    const { task, index } = ref(name);
    return taskRun(this.plan, this.state, task, index)!.attempt;
  }

  status(name: string): TaskRunStatus {
    const { task, index } = ref(name);
    return taskRun(this.plan, this.state, task, index)!.status;
  }

  /** All statuses as one line, `a:success b:none`, by id. */
  get line(): string {
    return taskRuns(this.plan, this.state)
      .map((view) => `${refText(view)}:${view.status}`)
      .sort()
      .join(' ');
  }

  /** How the run stands: `failed (deadlock: a)`. */
  get run(): string {
    const { status, reason } = runView(this.plan, this.state);
    return reason === null ? status : `${status} (${reason})`;
  }

  /** Effects of the last event in short: `requestAdmission b`, `stopAttempt a timeout`. */
  get did(): string[] {
    return this.effects.map((effect) => {
      const name = 'task' in effect ? ` ${refText(effect)}` : '';
      const more =
        'why' in effect
          ? ` ${effect.why}`
          : 'timer' in effect
            ? ` ${effect.timer}`
            : 'status' in effect
              ? ` ${effect.status}`
              : '';
      return `${effect.type}${name}${more}`;
    });
  }
}

/** `m[2]` as a reference. */
function ref(name: string): { task: string; index?: number } {
  const copy = /^(.*)\[(\d+)\]$/.exec(name);
  return copy === null ? { task: name } : { task: copy[1]!, index: Number(copy[2]) };
}

function resultOf(result: ProbeResult): AttemptResult {
  if (typeof result !== 'string') return result;
  if (result === 'success' || result === 'skipped') return { type: result };
  return { type: 'failed', error: { code: 'exit', message: 'exit 1' }, retry: result === 'failed' ? 'policy' : 'never' };
}
