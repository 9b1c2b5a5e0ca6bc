import { StatusGlyph } from '#components/ui/status-glyph.tsx';

/** Whether a part of the product answers: glyph and word. */
export function Up({ up, word }: { up: boolean; word?: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <StatusGlyph status={up ? 'success' : 'failed'} size={14} hidden />
      <span className={up ? '' : 'text-st-failed-text'}>{word ?? (up ? 'up' : 'does not answer')}</span>
    </span>
  );
}
