import { cx } from '#components/ui/cx.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSaveState } from '../session/use-save-state.ts';
import { useSession } from '../session/workflow-session.ts';

/** How the draft stands, in a few words. */
export function SaveLine() {
  const state = useSaveState();
  const { saver } = useSession();
  const choose = useDesigner((s) => s.putOffConflict);
  return (
    <span
      role="status"
      aria-label="Draft"
      className={cx(
        'ml-auto flex min-w-0 items-center gap-1.5 truncate text-ink-3 max-xl:text-12 max-sm:order-2 max-sm:w-full max-sm:py-1',
        // Where room is scarce only bad news takes any.
        (state.kind === 'saved' || state.kind === 'saving') && 'max-lg:sr-only',
      )}
    >
      {state.kind === 'saved' ? (
        <span>
          Draft saved <Time at={state.at} parts="time" />
        </span>
      ) : state.kind === 'saving' ? (
        'Saving the draft'
      ) : state.kind === 'away' ? (
        <>
          <ProblemGlyph level="warning" hidden size={14} />
          <span title="Your draft is kept in this browser and is saved when the server answers.">
            Not connected since <Time at={state.since} parts="seconds" />, kept here
          </span>
        </>
      ) : state.kind === 'signed-out' ? (
        <>
          <ProblemGlyph level="warning" hidden size={14} />
          Signed out, kept here
        </>
      ) : state.kind === 'conflict' ? (
        <>
          <ProblemGlyph level="error" hidden size={14} />
          <span className="text-st-failed-text">Not saved: another editor was faster</span>
          <button type="button" className="link" onClick={() => choose(false)}>
            Choose
          </button>
        </>
      ) : (
        <>
          <ProblemGlyph level="error" hidden size={14} />
          <span className="max-w-72 truncate text-st-failed-text" title={state.message}>
            {state.message}
          </span>
          <button type="button" className="link" onClick={() => saver.retry()}>
            Try again
          </button>
        </>
      )}
    </span>
  );
}
