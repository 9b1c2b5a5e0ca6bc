import { memo } from 'react';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { statusShape } from '#components/ui/status-shape.tsx';
import { OperatorIcon } from './operator-icon.tsx';

/** Every drawing that boxes repeat, once: a box then needs two elements an icon, not five. */
export const Sprite = memo(function Sprite({ icons }: { icons: readonly string[] }) {
  return (
    <svg width="0" height="0" className="cv-sprite" aria-hidden>
      {icons.map((name) => (
        <symbol key={name} id={`cv-i-${name}`} viewBox="0 0 24 24">
          <OperatorIcon name={name} size={24} />
        </symbol>
      ))}
      {Object.entries(statusShape).map(([status, shape]) => (
        <symbol key={status} id={`cv-g-${status}`} viewBox="0 0 16 16">
          {shape}
        </symbol>
      ))}
      {(['error', 'warning'] as const).map((level) => (
        <symbol key={level} id={`cv-p-${level}`} viewBox="0 0 16 16">
          <ProblemGlyph level={level} hidden />
        </symbol>
      ))}
    </svg>
  );
});
