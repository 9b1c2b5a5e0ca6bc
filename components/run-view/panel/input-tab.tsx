'use client';
import { useQuery } from '@tanstack/react-query';
import type { Json } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { DataView } from './data-view.tsx';

/** What came in: outputs of the direct upstreams, and the run's params. */
export function InputTab(props: {
  runId: string;
  workflow: Workflow;
  task: string;
  params: { [key: string]: Json };
  title: (task: string) => string;
}) {
  const outputs = useQuery(useTRPC().runs.outputs.queryOptions({ runId: props.runId }));
  const upstream = [...new Set(props.workflow.edges.filter((e) => e.to === props.task).map((e) => e.from))];
  if (outputs.isPending) return <Skeleton rows={4} height={28} />;
  if (outputs.isError) return <EmptyState title="The outputs could not be read.">{outputs.error.message}</EmptyState>;
  const given = upstream.flatMap((id) => outputs.data.filter((o) => o.task === id).map((o) => ({ ...o, id })));
  const params = Object.keys(props.params).length > 0;
  if (given.length === 0 && !params)
    return (
      <EmptyState title="Nothing came in." className="py-10">
        {upstream.length === 0 ? 'It has no upstream, and the run has no params.' : 'Its upstreams have left no output yet.'}
      </EmptyState>
    );
  return (
    <div className="scroll min-h-0 flex-1 px-4 py-3">
      {given.map((o) => (
        <DataView
          key={`${o.id}/${o.mapIndex}`}
          title={o.mapIndex < 0 ? props.title(o.id) : `${props.title(o.id)} [${o.mapIndex}]`}
          note="output"
          value={o.output}
        />
      ))}
      {params ? <DataView title="Params" note="of this run" value={props.params} /> : null}
    </div>
  );
}
