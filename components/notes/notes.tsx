'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import { NoteForm } from './note-form.tsx';
import { NoteView } from './note-view.tsx';

/** Notes beside a run: those of one task run (`task`), or all of them; a new one is of what is looked at. */
export function Notes(props: {
  runId: string;
  task?: string;
  index?: number | undefined;
  title: (task: string) => string;
  mayWrite: boolean;
}) {
  const { runId, task, index } = props;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const list = useQuery(trpc.notes.list.queryOptions({ runId }, { staleTime: 5_000 }));
  const options = {
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.notes.list.queryKey({ runId }) }),
    onError: (error: { message: string }) => toast({ level: 'error', title: 'The note was not changed.', body: error.message }),
  };
  const create = useMutation(trpc.notes.create.mutationOptions(options));
  const update = useMutation(trpc.notes.update.mutationOptions(options));
  const remove = useMutation(trpc.notes.remove.mutationOptions(options));
  const [edited, setEdited] = useState<string | null>(null);
  if (list.isPending) return <Skeleton rows={3} />;
  if (!list.data)
    return (
      <EmptyState title="The notes cannot be read." action={<Button onClick={() => void list.refetch()}>Try again</Button>}>
        {list.error.message}
      </EmptyState>
    );
  const shown = list.data.filter((note) => task === undefined || (note.task === task && note.mapIndex === (index ?? null)));
  return (
    <div className="scroll min-h-0 flex-1 px-4 py-3">
      {shown.length === 0 ? (
        <p className="mb-3 text-12 text-ink-3">
          No note yet. What the next person should know, such as why it failed, is best written beside it.
        </p>
      ) : (
        <ul aria-label="Notes" className="mb-3 flex flex-col gap-3">
          {shown.map((note) => (
            <li key={note.id} className="rounded-control border border-line px-3 py-2.5">
              {edited === note.id ? (
                <NoteForm
                  text={note.text}
                  word="Save"
                  busy={update.isPending}
                  onCancel={() => setEdited(null)}
                  onSave={(text) =>
                    update.mutate({ id: note.id, revision: note.revision, text }, { onSuccess: () => setEdited(null) })
                  }
                />
              ) : (
                <NoteView
                  note={note}
                  about={task === undefined && note.task !== null ? props.title(note.task) : null}
                  onEdit={() => setEdited(note.id)}
                  onDelete={() =>
                    remove.mutate(
                      { id: note.id },
                      {
                        onSuccess: () =>
                          toast({
                            title: 'Note deleted.',
                            undo: () =>
                              create.mutate({
                                runId,
                                text: note.text,
                                ...(note.task === null ? {} : { task: note.task }),
                                ...(note.mapIndex === null ? {} : { index: note.mapIndex }),
                              }),
                          }),
                      },
                    )
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {props.mayWrite ? (
        <NoteForm
          key={shown.length}
          text=""
          word="Add note"
          busy={create.isPending}
          onSave={(text) =>
            create.mutate({ runId, text, ...(task === undefined ? {} : { task }), ...(index === undefined ? {} : { index }) })
          }
        />
      ) : null}
    </div>
  );
}
