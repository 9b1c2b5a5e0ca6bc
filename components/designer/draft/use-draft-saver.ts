import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { stripDefaults, type Stripped } from '#domain/definition/canonical.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { useFeedState } from '#components/data/use-feed-state.ts';
import type { DesignerStore } from '../store/designer-store.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import { keepDraft } from './kept-draft.ts';
import { saveFault } from './save-fault.ts';

/** A copy in the browser is written at most this often, ms; leaving the page writes it at once. */
const keepEveryMs = 300;
/** A save without an answer for so long is told as not saved, ms; it is tried again. */
const patienceMs = 10_000;

/** Saves the document of a store whenever it changes, for as long as the page is open. */
export function useDraftSaver(
  id: string,
  store: DesignerStore,
  draft: { revision: number; savedAt: number; document: Workflow | null },
): DraftSaver {
  const api = useTRPCClient();
  const queries = useQueryClient();
  const opened = useTRPC().workflows.get.queryKey({ id });
  const keeping = useRef<{ write: () => void } | null>(null);
  const [saver] = useState(() => {
    let latest: Parameters<Parameters<typeof createDraftSaver>[3]['keep']>[0] = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    // Typing writes it thrice a second: only the task that was typed in is made ready again.
    const known: Stripped = new WeakMap();
    const write = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      keepDraft(
        id,
        latest === null
          ? null
          : {
              baseRevision: latest.baseRevision,
              definition: stripDefaults(latest.workflow, known),
              ...(latest.base === null ? {} : { base: stripDefaults(latest.base, known) }),
              at: latest.at,
            },
      );
    };
    keeping.current = { write };
    return createDraftSaver(draft.revision, draft.savedAt, draft.document, {
      async save(baseRevision, definition) {
        const saved = await api.drafts.save.mutate(
          { workflowId: id, baseRevision, definition },
          // A server that takes it and says nothing is away too.
          { signal: AbortSignal.timeout(patienceMs) },
        );
        // Whoever comes back to these pages in a moment opens what stands now, not what was read before.
        queries.setQueryData(opened, (read) => read && { ...read, draft: { ...read.draft, ...saved, definition } });
        return saved;
      },
      fault: saveFault,
      keep(kept) {
        latest = kept;
        if (kept === null) write();
        else timer ??= setTimeout(write, keepEveryMs);
      },
      later(run, ms) {
        const handle = setTimeout(run, ms);
        return () => clearTimeout(handle);
      },
      now: Date.now,
    });
  });
  useEffect(() => {
    let before = store.getState().workflow;
    const leave = store.subscribe((state) => {
      if (state.workflow === before) return;
      before = state.workflow;
      saver.change(state.workflow);
    });
    const online = (): void => saver.retry();
    const hidden = (): void => keeping.current?.write();
    const unload = (event: BeforeUnloadEvent): void => {
      keeping.current?.write();
      // What is on its way or cannot be sent is kept in this browser; a conflict waits for the person.
      if (saver.state().kind === 'conflict') event.preventDefault();
    };
    addEventListener('online', online);
    addEventListener('pagehide', hidden);
    addEventListener('beforeunload', unload);
    return () => {
      leave();
      void saver.flush().catch(() => undefined);
      removeEventListener('online', online);
      removeEventListener('pagehide', hidden);
      removeEventListener('beforeunload', unload);
    };
  }, [store, saver]);
  const feed = useFeedState();
  useEffect(() => {
    if (feed === 'live' || feed === 'polling') saver.retry();
  }, [feed, saver]);
  return saver;
}
