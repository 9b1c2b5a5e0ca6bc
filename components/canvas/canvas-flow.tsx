import { ReactFlow, useStore, type EdgeChange, type NodeChange } from '@xyflow/react';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { CanvasContext, type CanvasShared } from './canvas-context.ts';
import type { CanvasProps } from './canvas-surface.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import type { ThreadEdge } from './edges/thread.ts';
import { TaskThread } from './edges/task-thread.tsx';
import { WireLine } from './edges/wire-line.tsx';
import { FarCanvas } from './far/far-canvas.tsx';
import { MiniMap } from './far/mini-map.tsx';
import { useDrag } from './gestures/use-drag.ts';
import { useWire } from './gestures/use-wire.ts';
import { walk, type Arrow } from './gestures/walk.ts';
import { WireTip } from './gestures/wire-tip.tsx';
import { createWireStore } from './gestures/wire-store.ts';
import { WarpGround } from './ground/warp-ground.tsx';
import { FrameBox } from './nodes/frame-box.tsx';
import { NoteBox } from './nodes/note-box.tsx';
import { Sprite } from './nodes/sprite.tsx';
import { TaskBox } from './nodes/task-box.tsx';
import type { CanvasNode } from './nodes/task-node.ts';
import { useDetail } from './nodes/use-detail.ts';
import { useCanvasHandle } from './use-canvas-handle.ts';
import { useProjection } from './use-projection.ts';

const nodeTypes = { task: TaskBox, note: NoteBox, frame: FrameBox };
const edgeTypes = { thread: TaskThread };
const noNodes: CanvasNode[] = [];
const noEdges: ThreadEdge[] = [];
const grid: [number, number] = [4, 4];
const multi = ['Shift', 'Meta', 'Control'];
const zoomKeys = ['Meta', 'Control'];
const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** React Flow, wired: projection in, gestures out. Holds no document and no rules of its own. */
export function CanvasFlow(props: CanvasProps) {
  const { gestures, onSelect, onOpen, live } = props;
  const design = props.mode === 'design';
  const root = useRef<HTMLDivElement>(null);
  const { drawing, laid, nodes, edges, scene, selected } = useProjection(props);
  const handle = useCanvasHandle(drawing, root, props.ref);
  const [wire] = useState(createWireStore);
  const shared = useMemo<CanvasShared>(
    () => ({ live: live ?? null, wire, design, editNote: gestures?.editNote.bind(gestures) ?? null }),
    [live, wire, design, gestures],
  );
  const wires = useWire(drawing, wire, gestures);
  const drag = useDrag(nodes, drawing, laid, gestures);
  const { splice } = drag;
  const threads = useMemo(
    () => (splice === null ? edges : edges.map((e) => (e.id === splice ? { ...e, className: 'cv-splice' } : e))),
    [edges, splice],
  );
  const far = useDetail() === 'far';
  // In steps, so that zooming does not style every box anew at each frame.
  const zoomStep = useStore((s) => Math.max(0.35, Math.min(0.8, Math.round(s.transform[2] * 20) / 20)));
  const icons = useMemo(() => [...new Set(['layers', 'box', ...props.catalog.map((m) => m.icon)])], [props.catalog]);

  const select = useCallback(
    (changes: (NodeChange<CanvasNode> | EdgeChange<ThreadEdge>)[]) => {
      const next = new Set(selected);
      let any = false;
      for (const change of changes)
        if (change.type === 'select') {
          any = true;
          if (change.selected) next.add(change.id);
          else next.delete(change.id);
        }
      if (any) onSelect?.([...next]);
    },
    [selected, onSelect],
  );
  const { takeChanges } = drag;
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      takeChanges(changes);
      select(changes);
    },
    [takeChanges, select],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<ThreadEdge>[]) => select(changes), [select]);

  const fitted = useRef(false);
  const fitOnce = useCallback(() => {
    if (fitted.current) return;
    fitted.current = true;
    handle.fit();
  }, [handle]);
  useEffect(() => {
    // Once the pane knows its size; a later change of the drawing leaves the view where the person put it.
    const element = root.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => requestAnimationFrame(fitOnce));
    observer.observe(element);
    return () => observer.disconnect();
  }, [fitOnce]);

  const boxAt = (event: MouseEvent): string | null => {
    const bounds = root.current?.getBoundingClientRect();
    const view = root.current?.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    const match = /translate\(([-\d.]+)px, ?([-\d.]+)px\) scale\(([-\d.]+)\)/.exec(view);
    if (bounds === undefined || match === null) return null;
    const [x = 0, y = 0, zoom = 1] = match.slice(1).map(Number);
    const px = (event.clientX - bounds.left - x) / zoom;
    const py = (event.clientY - bounds.top - y) / zoom;
    for (const box of drawing.boxes.values())
      if (px >= box.rect.x && px <= box.rect.x + box.rect.width && py >= box.rect.y && py <= box.rect.y + box.rect.height)
        return box.id;
    return null;
  };
  const lastClick = useRef(0);
  const onPaneClick = (event: MouseEvent): void => {
    const hit = far ? boxAt(event) : null;
    onSelect?.(hit === null ? [] : event.shiftKey || event.metaKey || event.ctrlKey ? [...selected, hit] : [hit]);
    const twice = event.timeStamp - lastClick.current < 350;
    lastClick.current = event.timeStamp;
    if (!twice) return;
    if (hit !== null) handle.reveal(hit, { centre: true, focus: true });
    else if (design && gestures !== undefined) {
      const bounds = root.current?.getBoundingClientRect();
      const c = handle.centre();
      const zoom = zoomOf(root.current);
      if (bounds !== undefined)
        gestures.ask({
          at: [
            c.x + (event.clientX - bounds.left - bounds.width / 2) / zoom,
            c.y + (event.clientY - bounds.top - bounds.height / 2) / zoom,
          ],
          screen: { x: event.clientX, y: event.clientY },
          wire: null,
        });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, [contenteditable], [role="menu"], .cv-controls') !== null || event.defaultPrevented)
      return;
    const here = target.closest<HTMLElement>('[data-task]')?.dataset['task'] ?? [...selected].find((id) => drawing.boxes.has(id));
    if (arrows.has(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const next = here === undefined ? drawing.boxes.keys().next().value : walk(drawing, here, event.key as Arrow);
      if (next === null || next === undefined) return;
      onSelect?.(event.shiftKey ? [...new Set([...selected, next])] : [next]);
      handle.reveal(next, { focus: true });
    } else if (event.key === 'Enter' && here !== undefined && target.closest('button, a') === null) {
      event.preventDefault();
      onSelect?.([here]);
      onOpen?.(here);
    } else if (event.key === ' ' && here !== undefined && target.closest('button, a') === null) {
      event.preventDefault();
      onSelect?.(selected.has(here) ? [...selected].filter((id) => id !== here) : [...selected, here]);
    } else if (event.key === 'Escape' && selected.size > 0) onSelect?.([]);
    else if (event.key === '1' && !event.ctrlKey && !event.metaKey) handle.fit();
    else if (event.key === '0' && !event.ctrlKey && !event.metaKey) handle.zoomTo(1);
    else if (event.key === '+' || event.key === '=') handle.zoomIn();
    else if (event.key === '-') handle.zoomOut();
  };

  return (
    <CanvasContext value={shared}>
      <div
        ref={root}
        className="cv"
        style={{ '--cv-zoom': zoomStep } as CSSProperties}
        data-mode={props.mode}
        data-live={live === undefined ? undefined : true}
        data-region
        role="region"
        aria-label={props.label ?? 'Drawing'}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onDragOver={drag.onDragOver}
        onDragLeave={drag.onDragLeave}
        onDrop={drag.onDrop}
      >
        <Sprite icons={icons} />
        <ReactFlow<CanvasNode, ThreadEdge>
          nodes={far ? noNodes : drag.shown}
          edges={far ? noEdges : threads}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDrag={drag.onNodeDrag}
          onNodeDragStop={drag.onNodeDragStop}
          onNodeDoubleClick={(_, node) => {
            if (node.type === 'task') onOpen?.(node.id);
          }}
          onNodeContextMenu={(event, node) => {
            if (gestures?.menu === undefined) return;
            event.preventDefault();
            gestures.menu({ id: node.id, screen: { x: event.clientX, y: event.clientY } });
          }}
          onPaneClick={onPaneClick}
          onConnectStart={wires.onConnectStart}
          onConnectEnd={wires.onConnectEnd}
          connectionLineComponent={WireLine}
          connectionRadius={24}
          connectOnClick={false}
          nodesDraggable={design}
          nodesConnectable={design}
          edgesReconnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={onSelect !== undefined}
          onlyRenderVisibleElements
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={multi}
          zoomActivationKeyCode={zoomKeys}
          panOnScroll
          zoomOnDoubleClick={false}
          snapToGrid
          snapGrid={grid}
          nodeDragThreshold={3}
          selectNodesOnDrag
          elevateNodesOnSelect
          minZoom={0.02}
          maxZoom={2}
          attributionPosition="bottom-center"
        >
          <WarpGround />
          {far ? <FarCanvas scene={scene} /> : null}
          {design ? <WireTip drawing={drawing} /> : null}
          {props.controls === false ? null : <CanvasControls handle={handle} />}
          {props.minimap === false ? null : <MiniMap scene={scene} />}
        </ReactFlow>
        {props.children}
      </div>
    </CanvasContext>
  );
}

function zoomOf(root: HTMLElement | null): number {
  const view = root?.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
  return Number(/scale\(([-\d.]+)\)/.exec(view)?.[1] ?? 1);
}
