import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useState, type RefObject } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import type { FarScene } from '../far/far-scene.ts';
import { boxStatus } from '../live/box-status.ts';
import { taskSummary } from '../project/task-summary.ts';

/** So long the pointer rests before a box says more, ms. */
const rest = 300;
/** Problems that are told; the panel has the others. */
const most = 4;

/**
 * What a box under the pointer, or with the keyboard, has to say beyond its room: its problems in words, and below zoom 0.8 its name and
 * second line. One element for the whole canvas, so no box carries it.
 */
export function BoxCard(props: { root: RefObject<HTMLElement | null>; scene: FarScene; catalog: readonly Manifest[] }) {
  const { root, scene, catalog } = props;
  const store = useStoreApi();
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let over: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: string | null, wait: number): void => {
      if (next === over) return;
      over = next;
      clearTimeout(timer);
      setId(null);
      if (next !== null) timer = setTimeout(() => setId(next), wait);
    };
    const boxOf = (target: EventTarget | null): string | null =>
      target instanceof Element ? (target.closest<HTMLElement>('[data-task]')?.dataset['task'] ?? null) : null;
    const point = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') show(event.buttons === 0 ? boxOf(event.target) : null, rest);
    };
    const focus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches('[data-task]:focus-visible')) show(boxOf(event.target), 0);
    };
    const hide = (): void => show(null, 0);
    const listeners = [
      ['pointerover', point],
      ['pointerleave', hide],
      ['pointerdown', hide],
      ['wheel', hide],
      ['focusin', focus],
      ['focusout', hide],
      ['keydown', hide],
    ] as const;
    for (const [type, listen] of listeners) element.addEventListener(type, listen as EventListener, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const [type, listen] of listeners) element.removeEventListener(type, listen as EventListener);
    };
  }, [root]);
  const box = id === null ? undefined : scene.drawing.boxes.get(id);
  // Nobody looks at where the view stands while no card is shown: a move of it draws nothing here.
  const view = useStore((s) => (box === undefined ? null : s.transform));
  if (box === undefined || view === null) return null;
  const [x, y, zoom] = view;
  const problems = scene.problems.get(box.id)?.lines ?? [];
  const small = zoom < 0.8;
  if (!small && problems.length === 0) return null;
  const live = scene.live?.task(box.id) ?? null;
  const status = boxStatus(scene.live, live);
  const manifest = catalog.find((m) => `${m.type}@${m.version}` === box.task?.operator);
  const second =
    status !== null
      ? (live?.reason ?? statusWord(status))
      : box.task === null
        ? `${box.members.length} tasks`
        : taskSummary(manifest, box.task.config);
  const { width, height } = store.getState();
  const left = box.rect.x * zoom + x;
  const right = width - (box.rect.x + box.rect.width) * zoom - x;
  const across = left > width - 328 ? { right: Math.max(8, right) } : { left: Math.max(8, left) };
  const below = (box.rect.y + box.rect.height) * zoom + y + 10;
  const place = below > height - 120 ? { bottom: height - (box.rect.y * zoom + y) + 14 } : { top: below };
  return (
    <div className="cv-card" role="tooltip" style={{ ...across, ...place }}>
      {small ? (
        <>
          <b>{box.title}</b>
          {second}
        </>
      ) : null}
      {problems.length === 0 ? null : (
        <ul aria-label="Problems">
          {problems.slice(0, most).map((problem, i) => (
            <li key={i}>
              <ProblemGlyph level={problem.level} size={14} className="mt-px" />
              <span>{problem.text}</span>
            </li>
          ))}
          {problems.length > most ? <li>and {problems.length - most} more</li> : null}
        </ul>
      )}
    </div>
  );
}
