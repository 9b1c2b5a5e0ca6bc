import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { TagsInput } from '#components/ui/tags-input.tsx';
import { useDesigner } from '../session/use-designer.ts';

/** The workflow's tags; those of other workflows are offered. */
export function WorkflowTags() {
  const tags = useDesigner((s) => s.workflow.tags);
  const edit = useDesigner((s) => s.edit);
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  const known = [...new Set(list.data?.flatMap((other) => other.tags))].sort();
  return (
    <TagsInput
      label="Tags"
      value={tags ?? []}
      known={known}
      placeholder="daily, sales"
      maxLength={60}
      onChange={(next) =>
        edit({ type: 'set-settings', fields: { tags: next.length === 0 ? undefined : next } }, { label: 'tags of the workflow' })
      }
    />
  );
}
