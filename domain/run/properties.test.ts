import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from './draft.ts';
import { eachRow } from './each-row.ts';
import { decode, encode } from './encode.ts';
import type { RunEvent } from './events.ts';
import { fold } from './fold.ts';
import { judge } from './judge.ts';
import { moves, movesByAct } from './moves.ts';
import { outstanding } from './outstanding.ts';
import { changedTaskRuns, taskRun, taskRuns, unmet } from './read.ts';
import { refText } from './ref.ts';
import { isFinished, isRunFinished, type TaskRunStatus } from './status.ts';
import { arbitraryWorkflow } from './testing/arbitrary-workflow.ts';
import { ChanceHost } from './testing/chance-host.ts';
import { plainState } from './testing/plain-state.ts';
import { transition } from './transition.ts';

const choices = fc.array(fc.nat(100_000), { maxLength: 120 });
const runs = { numRuns: 150 };
const unmetCodes = [
  ...['run.queued', 'run.paused', 'attempt.starting', 'attempt.running', 'attempt.stopping', 'admission.waiting'],
  ...['retry.delay', 'sensor.waiting', 'timer.waiting', 'signal.waiting', 'person.waiting'],
  ...['upstream.unfinished', 'setup.unfinished', 'teardown.waits', 'map.list', 'past.unmet'],
];
const isAct = (event: RunEvent) => event.type === 'tasksCleared' || event.type === 'tasksForced' || event.type === 'taskMarked';

/** Whether one status may become another within one event. */
function reachable(from: TaskRunStatus, to: TaskRunStatus, act: boolean): boolean {
  let reached = new Set<TaskRunStatus>([from]);
  if (act) for (const next of movesByAct[from]) reached.add(next);
  for (let step = 0; step < 3; step++) {
    if (reached.has(to)) return true;
    reached = new Set([...reached].flatMap((status) => [status, ...moves[status]]));
  }
  return reached.has(to);
}

describe('whatever happens to whatever workflow', () => {
  test('statuses move only along allowed edges, and a finished one only by an act of a person', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance, (before, event, after) => {
          for (const now of changedTaskRuns(host.plan, before, after)) {
            const was = taskRun(host.plan, before, now.task, now.index)?.status ?? 'none';
            if (was === now.status) continue;
            const named = `${refText(now)}: ${was} → ${now.status} by ${event.type}`;
            expect(reachable(was, now.status, isAct(event)), named).toBe(true);
            expect(!isFinished(was) || was === 'removed' || isAct(event), named).toBe(true);
          }
        });
        host.run();
      }),
      runs,
    );
  });

  test('every task run that waits says for what; what is finished waits for nothing', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance, (_, event, after) => {
          for (const { task, index, status } of taskRuns(host.plan, after)) {
            const found = unmet(host.plan, after, task, index);
            const named = `${refText(index === undefined ? { task } : { task, index })}: ${status} after ${event.type}`;
            if (isFinished(status)) expect(found, named).toEqual([]);
            else if (!isRunFinished(after.run.status)) expect(found, named).not.toEqual([]);
            for (const { code, message } of found) {
              expect(unmetCodes, named).toContain(code);
              expect(message, named).toMatch(/^[A-Z].*\.$/);
            }
          }
        });
        host.run();
      }),
      runs,
    );
  });

  test('every run ends, and leaves nothing open', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance).run();
        expect(host.settled).toBe(true);
        expect(outstanding(host.plan, host.state)).toEqual([]);
      }),
      runs,
    );
  });

  test('attempts are bounded: those of the task by its retries, those we lost by three', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance, (_, _event, after) => {
          eachRow(new Draft(host.plan, after), (task, _index, row) => {
            expect(row.spent).toBeLessThanOrEqual(1 + host.plan.tasks[task]!.retry.max);
            expect(row.lost).toBeLessThanOrEqual(3);
          });
        });
        host.run();
      }),
      runs,
    );
  });

  test('judging everybody after an event finds nothing that judging those concerned has missed', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance, (_, event, after) => {
          if (after.run.status !== 'running') return;
          const draft = new Draft(host.plan, after);
          eachRow(draft, (task, index) => {
            expect(judge(draft, task, index).be, `${host.plan.tasks[task]!.id}[${index}] after ${event.type}`).toBe('wait');
          });
        });
        host.run();
      }),
      runs,
    );
  });

  test('the counters are what the statuses say, and the bytes are canonical', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance, (_, _event, after) => {
          const bytes = encode(after);
          const back = decode(host.plan, bytes);
          expect(plainState(host.plan, back)).toEqual(plainState(host.plan, after));
          expect(encode(back)).toEqual(bytes);
        });
        host.run();
      }),
      { numRuns: 150 },
    );
  });

  test('the same event again is refused and changes nothing', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, chance, (_, event, after) => {
          if (isAct(event)) return;
          expect(transition(host.plan, after, event).ok, event.type).toBe(false);
        });
        host.run();
      }),
      runs,
    );
  });

  test('folding the events gives the state, from the start or from any state between; older states stay as they were', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, fc.nat(), (workflow, chance, where) => {
        const states: { bytes: Uint8Array; state: Parameters<typeof encode>[0] }[] = [];
        const host = new ChanceHost(workflow, chance, (_, _event, after) => states.push({ bytes: encode(after), state: after }));
        host.run();
        const last = encode(host.state);
        expect(encode(fold(host.plan, host.events))).toEqual(last);
        const cut = where % states.length;
        expect(encode(fold(host.plan, host.events.slice(cut + 1), states[cut]!.state))).toEqual(last);
        for (const { bytes, state } of states) expect(encode(state)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });

  test('the order in which tasks and edges are declared does not matter', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const turned = { ...workflow, tasks: [...workflow.tasks].reverse(), edges: [...workflow.edges].reverse() };
        const one = new ChanceHost(workflow, chance).run();
        const two = new ChanceHost(turned, chance).run();
        expect(two.events).toEqual(one.events);
        expect(two.effects).toEqual(one.effects);
        expect(encode(two.state)).toEqual(encode(one.state));
      }),
      { numRuns: 150 },
    );
  });

  test('a cancelled run ends cancelled, or had ended before', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, choices, (workflow, chance) => {
        const host = new ChanceHost(workflow, [...chance.filter((choice) => choice % 11 !== 0), 33], () => undefined).run();
        const cancelled = host.events.some((event) => event.type === 'runCancelled');
        expect(isRunFinished(host.state.run.status)).toBe(true);
        if (cancelled) expect(host.state.run.status).toBe('cancelled');
      }),
      runs,
    );
  });
});
