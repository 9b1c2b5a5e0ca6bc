import { runView, taskRuns } from '#domain/run/read.ts';
import { isFinished, isRunFinished, type RunStatus } from '#domain/run/status.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { runText } from '#server/alerts/run-text.ts';
import type { AlertEvent, AlertRow } from '#server/store/alert-row.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';
import type { TimerDriver } from './timer-driver.ts';

type AlertRule = NonNullable<NonNullable<Workflow['settings']>['alerts']>[number];

export interface AlertParts {
  decider: Decider;
  instants: Pick<TimerDriver, 'set' | 'clear'>;
  now(): number;
  later(decide: () => void): void;
  /** Where people reach the pages: `https://drawloom.example.com`. */
  address: string;
}

/**
 * Decides which alerts there are. Each goes into the turn that decided what it is about, so that both are stored or neither;
 * its id follows from that, so it stands once. Of tries and of runs of a draft, which somebody looks at, there are none.
 */
export class Alerts {
  /** Runs whose timers are set. */
  private readonly watched = new Set<string>();

  constructor(private readonly parts: AlertParts) {}

  /** A run has ended, within a turn; again when it was cleared and ended again. */
  runEnded(run: ActiveRun, status: RunStatus): void {
    if (status !== 'failed' && status !== 'success' && status !== 'cancelled') return;
    this.tell(run, status, `${run.facts.id}@${run.seq}`);
  }

  /** A circuit has opened, within a turn. `why` is a sentence. */
  circuitOpened(workflow: Workflow, at: number, why: string, runId: string | null): void {
    const { address } = this.parts;
    const subject = `${workflow.name}: the circuit is open`;
    const place = `${address}/breakers?state=open`;
    const text = `${workflow.name}: ${why}\nWhat falls due is skipped until a trial run succeeds or somebody closes the circuit.\n\n${place}`;
    this.push(workflow, 'circuit-open', `${workflow.id}@${at}`, { workflowId: workflow.id, runId, subject, text });
  }

  /** A run was stored, or is taken up again: sees to it that it is told when it is late. */
  watch(run: ActiveRun): void {
    const { id, createdAt } = run.facts;
    const rules = rulesOf(run).filter((rule) => rule.on.includes('late') && rule.lateAfterSec !== undefined);
    if (rules.length === 0) return;
    const { decider, instants, later } = this.parts;
    const over = isRunFinished(runView(run.compiled.plan, run.state).status);
    // Cleared after it ended: it was due when it was due, and nobody is told twice.
    if (over === !this.watched.has(id)) return;
    if (over) this.watched.delete(id);
    else this.watched.add(id);
    for (const afterSec of new Set(rules.map((rule) => rule.lateAfterSec!))) {
      const key = `late|${id}|${afterSec}`;
      if (over) instants.clear(key);
      else
        instants.set(key, createdAt + afterSec * 1000, () =>
          later(() => {
            const now = decider.runs.get(id);
            if (now && !isRunFinished(runView(now.compiled.plan, now.state).status))
              this.tell(now, 'late', `${id}@late${afterSec}`, afterSec);
          }),
        );
    }
  }

  private tell(run: ActiveRun, event: Exclude<AlertEvent, 'circuit-open'>, subjectId: string, afterSec?: number): void {
    if (!rulesOf(run).some((rule) => matches(rule, event, afterSec))) return;
    const { facts, compiled, state } = run;
    const { workflow, plan } = compiled;
    const names = new Map(workflow.tasks.map(({ id, name }) => [id, name ?? id]));
    const nameOf = ({ task, index }: { task: string; index?: number }) =>
      `${names.get(task) ?? task}${index === undefined ? '' : ` [${index}]`}`;
    const views = taskRuns(plan, state);
    const message = runText({
      workflow: workflow.name,
      number: facts.number,
      event,
      reason: runView(plan, state).reason,
      failed: views.filter(({ status }) => status === 'failed').map((view) => ({ task: nameOf(view), reason: view.reason })),
      unfinished: views.filter(({ status }) => !isFinished(status)).map(nameOf),
      tookMs: this.parts.now() - facts.createdAt,
      address: `${this.parts.address}/runs/${encodeURIComponent(facts.id)}`,
    });
    this.push(workflow, event, subjectId, { workflowId: facts.workflowId, runId: facts.id, ...message }, afterSec);
  }

  private push(
    workflow: Workflow,
    event: AlertEvent,
    subjectId: string,
    about: Pick<AlertRow, 'workflowId' | 'runId' | 'subject' | 'text'>,
    afterSec?: number,
  ): void {
    const at = this.parts.now();
    for (const [n, rule] of (workflow.settings?.alerts ?? []).entries()) {
      if (!matches(rule, event, afterSec)) continue;
      const { connection, to } = rule;
      this.parts.decider.turn.alerts.push({
        ...about,
        id: `${subjectId}/${event}/${n}`,
        event,
        connection: connection.trim(),
        to: to?.trim() || null,
        status: 'waiting',
        tries: 0,
        createdAt: at,
        nextAt: at,
        sentAt: null,
        error: null,
      });
    }
  }
}

const matches = ({ on, lateAfterSec }: AlertRule, event: AlertEvent, afterSec: number | undefined): boolean =>
  on.includes(event) && (event !== 'late' || lateAfterSec === afterSec);
const rulesOf = ({ facts, compiled }: ActiveRun): readonly AlertRule[] =>
  facts.runType === 'try' || facts.version === 0 ? [] : (compiled.workflow.settings?.alerts ?? []);
