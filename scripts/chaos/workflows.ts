import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { scriptTask, shellTask, type TaskFile } from './ledger-tasks.ts';

const file = (id: string, tasks: TaskFile[], edges: string[], more: Partial<WorkflowFile> = {}): WorkflowFile => ({
  format: 'drawloom/workflow@1',
  id,
  name: id,
  triggers: [],
  tasks,
  edges: edges.map((edge) => {
    const [from = '', to = ''] = edge.split('>');
    return { from, to };
  }),
  settings: { maxActiveRuns: 8, maxActiveTasks: 8 },
  ...more,
});

/** What the client asks for. */
export const askedFor = ['chain', 'scripts', 'fan', 'mapped', 'parent', 'approval', 'retries', 'long', 'stubborn'] as const;
/** Slots of the pool `two`. */
export const poolSlots = 2;
/** Schedules by workflow: their period in ms. */
export const everyMs: Readonly<Record<string, number>> = { tick: 2_000, broken: 1_000 };
/** Failed runs after which the circuit of `broken` opens. */
export const breakerAfter = 3;
/** Tasks that are no process of their own, and so write no ledger. */
export const withoutLedger: ReadonlySet<string> = new Set(['child', 'ask']);
/** Lines that the long task says while it works, so that its log grows when it is killed. */
const ticks = ['tick 1', 'tick 2', 'tick 3', 'tick 4', 'tick 5', 'tick 6'];
/** All that an attempt of a task says when nobody kills it. */
export const saidBy = (task: string, attempt: number): string =>
  `said ${task} ${attempt}\n${task === 'slow' ? `${ticks.join('\n')}\n` : ''}`;
/** Which task waits for which, by workflow; a mapped one by one of its indexes. */
export const order: Readonly<Record<string, [string, string][]>> = {
  chain: [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ],
  fan: [
    ['start', 'f1'],
    ['f5', 'join'],
  ],
  mapped: [
    ['start', 'each#0'],
    ['each#3', 'join'],
  ],
  scripts: [['py', 'js']],
  long: [['slow', 'after']],
  parent: [['before', 'behind']],
  approval: [['before', 'behind']],
};

const every = (id: string): Partial<WorkflowFile> => ({
  triggers: [{ id: 'every', type: 'every', everySec: everyMs[id]! / 1_000, missed: 'all' }],
});

/**
 * The mixed load: a chain, interpreters that are kept warm, a fan-out with a pool, mapped tasks, a child run, a question to a
 * person, retries, a long task, a child that ignores TERM, a schedule, and one whose circuit breaker opens.
 */
export function chaosWorkflows(ledger: string): WorkflowFile[] {
  const make = (id: string, body: string, more?: Partial<TaskFile>) => shellTask(id, ledger, body, more);
  const fan = ['f1', 'f2', 'f3', 'f4', 'f5'];
  const pool = { pool: { name: 'two' } };
  const each = make('each', 'test "$ITEM" -ge 1', {
    ...pool,
    map: { over: [{ into: 'environment.ITEM', items: ['1', '2', '3', '4'] }], maxParallel: 3 },
  });
  return [
    file(
      'chain',
      ['a', 'b', 'c', 'd'].map((id) => make(id, 'sleep 0.05')),
      ['a>b', 'b>c', 'c>d'],
    ),
    file(
      'fan',
      [make('start', 'true'), ...fan.map((id) => make(id, 'sleep 0.2', pool)), make('join', 'true')],
      fan.flatMap((id) => [`start>${id}`, `${id}>join`]),
    ),
    file('mapped', [make('start', 'true'), each, make('join', 'true')], ['start>each', 'each>join']),
    file(
      'parent',
      [
        make('before', 'true'),
        { id: 'child', operator: 'sub-workflow@1', config: { workflow: 'chain', wait: true } },
        make('behind', 'true'),
      ],
      ['before>child', 'child>behind'],
    ),
    file(
      'approval',
      [make('before', 'true'), { id: 'ask', operator: 'approval@1', config: { message: 'Go on?' } }, make('behind', 'true')],
      ['before>ask', 'ask>behind'],
    ),
    // Fails twice by itself, then succeeds: its retries must not be eaten by our own failures.
    file(
      'retries',
      [
        make('flaky', 'n=$(grep -c "^end $DRAWLOOM_RUN_ID $DRAWLOOM_TASK_ID " "$LEDGER"); [ "$n" -ge 2 ]', {
          retry: { max: 2, delaySec: 0.2 },
        }),
      ],
      [],
    ),
    file(
      'long',
      [make('slow', ticks.map((line) => `echo ${line}; sleep 0.5`).join('; ')), make('after', 'true')],
      ['slow>after'],
    ),
    file('scripts', [scriptTask('py', 'python', ledger), scriptTask('js', 'javascript', ledger)], ['py>js']),
    // Cancelled by the client: it ignores TERM, and so does its grandchild in a session of its own.
    file('stubborn', [make('stays', "trap '' TERM; (setsid sh -c \"trap '' TERM; sleep 120\" &) ; sleep 120")], []),
    file('tick', [make('tock', 'true')], [], every('tick')),
    file('broken', [make('fails', 'false')], [], {
      ...every('broken'),
      settings: { maxActiveRuns: 2, maxActiveTasks: 2, autoPauseAfterFailures: breakerAfter },
    }),
    file('edited', [make('a', 'true')], []),
  ];
}
