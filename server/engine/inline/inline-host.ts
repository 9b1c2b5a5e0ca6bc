import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { leafTasks } from '#domain/run/leaf-tasks.ts';
import { runView, taskRuns } from '#domain/run/read.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import type { Host, HostAct, HostListener, HostRequest, HostRun } from '../host.ts';
import type { ChildRequest, Performer, PerformerReports } from '../perform/performer.ts';
import type { ActiveRun, RunFacts } from '../turn/active-run.ts';
import { attemptJob } from '../turn/attempt-job.ts';
import { beginRun, resumeRun, type Beginning } from '../turn/begin-run.ts';
import { childDepth } from '../turn/child-depth.ts';
import { childEnded } from '../turn/child-ended.ts';
import { compileVersion, scopeOf, type CompiledVersion } from '../turn/compiled-version.ts';
import { Decider } from '../turn/decider.ts';
import { tellLists } from '../turn/map-lists.ts';
import { newActiveRun } from '../turn/new-active-run.ts';
import type { OpenAttempt } from '../turn/open-attempt.ts';
import { refOf } from '../turn/ref-of.ts';
import { HostReports } from '../turn/reports.ts';
import { wakeAttempt } from '../turn/wake-attempt.ts';
import { Timers } from '../turn/timers.ts';

/** What the inline host gives its performer: the same time, and a way to let it pass. */
export interface InlineWorld {
  now(): number;
  /** Calls back when so much virtual time has passed. */
  after(ms: number, what: () => void): void;
}

/**
 * A host without a store, with a virtual clock: time passes only when nothing else is left to do, so a run of hours is over
 * at once. The same decider as the embedded host's; for tests, simulations and trying a task.
 */
export class InlineHost implements Host, InlineWorld {
  private readonly decider: Decider;
  private readonly performer: Performer;
  private readonly timers = new Timers();
  private readonly runs = new Map<string, ActiveRun>();
  private readonly published = new Map<string, CompiledVersion>();
  private readonly listeners = new Set<HostListener>();
  private inbox: (() => void)[] = [];
  private clock: number;
  private count = 0;

  constructor(makePerformer: (reports: PerformerReports, world: InlineWorld) => Performer, startAt = 0) {
    this.clock = startAt;
    this.decider = new Decider({
      now: () => this.clock,
      newToken: () => `token-${++this.count}`,
      readOutput: (run, task) => Promise.resolve(this.output(run, task)),
      readArtifacts: () => Promise.resolve([]),
      prepareChild: async (open, wanted) => this.prepareChild(open, wanted),
      outputsOfRun: (runId) => Promise.resolve(this.leafOutputs(this.find(runId))),
      later: (decide) => void this.inbox.push(decide),
      soon: (decide) => void this.inbox.push(decide),
      decided: (decide) =>
        new Promise((resolve) => {
          this.inbox.push(() => {
            decide();
            resolve();
          });
        }),
    });
    this.performer = makePerformer(new HostReports(this.decider), this);
  }

  now(): number {
    return this.clock;
  }

  after(ms: number, what: () => void): void {
    this.timers.set(`after ${++this.count}`, this.clock + ms, what);
  }

  async start({ workflow, params = {}, runType = 'manual', logicalTime = this.clock }: HostRequest): Promise<string> {
    const { run, beginning } = await this.prepare(this.compile(workflow), { params, runType, logicalTime });
    const reason = beginRun(this.decider, run, beginning);
    if (reason) throw new Refusal(reason.code, reason.message, 409);
    this.turn();
    return run.facts.id;
  }

  publish(workflow: WorkflowFile): Promise<void> {
    return Promise.resolve().then(() => void this.published.set(workflow.id, this.compile(workflow)));
  }

  deliver(runId: string, act: HostAct): Promise<void> {
    return Promise.resolve().then(() => {
      const run = this.find(runId);
      const { finished } = this.view(run);
      if (finished && act.type !== 'clear' && act.type !== 'force' && act.type !== 'mark')
        throw new Refusal('run.finished', 'The run has ended already.', 409);
      if (act.type === 'pause') this.decider.tell({ type: 'runPaused', run: runId });
      if (finished) resumeRun(this.decider, run, { active: true, paused: false });
      const refused = act.type === 'answer' ? this.answer(run, act) : this.decider.apply(run, this.eventOf(act));
      if (refused !== null && act.type === 'answer') throw new Refusal('approval.already-answered', refused, 409);
      if (refused !== null) {
        if (finished) this.decider.abandon(run);
        throw new Refusal(refused.slice(0, refused.indexOf(': ')), refused, 409);
      }
      if (act.type === 'resume') this.decider.tell({ type: 'runResumed', run: runId });
      if (this.view(run).finished) this.decider.turn.finished.add(run);
      this.turn();
    });
  }

  subscribe(listener: HostListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  look(runId: string): Promise<HostRun> {
    return Promise.resolve().then(() => this.view(this.find(runId)).run);
  }

  /** Lets time pass until the run has ended. Rejects when nothing can happen any more and it has not. */
  async ended(runId: string): Promise<HostRun> {
    const run = this.find(runId);
    while (!this.view(run).finished || run.attempts.size > 0)
      if (!(await this.runOnce())) throw new Error(`Nothing can happen any more, and run ${runId} has not ended.`);
    return this.view(run).run;
  }

  /** Lets everything happen that needs no time to pass. */
  async settle(): Promise<void> {
    while (this.inbox.length > 0 || (await this.idle())) this.turn();
  }

  /** One turn, or else one step of the clock. Gives whether there was either. */
  async runOnce(): Promise<boolean> {
    if (this.inbox.length > 0 || (await this.idle())) {
      this.turn();
      return true;
    }
    const next = this.timers.nextAt();
    if (next === null) return false;
    this.clock = Math.max(this.clock, next);
    this.timers.fireDue(this.clock);
    return true;
  }

  setPool(name: string, slots: number): Promise<void> {
    this.decider.tell({ type: 'poolChanged', pool: name, slots });
    this.turn();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.performer.close();
  }

  /** Waits for promises under way (lists being read); gives whether they brought anything. */
  private async idle(): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.inbox.length > 0;
  }

  private turn(): void {
    const { inbox } = this;
    this.inbox = [];
    for (const decide of inbox) decide();
    const turn = this.decider.takeTurn();
    for (const run of turn.runs) {
      const events = run.fresh;
      run.storedState = run.state;
      run.fresh = [];
      run.isNew = false;
      for (const listener of this.listeners) listener(run.facts.id, events);
    }
    for (const effect of turn.effects) {
      if (effect.type === 'perform') this.performer.perform(attemptJob(this.decider, effect.open));
      else if (effect.type === 'stop') this.performer.stop(effect.attemptId, effect.why);
      else if (effect.type === 'setTimer') this.timers.set(effect.key, effect.atMs, () => void this.inbox.push(effect.fire));
      else if (effect.type === 'clearTimer') this.timers.clear(effect.key);
      else if (effect.type === 'askPast') this.askPast(effect.run, effect.task);
      else if (effect.type === 'childEnded') this.childEnded(effect.run);
      else this.performer.forget(effect.attemptId);
    }
    for (const run of turn.runs) this.decider.evict(run);
  }

  private compile(workflow: WorkflowFile): CompiledVersion {
    const parsed = parseWorkflow(workflow);
    if (!parsed.ok) throw new Refusal('workflow.invalid', parsed.problems[0]?.message ?? '', 422, parsed);
    return compileVersion(parsed.workflow);
  }

  private async prepare(
    compiled: CompiledVersion,
    facts: Pick<RunFacts, 'params' | 'runType' | 'logicalTime' | 'parent'>,
  ): Promise<{ run: ActiveRun; beginning: Beginning }> {
    const number = this.runs.size + 1;
    const id = `run-${number}`;
    const run = newActiveRun(
      {
        id,
        number,
        workflowId: compiled.workflow.id,
        version: 0,
        dataIntervalStart: facts.logicalTime,
        dataIntervalEnd: facts.logicalTime,
        triggerId: null,
        createdBy: null,
        createdAt: this.clock,
        ...facts,
      },
      compiled,
    );
    this.runs.set(id, run);
    const lists = compiled.plan.scopes.length > 0 ? await tellLists(run, null, () => Promise.resolve(undefined)) : undefined;
    return { run, beginning: lists ? { lists } : {} };
  }

  private prepareChild(open: OpenAttempt, { workflow, params }: ChildRequest) {
    const compiled = this.published.get(workflow);
    if (!compiled) throw new Refusal('workflow.unknown', `There is no workflow ${workflow}.`, 404);
    const { id, logicalTime } = open.run.facts;
    const depth = childDepth(open.run, workflow, compiled, this.decider.runs);
    const parent = { runId: id, ...refOf(open), attempt: open.attempt, depth };
    return this.prepare(compiled, { params, runType: 'child', logicalTime, parent });
  }

  private childEnded(run: ActiveRun): void {
    const views = taskRuns(run.compiled.plan, run.state).filter(({ status }) => status === 'failed');
    const failed = views.map(({ task, index, reason }) => ({ task, ...(index === undefined ? {} : { index }), reason }));
    const { status } = runView(run.compiled.plan, run.state);
    if (status === 'queued' || status === 'running') return;
    this.inbox.push(() => childEnded(this.decider, run, { status, failed: status === 'success' ? [] : failed }));
  }

  private leafOutputs(run: ActiveRun): JsonObject {
    const outputs = leafTasks(run.compiled.plan).map((task) => [task, this.output(run, task)] as const);
    return Object.fromEntries(outputs.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  }

  private answer(run: ActiveRun, { task, index, answer }: Extract<HostAct, { type: 'answer' }>): string | null {
    const open = [...run.attempts.values()].find((each) => each.task === task && each.index === index && each.parked);
    if (!open) return `task-run.status: ${task} does not wait.`;
    return wakeAttempt(this.decider, open, { answer }, this.clock, 'inline');
  }

  /** Runs of the inline host have no past: each is the first. */
  private askPast(run: ActiveRun, task: string): void {
    this.inbox.push(() => this.decider.tell({ type: 'pastAsked', run: run.facts.id, task, previous: null, wants: [], met: [] }));
  }

  private output(run: ActiveRun, task: string): Json | undefined {
    if (!scopeOf(run.compiled, task)) return run.outputs.get(task, undefined);
    return taskRuns(run.compiled.plan, run.state)
      .filter((view) => view.task === task && view.index !== undefined)
      .map(({ index }) => run.outputs.get(task, index) ?? null);
  }

  private find(runId: string): ActiveRun {
    const run = this.runs.get(runId);
    if (!run) throw new Refusal('run.unknown', `There is no run ${runId}.`, 404);
    return run;
  }

  private view(run: ActiveRun): { run: HostRun; finished: boolean } {
    const { plan } = run.compiled;
    const { status, reason } = runView(plan, run.state);
    return {
      run: { runId: run.facts.id, runType: run.facts.runType, status, reason, tasks: taskRuns(plan, run.state) },
      finished: isRunFinished(status),
    };
  }

  private eventOf(act: Exclude<HostAct, { type: 'answer' }>): RunEvent {
    const at = this.clock;
    const by = 'inline';
    switch (act.type) {
      case 'cancel':
        return { type: 'runCancelled', at, by };
      case 'pause':
        return { type: 'runPaused', at, by };
      case 'resume':
        return { type: 'runResumed', at, by };
      case 'clear': {
        // Nothing that it performs is outside: there is nothing to agree to.
        const { consent: _, ...rest } = act;
        return { ...rest, type: 'tasksCleared', at, by };
      }
      case 'force':
        return { type: 'tasksForced', at, by, tasks: act.tasks };
      case 'mark':
        return { ...act, type: 'taskMarked', at, by };
    }
  }
}
