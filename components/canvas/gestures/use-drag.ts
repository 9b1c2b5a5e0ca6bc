import { useReactFlow, type NodeChange, type OnNodeDrag } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState, type DragEvent } from 'react';
import { boxHeight, boxWidth } from '../geometry/box-size.ts';
import type { CanvasNode } from '../nodes/task-node.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Laid } from '../project/lay-threads.ts';
import { operatorDrag, type CanvasGestures, type EdgeRef } from './canvas-gestures.ts';
import { edgeUnder } from './edge-under.ts';

type Places = ReadonlyMap<string, { x: number; y: number }>;

/** Dragging boxes: their places stay here until they are let go, so the document changes once a gesture. */
export function useDrag(
  nodes: CanvasNode[],
  drawing: Drawing,
  laid: ReadonlyMap<string, Laid>,
  gestures: CanvasGestures | undefined,
) {
  const flow = useReactFlow();
  const [places, setPlaces] = useState<Places | null>(null);
  const [splice, setSplice] = useState<string | null>(null);
  const live = useRef<Map<string, { x: number; y: number }>>(new Map());
  const shown = useMemo(
    () =>
      places === null
        ? nodes
        : nodes.map((node) => {
            const at = places.get(node.id);
            return at === undefined ? node : ({ ...node, position: at } as CanvasNode);
          }),
    [nodes, places],
  );
  const takeChanges = useCallback((changes: NodeChange<CanvasNode>[]) => {
    let any = false;
    for (const change of changes)
      if (change.type === 'position' && change.dragging === true && change.position !== undefined) {
        live.current.set(change.id, change.position);
        any = true;
      }
    if (any) setPlaces(new Map(live.current));
  }, []);
  const edgeOf = (key: string | null): EdgeRef | null => {
    const edge = key === null ? undefined : drawing.edges.find((e) => `${e.from}:${e.port}:${e.to}` === key);
    return edge === undefined ? null : { from: edge.from, port: edge.port, to: edge.to };
  };
  const connected = useMemo(() => new Set(drawing.edges.flatMap((edge) => [edge.from, edge.to])), [drawing]);
  const onNodeDrag: OnNodeDrag<CanvasNode> = (_, node, all) => {
    const free = all.length === 1 && node.type === 'task' && !connected.has(node.id);
    setSplice(free ? edgeUnder(laid, rectOf(node), node.id) : null);
  };
  const onNodeDragStop: OnNodeDrag<CanvasNode> = (_, node, all) => {
    const moved = new Map(live.current);
    live.current = new Map();
    setPlaces(null);
    setSplice(null);
    if (moved.size === 0) return;
    const edge = splice === null || all.length !== 1 ? null : edgeOf(splice);
    const at = moved.get(node.id);
    if (edge !== null && at !== undefined) gestures?.splice(edge, node.id, [at.x, at.y]);
    else gestures?.move(Object.fromEntries([...moved].map(([id, p]) => [id, [p.x, p.y] as [number, number]])));
  };
  const dropRect = (event: DragEvent): { x: number; y: number; width: number; height: number } => {
    const p = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return { x: p.x - boxWidth / 2, y: p.y - boxHeight / 2, width: boxWidth, height: boxHeight };
  };
  const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(operatorDrag);
  const onDragOver = (event: DragEvent): void => {
    if (gestures === undefined || !carries(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setSplice(edgeUnder(laid, dropRect(event), null));
  };
  const onDragLeave = (): void => setSplice(null);
  const onDrop = (event: DragEvent): void => {
    if (gestures === undefined || !carries(event)) return;
    event.preventDefault();
    const rect = dropRect(event);
    const onto = edgeOf(edgeUnder(laid, rect, null));
    setSplice(null);
    gestures.drop(event.dataTransfer.getData(operatorDrag), [Math.round(rect.x / 4) * 4, Math.round(rect.y / 4) * 4], onto);
  };
  return { shown, splice, takeChanges, onNodeDrag, onNodeDragStop, onDragOver, onDragLeave, onDrop };
}

function rectOf(node: CanvasNode): { x: number; y: number; width: number; height: number } {
  return { x: node.position.x, y: node.position.y, width: node.width ?? boxWidth, height: node.height ?? boxHeight };
}
