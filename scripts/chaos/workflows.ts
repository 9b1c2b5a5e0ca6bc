import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';

type TaskFile = WorkflowFile['tasks'][number];

/**
 * A task that writes into the ledger when it begins and when it ends, and one line into its log. What the ledger says was
 * written by the tasks alone; the product never reads it.
 */
function task(id: string, ledger: string, body: string, more: Partial<TaskFile> = {}): TaskFile {
  const line = (word: string) =>
    `echo "${word} $DRAWLOOM_RUN_ID $DRAWLOOM_TASK_ID $DRAWLOOM_ATTEMPT $(date +%s%3N)" >> "$LEDGER"`;
  const command = `${line('begin')}; echo "said $DRAWLOOM_TASK_ID $DRAWLOOM_ATTEMPT"; ${body}; code=$?; ${line('end')}; exit $code`;
  return { id, operator: 'shell@1', config: { command, environment: { LEDGER: ledger } }, ...more };
}

/** The same in Python or JavaScript, whose interpreters may have been started before. */
function script(id: string, language: 'python' | 'javascript', ledger: string): TaskFile {
  const code =
    language === 'python'
      ? `import os, time
who = " ".join(os.environ["DRAWLOOM_" + name] for name in ("RUN_ID", "TASK_ID", "ATTEMPT"))
def line(word):
    with open(${JSON.stringify(ledger)}, "a") as file:
        file.write("%s %s %d\\n" % (word, who, time.time() * 1000))
def main():
    line("begin")
    print("said", os.environ["DRAWLOOM_TASK_ID"], os.environ["DRAWLOOM_ATTEMPT"])
    time.sleep(0.1)
    line("end")
`
      : `import { appendFileSync } from 'node:fs';
const { DRAWLOOM_RUN_ID: run, DRAWLOOM_TASK_ID: task, DRAWLOOM_ATTEMPT: attempt } = process.env;
const line = (word) => appendFileSync(${JSON.stringify(ledger)}, [word, run, task, attempt, Date.now()].join(' ') + '\\n');
export default async () => {
  line('begin');
  console.log('said', task, attempt);
  await new Promise((resolve) => setTimeout(resolve, 100));
  line('end');
};
`;
  return { id, operator: `${language}@1`, config: { code } };
}

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

/** The mixed load: a chain, a fan-out with a pool, retries, a long task, a child that ignores TERM, a schedule. */
export function chaosWorkflows(ledger: string): WorkflowFile[] {
  const make = (id: string, body: string, more?: Partial<TaskFile>) => task(id, ledger, body, more);
  const fan = ['f1', 'f2', 'f3', 'f4', 'f5'];
  return [
    file(
      'chain',
      ['a', 'b', 'c', 'd'].map((id) => make(id, 'sleep 0.05')),
      ['a>b', 'b>c', 'c>d'],
    ),
    file(
      'fan',
      [make('start', 'true'), ...fan.map((id) => make(id, 'sleep 0.2', { pool: { name: 'two' } })), make('join', 'true')],
      fan.flatMap((id) => [`start>${id}`, `${id}>join`]),
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
    file('long', [make('slow', 'sleep 3'), make('after', 'true')], ['slow>after']),
    file('scripts', [script('py', 'python', ledger), script('js', 'javascript', ledger)], ['py>js']),
    // Cancelled by the client: it ignores TERM, and so does its grandchild in a session of its own.
    file('stubborn', [make('stays', "trap '' TERM; (setsid sh -c \"trap '' TERM; sleep 120\" &) ; sleep 120")], []),
    file('tick', [make('tock', 'true')], [], {
      triggers: [{ id: 'every', type: 'every', everySec: 2, missed: 'all' }],
    }),
  ];
}
