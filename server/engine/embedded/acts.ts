import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { actChanges } from '#domain/run/act-changes.ts';
import type { RunEvent, TaskRunRef } from '#domain/run/events.ts';
import type { ActEvent } from '#domain/run/preview-act.ts';
import { runView, taskRun } from '#domain/run/read.ts';
import { repeatNeedsConsent } from '#domain/run/repeat-needs-consent.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { resumeRun } from '../turn/begin-run.ts';
import type { Decider } from '../turn/decider.ts';
import { wakeAttempt } from '../turn/wake-attempt.ts';
import type { RunAct, RunActPreview } from '../run-act.ts';
import { actEvent } from './act-event.ts';
import { ActsOnce } from './acts-once.ts';
import { loadRun } from './load-run.ts';
import { isStale, prepareMove, versionChange, type VersionMove } from './version-move.ts';
import type { VersionCache } from './version-cache.ts';

export interface ActParts {
  store: Store;
  decider: Decider;
  versions: VersionCache;
  catalog: readonly Manifest[];
  now(): number;
  command<T>(decide: () => T): Promise<T>;
}

/** What a person does, and of what it does again they agreed to it (`consent`), task run by task run. */
type Agreed<T extends RunAct['type']> = Omit<Extract<RunAct, { type: T }>, 'type'> & {
  consent?: TaskRunRef[];
  /** The same key does nothing twice: `ActsOnce`. */
  idempotencyKey?: string;
};

/** The run went on while a move was made ready. */
class StaleMove extends Error {}
const mostTries = 5;

/** The version that an act has a run go on with; null: its own. */
const wantedVersion = (act: RunAct): 'newest' | number | null =>
  act.type !== 'clear' || act.version === undefined || act.version === 'own' ? null : act.version;

/** Who acts, for the event; the command line and the product itself have no account. */
const person = (by: string | null): string => by ?? 'system';

/** What people do to runs. Each act is one machine event; refusals are `run.unknown` (404), `run.finished` (409), and the machine's own (409). */
export class Acts {
  private readonly keyed: ActsOnce;

  constructor(private readonly parts: ActParts) {
    this.keyed = new ActsOnce({
      store: parts.store,
      decider: parts.decider,
      now: () => parts.now(),
      decided: (decide) => parts.decider.outside.decided(decide),
    });
  }

  async cancel(runId: string, by: string | null, key?: string): Promise<void> {
    const act = { type: 'cancel' } as const;
    await this.once(runId, act, key, (note) =>
      this.onActive(runId, (run) => {
        this.apply(run, this.event(run, act, by));
        note();
      }),
    );
  }

  async pause(runId: string, paused: boolean, by: string | null): Promise<void> {
    await this.onActive(runId, (run) => {
      const { decider } = this.parts;
      if (runView(run.compiled.plan, run.state).paused === paused) return;
      // Admission first: nothing may start in the turn that pauses.
      if (paused) decider.tell({ type: 'runPaused', run: runId });
      this.apply(run, this.event(run, { type: 'pause', paused }, by));
      if (!paused) decider.tell({ type: 'runResumed', run: runId });
    });
  }

  /** Refuses `consent.required` (409) with the task runs whose work may not be done twice and nobody agreed to. */
  async clear(runId: string, { consent, idempotencyKey, ...act }: Agreed<'clear'>, by: string | null): Promise<void> {
    await this.again(runId, act.tasks, { type: 'clear', ...act }, { consent, by, key: idempotencyKey });
  }

  /** Runs just these, whatever their upstream says; consent as of `clear`. */
  async force(runId: string, { consent, idempotencyKey, tasks }: Agreed<'force'>, by: string | null): Promise<void> {
    await this.again(runId, tasks, { type: 'force', tasks }, { consent, by, key: idempotencyKey });
  }

  /** As `clear`: descendants that start over may repeat work, too. */
  async mark(runId: string, { consent, idempotencyKey, ...act }: Agreed<'mark'>, by: string | null): Promise<void> {
    await this.again(runId, [act], { type: 'mark', ...act }, { consent, by, key: idempotencyKey });
  }

  /** What an act would do now, and what of it a person must agree to (`consent`). Changes nothing; refuses `run.unknown` (404). */
  async preview(runId: string, act: RunAct): Promise<RunActPreview> {
    const { decider, store, versions } = this.parts;
    const run = decider.runs.get(runId) ?? (await this.load(runId));
    const wanted = wantedVersion(act);
    if (wanted === null) return this.previewOn(run, this.event(run, act, ''));
    const move = await prepareMove(store, versions, run, wanted).catch((error: unknown) => {
      if (error instanceof Refusal) return `${error.code}: ${error.message}`;
      throw error;
    });
    if (typeof move === 'string') return { ok: false, refused: move };
    return this.previewOn(run, this.event(run, act, '', move), move);
  }

  /** A parked attempt gets what it waits for (approval, callback). Refuses with `approval.already-answered` (409) when it does not wait (any more). */
  async wake(runId: string, { task, index, answer }: TaskRunRef & { answer: Json }, by: string | null): Promise<void> {
    await this.onActive(runId, (run) => {
      const view = taskRun(run.compiled.plan, run.state, task, index);
      const open = view && run.attempts.get(`${task}#${index ?? -1}@${view.attempt}`);
      if (open?.parked && wakeAttempt(this.parts.decider, open, { answer }, this.parts.now(), person(by)) === null) return;
      throw new Refusal('approval.already-answered', 'The task does not wait for an answer (any more).', 409);
    });
  }

  private event(run: ActiveRun, act: RunAct, by: string | null, move?: VersionMove): ActEvent {
    return actEvent(run, act, this.parts.now(), person(by), move);
  }

  /** An act by which work may be done again. */
  private async again(
    runId: string,
    refs: readonly TaskRunRef[],
    act: RunAct,
    { consent = [], by, key }: { consent: readonly TaskRunRef[] | undefined; by: string | null; key: string | undefined },
  ): Promise<void> {
    await this.once(runId, act, key, (note) =>
      this.moving(runId, act, (move) =>
        this.onAny(runId, refs, (run) => {
          if (move && isStale(move, run)) throw new StaleMove();
          const event = this.event(run, act, by, move);
          this.requireConsent(run, event, consent, move);
          this.apply(run, event, move);
          note();
        }),
      ),
    );
  }

  /** Makes ready what moving to another version needs, and anew when the run has gone on meanwhile. */
  private async moving(runId: string, act: RunAct, does: (move?: VersionMove) => Promise<void>): Promise<void> {
    const wanted = wantedVersion(act);
    if (wanted === null) return does();
    const { decider, store, versions } = this.parts;
    for (let tries = 0; tries < mostTries; tries++) {
      const run = decider.runs.get(runId) ?? (await this.load(runId));
      try {
        return await does(await prepareMove(store, versions, run, wanted));
      } catch (error) {
        if (!(error instanceof StaleMove)) throw error;
      }
    }
    throw new Refusal('run.busy', 'The run goes on too fast to be moved. Pause it, or ask again.', 409);
  }

  private async load(runId: string): Promise<ActiveRun> {
    const { store, versions } = this.parts;
    const row = await store.runs.get(runId);
    if (!row) throw new Refusal('run.unknown', `There is no run ${runId}.`, 404);
    return loadRun(store, row, versions);
  }

  /** With a key: what is done already is not done again. */
  private async once(
    runId: string,
    act: RunAct,
    key: string | undefined,
    does: (note: () => void) => Promise<void>,
  ): Promise<void> {
    await (key === undefined ? does(() => {}) : this.keyed.once({ runId, key, act }, does));
  }

  private previewOn(run: ActiveRun, event: ActEvent, move?: VersionMove): RunActPreview {
    const { catalog } = this.parts;
    const { tasks } = move?.next.compiled ?? run.compiled;
    const preview = actChanges(run.compiled.plan, run.state, event, move ? () => move.next.compiled.plan : null);
    if (!preview.ok) return preview;
    const changes = preview.changes.map(({ twice, ...change }) => {
      const task = tasks.get(change.task);
      return { ...change, consent: twice && task !== undefined && repeatNeedsConsent(task, catalog) };
    });
    return { ok: true, changes, ...(move ? { move: versionChange(run, move) } : {}) };
  }

  /** Work that may not be done twice must have been agreed to, task run by task run: also when it was done since the person looked. */
  private requireConsent(run: ActiveRun, event: ActEvent, consent: readonly TaskRunRef[], move?: VersionMove): void {
    const preview = this.previewOn(run, event, move);
    if (!preview.ok) return;
    const agreed = (change: TaskRunRef) =>
      consent.some(({ task, index }) => task === change.task && (index === undefined || index === change.index));
    const missing = preview.changes
      .filter((change) => change.consent && !agreed(change))
      .map(({ task, index }) => (index === undefined ? { task } : { task, index }));
    if (missing.length === 0) return;
    const names = [...new Set(missing.map(({ task }) => task))];
    throw new Refusal(
      'consent.required',
      `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''} already did work that may not be repeatable. Say for each whether to do it again or to leave it as done.`,
      409,
      { tasks: missing.slice(0, 1000) },
    );
  }

  private apply(run: ActiveRun, event: RunEvent, move?: VersionMove): void {
    const refused = this.parts.decider.apply(run, event, move?.next);
    if (refused === null) return;
    // The machine says `code: sentence`.
    const at = refused.indexOf(': ');
    throw new Refusal(refused.slice(0, at), refused.slice(at + 2), 409);
  }

  private async onActive(runId: string, act: (run: ActiveRun) => void): Promise<void> {
    const { decider, store, command } = this.parts;
    if (!decider.runs.has(runId)) await this.refuseEnded(store, runId);
    await command(() => {
      const run = decider.runs.get(runId);
      if (!run || isRunFinished(runView(run.compiled.plan, run.state).status))
        throw new Refusal('run.finished', 'The run has ended already.', 409);
      act(run);
    });
  }

  private async refuseEnded(store: Store, runId: string): Promise<never> {
    if (await store.runs.get(runId)) throw new Refusal('run.finished', 'The run has ended already.', 409);
    throw new Refusal('run.unknown', `There is no run ${runId}.`, 404);
  }

  /** An act that also wakes a finished run: it is read back, and goes when it has ended again. */
  private async onAny(runId: string, refs: readonly TaskRunRef[], act: (run: ActiveRun) => void): Promise<void> {
    const { decider, command } = this.parts;
    let loaded: ActiveRun | undefined;
    if (!decider.runs.has(runId)) loaded = await this.load(runId);
    await command(() => {
      const active = decider.runs.get(runId);
      // It may have ended, and gone, while we looked; or somebody else may have read it back.
      const run = active ?? loaded;
      if (!run) throw new Refusal('run.busy', 'The run has just ended; ask again.', 409);
      for (const { task, index } of refs)
        // Without an index a mapped task stands for all its copies.
        if (!(index === undefined ? run.compiled.plan.indexOf.has(task) : taskRun(run.compiled.plan, run.state, task, index)))
          throw new Refusal('task.unknown', `The run has no task run ${task}${index === undefined ? '' : `[${index}]`}.`, 404);
      const wasFinished = isRunFinished(runView(run.compiled.plan, run.state).status);
      if (wasFinished)
        resumeRun(decider, run, { active: false, reopened: true, paused: runView(run.compiled.plan, run.state).paused });
      try {
        act(run);
      } catch (error) {
        if (wasFinished) decider.abandon(run);
        throw error;
      }
      if (isRunFinished(runView(run.compiled.plan, run.state).status)) decider.turn.finished.add(run);
    });
  }
}
