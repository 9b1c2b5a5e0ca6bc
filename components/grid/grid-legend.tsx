import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';

const shown = [
  'failed',
  'upstream_failed',
  'running',
  'queued',
  'up_for_retry',
  'deferred',
  'awaiting_input',
  'skipped',
  'cancelled',
  'none',
] as const;

/** What the signs of the grid mean. */
export function GridLegend() {
  return (
    <footer className="scroll flex h-8 shrink-0 items-center gap-4 border-t border-line px-6 text-12 whitespace-nowrap text-ink-2 max-xl:px-4">
      <span className="flex items-center gap-1.5">
        <i className="size-2 rounded-[2px] bg-st-success-quiet" aria-hidden />
        success
      </span>
      {shown.map((status) => (
        <span key={status} className="flex items-center gap-1.5">
          <StatusGlyph status={status} size={12} hidden still />
          {statusWord(status)}
        </span>
      ))}
    </footer>
  );
}
