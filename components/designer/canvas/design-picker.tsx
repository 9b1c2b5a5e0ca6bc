import type { RefObject } from 'react';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import type { EdgeRef } from '#components/canvas/gestures/canvas-gestures.ts';
import { impossibleTargets } from '#components/canvas/gestures/impossible-targets.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { drawingOf, manifestOf } from '#components/canvas/project/drawing.ts';
import { ListPicker, type PickerItem } from '#components/ui/list-picker.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import type { DesignActs } from './design-acts.ts';
import { newestVersions } from '../palette/newest-versions.ts';

/** A question of the canvas: which task shall be added here, or where an edge shall go. */
export type Asking =
  | {
      kind: 'add';
      /** Upper left corner of the new box, px of the drawing. */
      at?: [number, number];
      screen?: { x: number; y: number };
      wire: { from: string; port: string } | null;
      /** It goes between the two ends of this edge. */
      onto?: EdgeRef;
    }
  | { kind: 'connect'; from: string; port?: string };

/** Answers it: the operators, or the tasks an edge can reach, with the reason where it cannot. */
export function DesignPicker(props: {
  asking: Asking;
  acts: DesignActs;
  canvas: RefObject<CanvasHandle | null>;
  onClose: () => void;
}) {
  const { asking, acts, canvas, onClose } = props;
  const { catalog } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const done = (id: string | null): void => {
    onClose();
    if (id !== null) requestAnimationFrame(() => canvas.current?.reveal(id, { focus: true }));
  };
  const name = (id: string): string => workflow.tasks.find((task) => task.id === id)?.name ?? id;
  if (asking.kind === 'add')
    return (
      <ListPicker
        title={
          asking.onto !== undefined
            ? `What goes between ${name(asking.onto.from)} and ${name(asking.onto.to)}?`
            : asking.wire === null
              ? 'What shall be added?'
              : `What follows ${name(asking.wire.from)}?`
        }
        at={asking.screen}
        items={newestVersions(catalog).map((m) => ({
          id: `${m.type}@${m.version}`,
          title: m.title,
          note: m.description,
          words: `${m.type} ${m.group}`,
          icon: <OperatorIcon name={m.icon} />,
        }))}
        onClose={onClose}
        onPick={(operator) => {
          const manifest = manifestOf(catalog, operator);
          if (manifest === undefined) return;
          const { at, onto, wire } = asking;
          done(
            onto !== undefined
              ? acts.add(manifest, { onto })
              : acts.add(manifest, {
                  ...(at === undefined ? {} : { at }),
                  ...(wire === null && at === undefined ? {} : { wire }),
                }),
          );
        }}
      />
    );
  const ports = drawingOf(workflow, catalog).boxes.get(asking.from)?.ports ?? ['out'];
  const items: PickerItem[] = ports.flatMap((port) => {
    const impossible = impossibleTargets(workflow.edges, asking.from, port);
    return workflow.tasks
      .filter((task) => task.id !== asking.from)
      .map((task) => {
        const reason = impossible.get(task.id);
        return {
          id: `${port}:${task.id}`,
          title: ports.length > 1 ? `${port}: ${task.name ?? task.id}` : (task.name ?? task.id),
          words: task.id,
          icon: <OperatorIcon name={manifestOf(catalog, task.operator)?.icon ?? 'box'} />,
          ...(reason === undefined ? {} : { impossible: reason }),
        };
      });
  });
  return (
    <ListPicker
      title={`Connect ${name(asking.from)} to`}
      items={items}
      onClose={onClose}
      onPick={(id) => {
        const cut = id.lastIndexOf(':');
        acts.connect({ from: asking.from, port: id.slice(0, cut), to: id.slice(cut + 1) });
        done(asking.from);
      }}
    />
  );
}
