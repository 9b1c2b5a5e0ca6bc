import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { withRequestKey } from '#components/data/with-request-key.ts';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import type { DraftSaver } from '../draft/draft-saver.ts';
import type { ServerActs } from './workflow-session.ts';

/** The acts of one workflow over the API; what they change is read anew. */
export function useServerActs(id: string, saver: DraftSaver | null): ServerActs {
  const api = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMemo<ServerActs>(() => {
    const fresh = async (): Promise<void> => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: trpc.workflows.pathKey() }),
        queries.invalidateQueries({ queryKey: trpc.versions.pathKey() }),
      ]);
    };
    const saved = async (): Promise<number> => (saver === null ? 0 : await saver.flush());
    return {
      async publish(message) {
        const revision = await saved();
        const { version } = await api.versions.publish.mutate({ workflowId: id, revision, message });
        await fresh();
        return version;
      },
      async run({ draft, params }) {
        const revision = draft ? await saved() : null;
        const input = { workflowId: id, draft, ...(params === undefined ? {} : { params }) };
        return withRequestKey({ ...input, revision }, (idempotencyKey) => api.runs.create.mutate({ ...input, idempotencyKey }));
      },
      async setEnabled(enabled) {
        await api.workflows.setEnabled.mutate({ id, enabled });
        await fresh();
      },
      async setTriggerEnabled(triggerId, enabled) {
        await api.workflows.setTriggerEnabled.mutate({ id, triggerId, enabled });
        await fresh();
      },
      async exportFile(source) {
        if (source === 'draft') await saved();
        return api.workflows.export.query({ id, source });
      },
      async remove() {
        await api.workflows.remove.mutate({ id });
        await fresh();
      },
      async restore() {
        await api.workflows.restore.mutate({ id });
        await fresh();
      },
      async duplicate(name) {
        await saved();
        const copy = await api.workflows.create.mutate({ name, from: { type: 'copy', id } });
        await fresh();
        return copy.id;
      },
    };
  }, [api, id, queries, saver, trpc]);
}
