import { TRPCClientError } from '@trpc/client';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { errorReason } from '#components/data/error-reason.ts';
import type { SaveFault } from './draft-saver.ts';

/** What a failed save means: nobody answered, somebody else was faster, or a refusal with its sentence. */
export function saveFault(error: unknown): SaveFault {
  const reason = errorReason(error);
  if (reason === null) {
    // No data at all: the request never reached our API, or what answered was not it.
    if (!(error instanceof TRPCClientError) || error.data == null) return { kind: 'away' };
    const status = (error.data as { httpStatus?: number }).httpStatus ?? 0;
    return status >= 500 ? { kind: 'away' } : { kind: 'refused', message: error.message };
  }
  if (reason.reason === 'draft.conflict') {
    const current = (reason.details as { current?: { revision: number; definition: WorkflowFile; savedAt: number } } | undefined)
      ?.current;
    if (current !== undefined) return { kind: 'conflict', theirs: current };
  }
  if (reason.reason === 'auth.required') return { kind: 'signed-out' };
  const status = ((error as TRPCClientError<never>).data as { httpStatus?: number } | undefined)?.httpStatus ?? 0;
  return status >= 500 ? { kind: 'away' } : { kind: 'refused', message: (error as Error).message };
}
