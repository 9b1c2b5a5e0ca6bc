import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';

export type TaskFile = WorkflowFile['tasks'][number];

/**
 * A task that writes into the ledger when it begins and when it ends, and one line into its log. What the ledger says was
 * written by the tasks alone; the product never reads it. A mapped task writes its index behind its id.
 */
export function shellTask(id: string, ledger: string, body: string, more: Partial<TaskFile> = {}): TaskFile {
  const line = (word: string) =>
    `echo "${word} $DRAWLOOM_RUN_ID $DRAWLOOM_TASK_ID\${DRAWLOOM_MAP_INDEX:+#$DRAWLOOM_MAP_INDEX} $DRAWLOOM_ATTEMPT $(date +%s%3N)" >> "$LEDGER"`;
  const command = `${line('begin')}; echo "said $DRAWLOOM_TASK_ID $DRAWLOOM_ATTEMPT"; ${body}; code=$?; ${line('end')}; exit $code`;
  return { id, operator: 'shell@1', config: { command, environment: { LEDGER: ledger } }, ...more };
}

/** The same in Python or JavaScript, whose interpreters may have been started before. */
export function scriptTask(id: string, language: 'python' | 'javascript', ledger: string): TaskFile {
  const code = language === 'python' ? pythonOf(ledger) : javascriptOf(ledger);
  return { id, operator: `${language}@1`, config: { code } };
}

const pythonOf = (ledger: string): string => `import os, time
who = " ".join(os.environ["DRAWLOOM_" + name] for name in ("RUN_ID", "TASK_ID", "ATTEMPT"))
def line(word):
    with open(${JSON.stringify(ledger)}, "a") as file:
        file.write("%s %s %d\\n" % (word, who, time.time() * 1000))
def main():
    line("begin")
    print("said", os.environ["DRAWLOOM_TASK_ID"], os.environ["DRAWLOOM_ATTEMPT"])
    time.sleep(0.1)
    line("end")
`;

const javascriptOf = (ledger: string): string => `import { appendFileSync } from 'node:fs';
const { DRAWLOOM_RUN_ID: run, DRAWLOOM_TASK_ID: task, DRAWLOOM_ATTEMPT: attempt } = process.env;
const line = (word) => appendFileSync(${JSON.stringify(ledger)}, [word, run, task, attempt, Date.now()].join(' ') + '\\n');
export default async () => {
  line('begin');
  console.log('said', task, attempt);
  await new Promise((resolve) => setTimeout(resolve, 100));
  line('end');
};
`;
