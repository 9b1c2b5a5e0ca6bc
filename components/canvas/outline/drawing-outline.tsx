import { memo, useDeferredValue, useMemo } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { outlineLines } from './outline-lines.ts';

/** So many tasks are entries of their own; the others are one text, so that a large drawing does not cost thousands of elements. */
const most = 300;

/**
 * The drawing as a list for screen readers: every task, what it is, what it waits for, its group and what `words` tells of it. Boxes out of
 * sight are not in the page otherwise.
 */
export const DrawingOutline = memo(function DrawingOutline(props: {
  workflow: Workflow;
  manifests: ReadonlyMap<string, Manifest>;
  /** Problems, or a status; null: nothing. */
  words: (task: string) => string | null;
}) {
  const { manifests, words } = props;
  // Nobody waits for it: a keystroke in a form is drawn first.
  const workflow = useDeferredValue(props.workflow);
  const lines = useMemo(() => outlineLines(workflow, manifests, words), [workflow, manifests, words]);
  return (
    <section className="sr-only" aria-label="Outline of the drawing">
      <ol>
        {lines.slice(0, most).map((line) => (
          <Line key={line.id} text={line.text} />
        ))}
      </ol>
      {lines.length > most ? (
        <p>
          {lines
            .slice(most)
            .map((line) => line.text)
            .join('. ')}
        </p>
      ) : null}
    </section>
  );
});

/** An unchanged line is left alone. */
const Line = memo(function Line({ text }: { text: string }) {
  return <li>{text}</li>;
});
