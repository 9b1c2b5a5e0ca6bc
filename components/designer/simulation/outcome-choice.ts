import { portsOf } from '#domain/definition/ports.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { PretendOutcome } from '#domain/simulation/outcome.ts';
import type { SelectOption } from '#components/ui/select.tsx';

/** What a person chooses for a task: a word, or `port:` and the port that a branch opens. `auto`: nothing is chosen. */
export type OutcomeChoice =
  'auto' | 'success' | 'fails' | 'fails-then' | 'fails-for-good' | 'skips' | 'stops' | 'no-port' | `port:${string}` | 'other';

const fails: SelectOption<OutcomeChoice>[] = [
  { value: 'fails', label: 'Fails', note: 'each attempt' },
  { value: 'fails-then', label: 'Fails, then goes well' },
  { value: 'fails-for-good', label: 'Fails, without a retry' },
  { value: 'skips', label: 'Skips itself' },
];

/** What may be chosen for a task, by its operator. `auto` says what happens when nothing is chosen. */
export function outcomeChoices(task: Task, manifest: Manifest | undefined, auto: string): SelectOption<OutcomeChoice>[] {
  const type = task.operator.slice(0, task.operator.lastIndexOf('@'));
  const ports = manifest === undefined ? ['out'] : portsOf(manifest, task.config);
  const first: SelectOption<OutcomeChoice> = { value: 'auto', label: auto };
  if (type === 'branch')
    return [
      first,
      ...ports.map((port): SelectOption<OutcomeChoice> => ({ value: `port:${port}`, label: `Takes ${port}` })),
      { value: 'no-port', label: 'Takes no port' },
      ...fails,
    ];
  if (type === 'short-circuit')
    return [first, { value: 'success', label: 'Goes on' }, { value: 'stops', label: 'Stops what follows' }, ...fails];
  return [first, { value: 'success', label: 'Goes well' }, ...fails];
}

/** The choice that outcomes stand for, and how many attempts fail before one goes well. */
export function choiceOf(outcomes: readonly PretendOutcome[] | undefined): { choice: OutcomeChoice; times: number } {
  const first = outcomes?.[0];
  if (outcomes === undefined || first === undefined) return { choice: 'auto', times: 1 };
  if (outcomes.length > 1 && outcomes.at(-1) === 'success' && outcomes.slice(0, -1).every((one) => one === 'failed'))
    return { choice: 'fails-then', times: outcomes.length - 1 };
  if (outcomes.length > 1) return { choice: 'other', times: 1 };
  if (first === 'success') return { choice: 'success', times: 1 };
  if (first === 'failed') return { choice: 'fails', times: 1 };
  if (first === 'failed_no_retry') return { choice: 'fails-for-good', times: 1 };
  if (first === 'skipped') return { choice: 'skips', times: 1 };
  if ('condition' in first) return { choice: first.condition ? 'success' : 'stops', times: 1 };
  if ('ports' in first && !('type' in first) && first.ports.length < 2)
    return { choice: first.ports[0] === undefined ? 'no-port' : `port:${first.ports[0]}`, times: 1 };
  return { choice: 'other', times: 1 };
}

/** Outcomes of a choice, one per attempt; undefined when nothing is chosen. */
export function outcomesOf(choice: OutcomeChoice, times: number): PretendOutcome[] | undefined {
  switch (choice) {
    case 'success':
      return ['success'];
    case 'fails':
      return ['failed'];
    case 'fails-then':
      return [...Array.from({ length: Math.max(1, Math.min(100, times)) }, () => 'failed' as const), 'success'];
    case 'fails-for-good':
      return ['failed_no_retry'];
    case 'skips':
      return ['skipped'];
    case 'stops':
      return [{ condition: false }];
    case 'no-port':
      return [{ ports: [] }];
    case 'auto':
    case 'other':
      return undefined;
    default:
      return [{ ports: [choice.slice('port:'.length)] }];
  }
}
