import { useReactFlow, type NodeChange, type OnNodeDrag } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState, type DragEvent } from 'react';
import { boxHeight, boxWidth } from '../geometry/box-size.ts';
import type { CanvasNode } from '../nodes/task-node.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Frame } from '../project/frames.ts';
import type { Laid } from '../project/lay-threads.ts';
import { operatorDrag, type CanvasGestures, type EdgeRef } from './canvas-gestures.ts';
import { carriedBy, shifted, type Places } from './carried-by.ts';
import { edgeUnder } from './edge-under.ts';
import type { GhostStore } from './ghost-store.ts';
import { placedNodes } from './placed-nodes.ts';
import { regroupingOf, type Regrouping } from './regrouping.ts';

interface Hand {
  nodes: CanvasNode[];
  drawing: Drawing;
  laid: ReadonlyMap<string, Laid>;
  frames: readonly Frame[];
  notes: Places;
  selected: ReadonlySet<string>;
  ghost: GhostStore;
  /** React Flow must keep what is held, even when it leaves the view. */
  hold: (id: string | null) => void;
  gestures: CanvasGestures | undefined;
}

/** One drag: what is carried, where it is now, and what that means for groups. */
interface Held {
  id: string;
  from: { x: number; y: number };
  carried: Places;
  now: Places | null;
  regroup: Regrouping | null;
  regrouping: (now: Places) => Regrouping | null;
}

/** Dragging boxes: their places stay here until they are let go, so the document changes once a gesture. */
export function useDrag(hand: Hand) {
  const { nodes, drawing, laid, frames, notes, selected, ghost, hold, gestures } = hand;
  const flow = useReactFlow();
  const [places, setPlaces] = useState<Places | null>(null);
  const [splice, setSplice] = useState<string | null>(null);
  const [regroup, setRegroup] = useState<Regrouping | null>(null);
  const held = useRef<Held | null>(null);
  const shown = useMemo(
    () => (places === null ? nodes : placedNodes(nodes, places, drawing, frames, regroup)),
    [nodes, places, drawing, frames, regroup],
  );
  const takeChanges = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const drag = held.current;
    if (drag === null) return;
    for (const change of changes)
      if (change.type === 'position' && change.id === drag.id && change.dragging === true && change.position !== undefined) {
        drag.now = shifted(
          drag.carried,
          Math.round(change.position.x - drag.from.x),
          Math.round(change.position.y - drag.from.y),
        );
        const next = drag.regrouping(drag.now);
        // The same answer keeps its object: most moves of a drag change no group.
        if (next?.group !== drag.regroup?.group) setRegroup((drag.regroup = next));
        setPlaces(drag.now);
      }
  }, []);
  const edgeOf = (key: string | null): EdgeRef | null => {
    const edge =
      key === null || drawing.merged.has(key) ? undefined : drawing.edges.find((e) => `${e.from}:${e.port}:${e.to}` === key);
    return edge === undefined ? null : { from: edge.from, port: edge.port, to: edge.to };
  };
  const connected = useMemo(() => new Set(drawing.edges.flatMap((edge) => [edge.from, edge.to])), [drawing]);
  const onNodeDragStart: OnNodeDrag<CanvasNode> = (_, node) => {
    const rest = nodes.find((n) => n.id === node.id)?.position ?? node.position;
    const carried = carriedBy(node.id, selected, drawing, frames, notes);
    const regrouping = regroupingOf(node.id, carried, drawing, frames);
    held.current = { id: node.id, from: { ...rest }, carried, now: null, regroup: null, regrouping };
    hold(node.id);
  };
  const onNodeDrag: OnNodeDrag<CanvasNode> = (_, node) => {
    const free = held.current?.carried.size === 1 && node.type === 'task' && !connected.has(node.id);
    setSplice(free ? edgeUnder(laid, rectOf(node), node.id) : null);
  };
  const onNodeDragStop: OnNodeDrag<CanvasNode> = () => {
    const drag = held.current;
    held.current = null;
    hold(null);
    setPlaces(null);
    setSplice(null);
    setRegroup(null);
    if (drag?.now == null) return;
    const edge = edgeOf(splice);
    const at = drag.now.get(drag.id);
    if (edge !== null && at !== undefined) gestures?.splice(edge, drag.id, [at.x, at.y]);
    else gestures?.move(Object.fromEntries([...drag.now].map(([id, p]) => [id, [p.x, p.y] as [number, number]])), drag.regroup);
  };
  const dropRect = (event: DragEvent): { x: number; y: number; width: number; height: number } => {
    const p = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const snap = (v: number): number => Math.round(v / 4) * 4;
    return { x: snap(p.x - boxWidth / 2), y: snap(p.y - boxHeight / 2), width: boxWidth, height: boxHeight };
  };
  const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(operatorDrag);
  const onDragOver = (event: DragEvent): void => {
    if (gestures === undefined || !carries(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const rect = dropRect(event);
    ghost.show({ x: rect.x, y: rect.y, wire: null });
    setSplice(edgeUnder(laid, rect, null));
  };
  const onDragLeave = (event: DragEvent): void => {
    // Going from one element of the canvas to another is no leaving.
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    ghost.show(null);
    setSplice(null);
  };
  const onDrop = (event: DragEvent): void => {
    if (gestures === undefined || !carries(event)) return;
    event.preventDefault();
    const rect = dropRect(event);
    const onto = edgeOf(edgeUnder(laid, rect, null));
    ghost.show(null);
    setSplice(null);
    gestures.drop(event.dataTransfer.getData(operatorDrag), [rect.x, rect.y], onto);
  };
  return { shown, splice, takeChanges, onNodeDragStart, onNodeDrag, onNodeDragStop, onDragOver, onDragLeave, onDrop };
}

function rectOf(node: CanvasNode): { x: number; y: number; width: number; height: number } {
  return { x: node.position.x, y: node.position.y, width: node.width ?? boxWidth, height: node.height ?? boxHeight };
}
