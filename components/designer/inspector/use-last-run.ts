import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import { references } from '#domain/expression/references.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';
import { useTRPC } from '#components/data/trpc.ts';
import type { Preview } from '#components/forms/form-context.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { sourceWords } from '../tries/source-words.ts';
import { useTryValues, type TryValue } from '../tries/use-try-values.ts';

/** What is known of values from pins, the last run and the last tries, and what a template would be with them. Null while there are none. */
export interface LastRun {
  values: ReadonlyMap<string, TryValue>;
  /** What a template could read; of files their names. */
  scope: JsonObject;
  preview: Preview;
}

export function useLastRun(): LastRun | null {
  const { id } = useSession();
  const trpc = useTRPC();
  const values = useTryValues();
  const schema = useDesigner((s) => s.workflow.params);
  const [opened] = useState(() => Date.now());
  const runs = useQuery(trpc.runs.list.queryOptions({ workflowId: id, limit: 1 }));
  const run = runs.data?.runs[0];
  return useMemo(() => {
    if (values === null || runs.data === undefined || (run === undefined && values.size === 0)) return null;
    const ds = new Date(run?.logicalTime ?? opened).toISOString();
    const scope: JsonObject = {
      params: (run?.params as JsonObject | undefined) ?? (schema ? withDefaults({}, schema) : {}),
      tasks: Object.fromEntries([...values].map(([task, { output }]) => [task, { output: output as Json, status: 'success' }])),
      ds: ds.slice(0, 10),
      ts: ds,
      logical_time: ds,
      data_interval_start: ds,
      data_interval_end: ds,
      run: run ? { id: run.id, number: run.number, type: run.runType } : { type: 'try' },
    };
    const kept = new Map<string, ReturnType<Preview>>();
    return {
      values,
      scope: { ...scope, tasks: withFiles(scope['tasks'] as Record<string, JsonObject>, values) },
      preview(text) {
        const known = kept.get(text);
        if (known !== undefined) return known;
        let shown: ReturnType<Preview> = null;
        try {
          const rendered = renderTemplate(text, scope);
          const value = typeof rendered === 'string' ? rendered : JSON.stringify(rendered);
          const stale = references(text).tasks.some((task) => values.get(task)?.stale === true);
          shown = { value, from: originWords(text, values, run?.number ?? null), stale };
        } catch {
          // Half-typed, or it reads what is not known: nothing is shown.
        }
        kept.set(text, shown);
        return shown;
      },
    };
  }, [values, runs.data, run, schema, opened]);
}

/** The same tasks with the files they left, by name. */
const withFiles = (tasks: Record<string, JsonObject>, values: ReadonlyMap<string, TryValue>): JsonObject =>
  Object.fromEntries(
    Object.entries(tasks).map(([task, known]) => {
      const names = values.get(task)?.artifacts ?? [];
      return [
        task,
        names.length === 0 ? known : { ...known, artifacts: Object.fromEntries(names.map((name) => [name, 'file'])) },
      ];
    }),
  );

/** Where the values in a text are from, each source once: those of the tasks it reads, else the last run. */
function originWords(text: string, values: ReadonlyMap<string, TryValue>, lastRun: number | null): string {
  const { tasks } = references(text);
  const sources = tasks.flatMap((task) => {
    const value = values.get(task);
    return value === undefined ? [] : [sourceWords(value.source, value.runNumber)];
  });
  if (sources.length > 0) return [...new Set(sources)].join(', ');
  return lastRun === null ? '' : sourceWords('run', lastRun);
}
