'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import type { WorkflowActs } from '#components/workflows/use-workflow-acts.ts';
import { ExampleCard } from './example-card.tsx';

/** Every example as a card; one click makes a copy of it and opens that. */
export function ExampleGallery({ acts, project }: { acts: WorkflowActs; project?: string }) {
  const examples = useQuery(useTRPC().examples.list.queryOptions());
  if (examples.isError) return <p className="text-13 text-ink-2">The examples could not be read. {examples.error.message}</p>;
  return (
    <ul className="grid grid-cols-3 gap-4 max-lg:grid-cols-2 max-sm:grid-cols-1">
      {(examples.data ?? []).map((example) => (
        <li key={example.id}>
          <ExampleCard
            example={example}
            busy={acts.busy}
            onOpen={() => acts.create({ type: 'example', id: example.id, name: example.name }, project)}
          />
        </li>
      ))}
    </ul>
  );
}
