import { useDesigner } from '../session/use-designer.ts';

/** Says to screen readers what a gesture did. */
export function Announcer() {
  const said = useDesigner((s) => s.said);
  return (
    <div role="status" aria-live="polite" aria-label="What was done" className="sr-only">
      {said.text}
      {said.n % 2 === 0 ? '' : '\u00a0'}
    </div>
  );
}
