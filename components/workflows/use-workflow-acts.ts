'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { withRequestKey } from '#components/data/with-request-key.ts';
import { toast } from '#components/ui/toast.ts';
import { saveFile } from './save-file.ts';
import { useUndo } from './use-undo.ts';
import type { WorkflowItem } from './workflow-item.ts';

/** What a new workflow begins as. */
export type Beginning = { type: 'blank'; name: string } | { type: 'example'; id: string; name: string };

export interface WorkflowActs {
  setEnabled: (workflow: WorkflowItem, enabled: boolean) => void;
  run: (workflow: WorkflowItem) => void;
  remove: (workflow: WorkflowItem) => void;
  /** Into a folder; an empty name takes them out of theirs. */
  move: (workflows: readonly WorkflowItem[], project: string) => void;
  duplicate: (workflow: WorkflowItem) => void;
  exportFile: (workflow: WorkflowItem) => void;
  create: (from: Beginning, project?: string) => void;
  /** Asks for the name of a new workflow first. */
  askName: (project?: string) => void;
  /** The question that is open, with a free name; null: none is. */
  naming: { offered: string; project: string | undefined; leave: () => void } | null;
  importFiles: (files: File[], project?: string) => void;
  undo: () => void;
  /** Something is being made now. */
  busy: boolean;
}

const failed = (title: string) => (error: { message: string }) => toast({ level: 'error', title, body: error.message });

/** Everything that can be done to workflows from the list; each says what came of it. */
export function useWorkflowActs(): WorkflowActs {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const { done, undo } = useUndo();
  const [naming, setNaming] = useState<{ offered: string; project: string | undefined } | null>(null);
  const listKey = trpc.workflows.list.queryKey();
  // A first reading of the list that is still under way may have begun before the act: it would be taken for the new one.
  const refresh = async () => {
    await cache.cancelQueries({ queryKey: listKey });
    await cache.invalidateQueries({ queryKey: listKey });
  };

  const enable = useMutation(
    trpc.workflows.setEnabled.mutationOptions({
      // The switch moves at once and goes back when the engine refuses.
      onMutate: async ({ id, enabled }) => {
        await cache.cancelQueries({ queryKey: listKey });
        const before = cache.getQueryData(listKey);
        cache.setQueryData(listKey, (list) => list?.map((w) => (w.id === id ? { ...w, enabled } : w)));
        return { before };
      },
      onError: (error, { enabled }, context) => {
        cache.setQueryData(listKey, context?.before);
        failed(enabled ? 'It stays off.' : 'It stays on.')(error);
      },
      onSettled: refresh,
    }),
  );
  const client = useTRPCClient();
  const run = useMutation({
    mutationFn: (input: { workflowId: string; draft: boolean }) =>
      withRequestKey(input, (idempotencyKey) => client.runs.create.mutate({ ...input, idempotencyKey })),
    onError: failed('It did not start.'),
  });
  const remove = useMutation(
    trpc.workflows.remove.mutationOptions({
      onMutate: async ({ id }) => {
        await cache.cancelQueries({ queryKey: listKey });
        const before = cache.getQueryData(listKey);
        cache.setQueryData(listKey, (list) => list?.filter((w) => w.id !== id));
        return { before };
      },
      onError: (error, _, context) => {
        cache.setQueryData(listKey, context?.before);
        failed('It was not deleted.')(error);
      },
      onSettled: refresh,
    }),
  );
  const restore = useMutation(
    trpc.workflows.restore.mutationOptions({ onError: failed('It did not come back.'), onSettled: refresh }),
  );
  const move = useMutation(
    trpc.workflows.move.mutationOptions({
      onMutate: async ({ ids, project }) => {
        await cache.cancelQueries({ queryKey: listKey });
        const before = cache.getQueryData(listKey);
        cache.setQueryData(listKey, (list) => list?.map((w) => (ids.includes(w.id) ? { ...w, project } : w)));
        return { before };
      },
      onError: (error, _, context) => {
        cache.setQueryData(listKey, context?.before);
        failed('Nothing was moved.')(error);
      },
      onSettled: refresh,
    }),
  );
  const create = useMutation(
    trpc.workflows.create.mutationOptions({ onError: failed('No workflow was made.'), onSettled: refresh }),
  );
  const importOne = useMutation(trpc.workflows.import.mutationOptions({ onSettled: refresh }));

  return useMemo((): WorkflowActs => {
    const open = (id: string) => router.push(`/workflows/${encodeURIComponent(id)}`);
    const names = () => new Set(cache.getQueryData(listKey)?.map((w) => w.name));
    const free = (name: string) => {
      const taken = names();
      if (!taken.has(name)) return name;
      for (let n = 2; ; n++) if (!taken.has(`${name} ${n}`)) return `${name} ${n}`;
    };
    return {
      busy: create.isPending || importOne.isPending,
      undo,
      askName: (project) => setNaming({ offered: free('New workflow'), project }),
      naming: naming && { ...naming, leave: () => setNaming(null) },
      // Said and undoable at once: who sees the switch move may press Z before the server has answered.
      setEnabled: (workflow, enabled) => {
        const made = enable.mutateAsync({ id: workflow.id, enabled }).catch(() => null);
        done(`${workflow.name} is ${enabled ? 'on' : 'off'}.`, () =>
          made.then((ok) => (ok ? enable.mutate({ id: workflow.id, enabled: !enabled }) : undefined)),
        );
      },
      run: (workflow) =>
        run.mutate(
          { workflowId: workflow.id, draft: workflow.version === null },
          { onSuccess: ({ runId }) => router.push(`/runs/${encodeURIComponent(runId)}`) },
        ),
      remove: (workflow) => {
        const gone = remove.mutateAsync({ id: workflow.id }).catch(() => null);
        done(
          `${workflow.name} deleted.`,
          () => gone.then((ok) => (ok ? restore.mutate({ id: workflow.id }) : undefined)),
          workflow.recent.length > 0 ? 'Its runs stay.' : undefined,
        );
      },
      move: (workflows, project) => {
        const moving = workflows.filter((w) => w.project !== project);
        if (moving.length === 0) return;
        const moved = move.mutateAsync({ ids: moving.map((w) => w.id), project }).catch(() => null);
        const what = moving.length === 1 ? (moving[0]?.name ?? '') : `${moving.length} workflows`;
        done(project === '' ? `${what} taken out of the folder.` : `${what} moved to ${project}.`, () =>
          moved.then((answer) => {
            for (const old of new Set(answer?.before.map((w) => w.project)))
              move.mutate({ ids: answer?.before.flatMap((w) => (w.project === old ? [w.id] : [])) ?? [], project: old });
          }),
        );
      },
      duplicate: (workflow) =>
        create.mutate(
          { name: free(`${workflow.name} copy`), project: workflow.project, from: { type: 'copy', id: workflow.id } },
          { onSuccess: ({ id }) => open(id) },
        ),
      exportFile: (workflow) =>
        void cache
          .fetchQuery(trpc.workflows.export.queryOptions({ id: workflow.id }, { staleTime: 0 }))
          .then(({ text, filename }) => saveFile(text, filename, 'application/json'))
          .catch(failed(`${workflow.name} was not exported.`)),
      create: (from, project) =>
        create.mutate(
          {
            // Two may be called the same where a person says so.
            name: from.type === 'blank' ? from.name : free(from.name),
            ...(project ? { project } : {}),
            from: from.type === 'blank' ? { type: 'blank' } : { type: 'example', id: from.id },
          },
          { onSuccess: ({ id }) => open(id) },
        ),
      importFiles: (files, project) =>
        void (async () => {
          for (const file of files) {
            try {
              const { problems } = await importOne.mutateAsync({ text: await file.text(), ...(project ? { project } : {}) });
              const errors = problems.filter((p) => p.level === 'error').length;
              toast({
                title: `${file.name} imported, switched off.`,
                body: errors > 0 ? `It has ${errors} ${errors === 1 ? 'error' : 'errors'}; open it to see them.` : undefined,
              });
            } catch (error) {
              failed(`${file.name} was not imported.`)(error instanceof Error ? error : { message: 'It cannot be read.' });
            }
          }
        })(),
    };
    // Mutations and the cache keep their identity; only the two flags change what is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [create.isPending, importOne.isPending, router, done, undo, naming]);
}
