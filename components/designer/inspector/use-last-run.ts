import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { useSession } from '../session/workflow-session.ts';

/** What the last run left: outputs by task, and what a template would have been in it. Null while there is none. */
export interface LastRun {
  id: string;
  number: number;
  at: number;
  outputs: ReadonlyMap<string, Json>;
  /** What a template could read in it. */
  scope: JsonObject;
  preview: (text: string) => string | null;
}

export function useLastRun(): LastRun | null {
  const { id } = useSession();
  const trpc = useTRPC();
  const runs = useQuery(trpc.runs.list.queryOptions({ workflowId: id, limit: 1 }));
  const run = runs.data?.runs[0];
  const outputs = useQuery(trpc.runs.outputs.queryOptions({ runId: run?.id ?? '' }, { enabled: run !== undefined }));
  return useMemo(() => {
    if (run === undefined || outputs.data === undefined) return null;
    const byTask = new Map<string, Json>();
    for (const { task, output } of outputs.data) if (!byTask.has(task)) byTask.set(task, output as Json);
    const ds = new Date(run.logicalTime).toISOString();
    const scope: JsonObject = {
      params: run.params as JsonObject,
      tasks: Object.fromEntries([...byTask].map(([task, output]) => [task, { output, status: 'success' }])),
      ds: ds.slice(0, 10),
      ts: ds,
      logical_time: ds,
      data_interval_start: ds,
      data_interval_end: ds,
      run: { id: run.id, number: run.number, type: run.runType },
    };
    const kept = new Map<string, string | null>();
    return {
      id: run.id,
      number: run.number,
      at: run.logicalTime,
      outputs: byTask,
      scope,
      preview(text: string): string | null {
        const known = kept.get(text);
        if (known !== undefined) return known;
        let value: string | null = null;
        try {
          const rendered = renderTemplate(text, scope);
          value = typeof rendered === 'string' ? rendered : JSON.stringify(rendered);
        } catch {
          // Half-typed, or it reads what that run did not have: nothing is shown.
        }
        kept.set(text, value);
        return value;
      },
    };
  }, [run, outputs.data]);
}
