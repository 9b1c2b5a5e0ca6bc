'use client';
import { ChangeList } from '#components/run-view/acts/change-list.tsx';
import { ConsentList } from '#components/run-view/acts/consent-list.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { moveWords } from './move-words.ts';
import type { ClearRuns } from './use-clear-runs.ts';

/** One run that is to go on with another version: what that changes of its drawing, and which task runs start over in it. */
export function MovedRun({ clearing, title }: { clearing: ClearRuns; title: (task: string) => string }) {
  const [preview] = clearing.previews;
  if (clearing.error)
    return (
      <p role="alert" className="text-13 text-st-failed-text">
        {clearing.error.message}
      </p>
    );
  if (!preview) return <Skeleton rows={3} height={32} />;
  if (preview.refused !== null) return <p className="text-13 text-ink-2">{preview.refused}</p>;
  const changes = (clearing.plan[0]?.changes ?? []).map((change) => ({ ...change, twice: change.consent }));
  return (
    <>
      {preview.move ? (
        <p className="mb-2 text-13 text-ink-2" role="status">
          {moveWords(preview.move, title)} What succeeded stays as it is.
        </p>
      ) : null}
      {changes.length > 0 ? <ChangeList preview={{ ok: true, changes }} title={title} /> : null}
      <ConsentList tasks={[...clearing.questions.keys()]} title={title} answers={clearing.answers} onAnswer={clearing.answer} />
    </>
  );
}
