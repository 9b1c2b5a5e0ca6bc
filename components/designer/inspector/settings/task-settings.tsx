import { useState } from 'react';
import { triggerRules, type Retry, type Task } from '#domain/definition/schema/workflow.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { TaskSettings as Fields } from '#domain/definition/edit/edit.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import type { CompletionScope, FormProblem, Preview } from '#components/forms/form-context.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { useDesigner } from '../../session/use-designer.ts';
import { Fold, type FoldProps } from './fold.tsx';
import { Inherited } from './inherited.tsx';
import { MapFields } from './map-fields.tsx';
import { PoolPicker } from './pool-picker.tsx';
import { RetryFields } from './retry-fields.tsx';
import { RoleFields } from './role-fields.tsx';
import { useRetryRun } from './use-retry-run.ts';
import { ruleWords } from './rule-words.ts';
import { settingWords } from './setting-words.ts';
import {
  limitsHints,
  limitsSchema,
  pastHints,
  pastSchema,
  priorityHints,
  prioritySchema,
  timeoutHints,
  timeoutSchema,
} from './task-schema.ts';

const presets: Retry = { max: 0, delaySec: 300, multiplier: 0 };
const safe = [
  { value: 'unsaid' as const, label: 'Not said' },
  { value: 'yes' as const, label: 'Yes' },
  { value: 'no' as const, label: 'No' },
];

/** Settings tab: everything of a task beside its config, each part one line until it is opened; what the workflow says for all tasks is shown. */
export function TaskSettings(props: {
  task: Task;
  problems: readonly FormProblem[];
  scope: CompletionScope;
  preview: Preview | null;
}) {
  const retryRun = useRetryRun(props.task);
  const { task, problems } = props;
  const edit = useDesigner((s) => s.edit);
  const defaults = useDesigner((s) => s.workflow.taskDefaults);
  const [search, setSearch] = useState('');
  const set = (settings: Fields, what: string): void => {
    edit(
      { type: 'set-task-settings', task: task.id, settings },
      { label: `${what} of ${task.name ?? task.id}`, gesture: `${task.id}/${what}` },
    );
  };
  const part = (field: string, title: string, summary: string, isSet: boolean, words: string): Omit<FoldProps, 'children'> => ({
    field,
    title,
    summary,
    isSet,
    words,
    problems,
    search: search.trim().toLowerCase(),
  });
  const inherited = (key: 'retry' | 'timeoutSec' | 'pool' | 'priority', name: string) => (
    <Inherited
      name={name}
      from={defaults?.[key] === undefined ? undefined : settingWords[key](defaults[key] as never)}
      isOwn={task[key] !== undefined}
      onReset={() => set({ [key]: undefined }, name.toLowerCase())}
    />
  );
  /** What holds: its own, or the workflow's. */
  const retry = task.retry ?? defaults?.retry;
  const timeoutSec = task.timeoutSec ?? defaults?.timeoutSec;
  const pool = task.pool ?? defaults?.pool;
  const priority = task.priority ?? defaults?.priority;
  return (
    <>
      <SearchField label="Find a setting" value={search} onChange={setSearch} className="mb-3 shrink-0" />
      <Fold {...part('triggerRule', 'When it runs', task.triggerRule, true, `trigger rule upstream ${triggerRules.join(' ')}`)}>
        <div>
          <Select
            label="Trigger rule"
            value={task.triggerRule}
            options={triggerRules.map((rule) => ({ value: rule, label: rule }))}
            onChange={(triggerRule) => set({ triggerRule }, 'rule')}
          />
          <p className="mt-1 text-12 text-ink-3">{ruleWords[task.triggerRule]}</p>
        </div>
        <div className="flex min-h-6 items-center justify-between gap-3 text-12" data-field="disabled">
          <span>
            <b className="font-strong">Disabled</b>
            <span className="block text-ink-3">It is skipped at the moment it would start.</span>
          </span>
          <Switch label="Disabled" checked={task.disabled} onChange={(disabled) => set({ disabled }, 'disabled')} />
        </div>
      </Fold>
      <Fold
        {...part(
          'retry',
          'Retry',
          settingWords.retry(retry),
          true,
          'again attempts failure delay backoff multiplier longest max',
        )}
      >
        {inherited('retry', 'Retry')}
        <RetryFields retry={retry ?? presets} run={retryRun} onChange={(next, what) => set({ retry: next }, what)} />
      </Fold>
      <Fold
        {...part(
          'timeoutSec',
          'Timeout',
          settingWords.timeoutSec(timeoutSec),
          task.timeoutSec !== undefined,
          'seconds duration attempt',
        )}
      >
        {inherited('timeoutSec', 'Timeout')}
        <SchemaForm
          templates={false}
          schema={timeoutSchema}
          hints={timeoutHints}
          value={timeoutSec === undefined ? {} : { timeoutSec }}
          onChange={(next) => set({ timeoutSec: next['timeoutSec'] as number | undefined }, 'timeout')}
        />
      </Fold>
      <Fold {...part('pool', 'Pool', settingWords.pool(pool), task.pool !== undefined, 'slots limit concurrency')}>
        {inherited('pool', 'Pool')}
        <PoolPicker pool={pool} keepsPreset={defaults?.pool !== undefined} onChange={(next) => set({ pool: next }, 'pool')} />
      </Fold>
      <Fold {...part('priority', 'Priority', settingWords.priority(priority), task.priority !== undefined, 'weight first order')}>
        {inherited('priority', 'Priority')}
        <SchemaForm
          templates={false}
          schema={prioritySchema}
          hints={priorityHints}
          value={(priority ?? {}) as JsonObject}
          onChange={(next) => set({ priority: { weight: 1, rule: 'downstream', ...next } as Task['priority'] }, 'priority')}
        />
      </Fold>
      <Fold
        {...part(
          'map',
          'One copy per item',
          settingWords.map(task.map),
          task.map !== undefined,
          'map mapped list fan out expand zip product',
        )}
      >
        <MapFields
          task={task}
          problems={problems}
          scope={props.scope}
          preview={props.preview}
          onChange={(map) => set({ map }, 'map')}
        />
      </Fold>
      <Fold {...part('role', 'Setup or teardown', settingWords.role(task.role), task.role !== undefined, 'role clean up')}>
        <RoleFields task={task} onChange={(role) => set({ role }, 'role')} />
      </Fold>
      <Fold
        {...part(
          'past',
          'The run before',
          settingWords.past(task.past),
          task.past !== undefined,
          'past depends on downstream previous',
        )}
      >
        <SchemaForm
          templates={false}
          schema={pastSchema}
          hints={pastHints}
          value={(task.past ?? {}) as JsonObject}
          onChange={(next) => {
            const past = { dependsOnPast: false, waitForDownstream: false, ...next };
            set({ past: past.dependsOnPast || past.waitForDownstream ? past : undefined }, 'past');
          }}
        />
      </Fold>
      <Fold
        {...part(
          'limits',
          'At a time',
          settingWords.perWorkflow(task.limits),
          task.limits !== undefined,
          'limits concurrency runs parallel per workflow',
        )}
      >
        <SchemaForm
          templates={false}
          schema={limitsSchema}
          hints={limitsHints}
          value={(task.limits ?? {}) as JsonObject}
          onChange={(next) => set({ limits: next['perWorkflow'] === undefined ? undefined : (next as Task['limits']) }, 'limits')}
        />
      </Fold>
      <Fold
        {...part(
          'idempotent',
          'Safe to run twice',
          settingWords.idempotent(task.idempotent),
          task.idempotent !== undefined,
          'idempotent repeat retry consent',
        )}
      >
        <Segments
          full
          label="Safe to run twice"
          value={task.idempotent ?? 'unsaid'}
          options={safe}
          onChange={(next) => set({ idempotent: next === 'unsaid' ? undefined : next }, 'safe to run twice')}
        />
        <p className="text-12 text-ink-3">
          Whether a second attempt may repeat what the first has done. With No, a person is asked before it is run again.
        </p>
      </Fold>
    </>
  );
}
