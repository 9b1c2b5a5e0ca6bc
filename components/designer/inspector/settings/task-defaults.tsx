import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Retry, Task, Workflow } from '#domain/definition/schema/workflow.ts';
import type { FormProblem } from '#components/forms/form-context.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { useDesigner } from '../../session/use-designer.ts';
import { Fold } from './fold.tsx';
import { PoolPicker } from './pool-picker.tsx';
import { RetryFields } from './retry-fields.tsx';
import { settingWords } from './setting-words.ts';
import { priorityHints, prioritySchema, timeoutHints, timeoutSchema } from './task-schema.ts';

type Defaults = NonNullable<Workflow['taskDefaults']>;
const presets: Retry = { max: 0, delaySec: 300, multiplier: 0 };

/** What every task of the workflow has unless it says otherwise: retry, timeout, pool, priority. */
export function TaskDefaults({ problems, search }: { problems: readonly FormProblem[]; search: string }) {
  const own = useDesigner((s) => s.workflow.taskDefaults);
  const edit = useDesigner((s) => s.edit);
  const set = (key: keyof Defaults, value: Defaults[keyof Defaults]): void => {
    const { [key]: _, ...rest } = own ?? {};
    const next = value === undefined ? rest : { ...rest, [key]: value };
    edit(
      { type: 'set-settings', fields: { taskDefaults: Object.keys(next).length === 0 ? undefined : (next as Defaults) } },
      { label: 'settings of all tasks', gesture: `workflow/taskDefaults/${key}` },
    );
  };
  const part = (field: keyof Defaults, title: string, summary: string) => ({
    field,
    title,
    summary: own?.[field] === undefined ? 'not said' : summary,
    isSet: own?.[field] !== undefined,
    words: 'tasks inherit default all',
    problems,
    search,
  });
  const clear = (key: keyof Defaults, name: string) =>
    own?.[key] === undefined ? null : (
      <Button size="sm" className="self-start" onClick={() => set(key, undefined)}>
        Say nothing about {name}
      </Button>
    );
  return (
    <section aria-label="For all tasks" className="-mx-4 border-t border-line px-4">
      {search === '' ? <h3 className="pt-3 pb-1 text-12 text-ink-3">For all tasks, unless a task says otherwise</h3> : null}
      <Fold {...part('retry', 'Retry of tasks', settingWords.retry(own?.retry))}>
        <RetryFields retry={own?.retry ?? presets} onChange={(retry) => set('retry', retry)} />
        {clear('retry', 'retries')}
      </Fold>
      <Fold {...part('timeoutSec', 'Timeout of tasks', settingWords.timeoutSec(own?.timeoutSec))}>
        <SchemaForm
          templates={false}
          schema={timeoutSchema}
          hints={timeoutHints}
          value={own?.timeoutSec === undefined ? {} : { timeoutSec: own.timeoutSec }}
          onChange={(next) => set('timeoutSec', next['timeoutSec'] as number | undefined)}
        />
      </Fold>
      <Fold {...part('pool', 'Pool of tasks', settingWords.pool(own?.pool))}>
        <PoolPicker pool={own?.pool} onChange={(pool) => set('pool', pool)} />
      </Fold>
      <Fold {...part('priority', 'Priority of tasks', settingWords.priority(own?.priority))}>
        <SchemaForm
          templates={false}
          schema={prioritySchema}
          hints={priorityHints}
          value={(own?.priority ?? {}) as JsonObject}
          onChange={(next) =>
            set(
              'priority',
              Object.keys(next).length === 0 ? undefined : ({ weight: 1, rule: 'downstream', ...next } as Task['priority']),
            )
          }
        />
        {clear('priority', 'priority')}
      </Fold>
    </section>
  );
}
