import { ReactFlow, useReactFlow, useStore, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type MouseEvent } from 'react';
import { CanvasContext, type CanvasShared } from './canvas-context.ts';
import type { CanvasProps } from './canvas-surface.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import type { ThreadEdge } from './edges/thread.ts';
import { TaskThread } from './edges/task-thread.tsx';
import { ThreadTools } from './edges/thread-tools.tsx';
import { usePointedEdge } from './edges/use-pointed-edge.ts';
import { WireLine } from './edges/wire-line.tsx';
import { FarCanvas } from './far/far-canvas.tsx';
import { FarTip } from './far/far-tip.tsx';
import { createFarHand } from './far/far-hand.ts';
import { hitFar } from './far/hit-far.ts';
import { MiniMap } from './far/mini-map.tsx';
import { useFarHand } from './far/use-far-hand.ts';
import { useFarHover } from './far/use-far-hover.ts';
import { boxHeight } from './geometry/box-size.ts';
import { newPlace } from './geometry/new-place.ts';
import { zoomAround } from './geometry/zoom-around.ts';
import { GhostBox } from './gestures/ghost-box.tsx';
import { createGhostStore } from './gestures/ghost-store.ts';
import { useCanvasKeys } from './gestures/use-canvas-keys.ts';
import { useDrag } from './gestures/use-drag.ts';
import { useLongPress } from './gestures/use-long-press.ts';
import { useSelecting } from './gestures/use-selecting.ts';
import { useTouching } from './gestures/use-touching.ts';
import { useWire } from './gestures/use-wire.ts';
import { WireTip } from './gestures/wire-tip.tsx';
import { createWireStore } from './gestures/wire-store.ts';
import { WarpGround } from './ground/warp-ground.tsx';
import { BoxCard } from './nodes/box-card.tsx';
import { GroupTools } from './nodes/group-tools.tsx';
import { FrameBox } from './nodes/frame-box.tsx';
import { NoteBox } from './nodes/note-box.tsx';
import { RenameField } from './nodes/rename-field.tsx';
import { Sprite } from './nodes/sprite.tsx';
import { TaskBox } from './nodes/task-box.tsx';
import type { CanvasNode } from './nodes/task-node.ts';
import { useCanvasHandle } from './use-canvas-handle.ts';
import { useFar } from './use-far.ts';
import { useProjection } from './use-projection.ts';
import { useScene } from './use-scene.ts';
import { useStartView } from './use-start-view.ts';
import { useWindow } from './use-window.ts';

const nodeTypes = { task: TaskBox, note: NoteBox, frame: FrameBox };
const edgeTypes = { thread: TaskThread };
const noNodes: CanvasNode[] = [];
const noEdges: ThreadEdge[] = [];
const grid: [number, number] = [4, 4];
const multi = ['Shift', 'Meta', 'Control'];
const zoomKeys = ['Meta', 'Control'];
const doubleClickMs = 350;

/** React Flow, wired: projection in, gestures out. Holds no document and no rules of its own. */
export function CanvasFlow(props: CanvasProps) {
  const { gestures, onSelect, onToggleGroup } = props;
  const design = props.mode === 'design';
  const root = useRef<HTMLDivElement>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const flow = useReactFlow();
  const { scene, picture } = useScene(props);
  const { drawing, laid, frames, live, selected } = scene;
  const [renaming, setRenaming] = useState<string | null>(null);
  const handle = useCanvasHandle(scene, props.catalog, root, pointer, props.ref, setRenaming);
  const start = useStartView(root, scene, props.overview ?? false);
  const far = useFar(drawing);
  const [held, hold] = useState<string | null>(null);
  const area = useWindow();
  const { nodes, edges } = useProjection(props, scene, far ? null : area, held);
  const [wire] = useState(createWireStore);
  const [ghost] = useState(createGhostStore);
  const [hand] = useState(createFarHand);
  const shared = useMemo<CanvasShared>(
    () => ({
      live,
      wire,
      design,
      editNote: gestures?.editNote.bind(gestures) ?? null,
      sizeNote: gestures?.sizeNote.bind(gestures) ?? null,
      renameGroup: gestures?.renameGroup.bind(gestures) ?? null,
    }),
    [live, wire, design, gestures],
  );
  const touch = useTouching();
  const wires = useWire(drawing, wire, gestures);
  const notes = useMemo(() => new Map(scene.notes.map((note) => [`note:${note.id}`, note.rect])), [scene.notes]);
  const drag = useDrag({ nodes, drawing, laid, frames, notes, selected, ghost, hold, gestures });
  const { splice } = drag;
  // A finger moves the view, also where it begins on a box; it drags what is selected.
  const shown = useMemo(
    () => (design && touch.is ? drag.shown.map((node) => (node.selected ? { ...node, draggable: true } : node)) : drag.shown),
    [design, touch.is, drag.shown],
  );
  const threads = useMemo(
    () => (splice === null ? edges : edges.map((e) => (e.id === splice ? { ...e, className: 'cv-splice' } : e))),
    [edges, splice],
  );
  const open = (id: string): void => {
    if (onToggleGroup !== undefined && drawing.boxes.get(id)?.task === null) onToggleGroup(id);
    else props.onOpen?.(id);
  };
  const edge = usePointedEdge();
  const alone = selected.size === 1 ? [...selected][0] : undefined;
  const tooled = far || gestures === undefined || held !== null ? null : (edge.pointed ?? alone ?? null);
  // In steps, so that zooming does not style every box anew at each frame.
  const zoomStep = useStore((s) => Math.max(0.35, Math.min(0.8, Math.round(s.transform[2] * 20) / 20)));
  const icons = useMemo(() => [...new Set(['layers', 'box', ...props.catalog.map((m) => m.icon)])], [props.catalog]);

  const select = useSelecting(selected, onSelect);
  const { takeChanges } = drag;
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      takeChanges(changes);
      select(changes);
    },
    [takeChanges, select],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<ThreadEdge>[]) => select(changes), [select]);
  const farHand = useFarHand({ far, scene, hand, gestures, onSelect });
  const farHover = useFarHover({ far, scene, hand, root, design });
  const onKeyDown = useCanvasKeys({
    drawing,
    selected,
    handle,
    onSelect,
    onOpen: open,
    onToggleGroup: design ? undefined : onToggleGroup,
  });

  const placeAt = (at: { x: number; y: number }): { x: number; y: number } =>
    flow.screenToFlowPosition(at, { snapToGrid: false });
  const zoomInAt = (screen: { x: number; y: number }): void => {
    const pane = root.current?.getBoundingClientRect();
    if (pane === undefined) return;
    const view = flow.getViewport();
    void flow.setViewport(zoomAround(view, { x: screen.x - pane.left, y: screen.y - pane.top }, view.zoom < 1 ? 2 : 0.5));
  };
  const lastClick = useRef(0);
  const onPaneClick = (event: MouseEvent): void => {
    const screen = { x: event.clientX, y: event.clientY };
    const at = placeAt(screen);
    const hit = far ? hitFar(scene, at, flow.getZoom()) : null;
    const more = event.shiftKey || event.metaKey || event.ctrlKey;
    onSelect?.(hit === null ? (more ? [...selected] : []) : more ? toggled(selected, hit) : [hit]);
    const twice = event.timeStamp - lastClick.current < doubleClickMs;
    lastClick.current = twice ? 0 : event.timeStamp;
    if (!twice) return;
    const frame = frames.find(({ group }) => `frame:${group}` === hit);
    if (frame !== undefined) handle.zoomToSelection(frame.members);
    else if (touch.is && hit === null) zoomInAt(screen);
    else if (hit !== null) handle.reveal(hit, { centre: true, focus: true });
    else if (gestures !== undefined) {
      const place = newPlace(at, drawing.direction, false);
      gestures.ask({ at: place, screen: flow.flowToScreenPosition({ x: place[0], y: place[1] + boxHeight + 8 }), wire: null });
    }
  };
  const ask = (target: Element, screen: { x: number; y: number }): boolean => {
    if (
      gestures === undefined ||
      target.closest('.react-flow') === null ||
      target.closest('input, textarea, a, .cv-bar') !== null
    )
      return false;
    const named = target.closest<HTMLElement>('[data-task], [data-note], [data-frame], [data-edge]')?.dataset;
    const at = placeAt(screen);
    const id =
      named?.['task'] ??
      named?.['note'] ??
      named?.['frame'] ??
      named?.['edge'] ??
      (far ? hitFar(scene, at, flow.getZoom()) : null);
    if (id !== null && !selected.has(id)) onSelect?.([id]);
    gestures.menu({ id, at, screen });
    return true;
  };
  const press = useLongPress((target, screen) => {
    const asked = ask(target, screen);
    if (asked) farHand.letGo();
    return asked;
  });
  useEffect(() => {
    // What a wire or a double click asked about is answered or left: the ghost of a drag goes with it.
    if (props.asked === null) ghost.show(null);
  }, [props.asked, ghost]);

  return (
    <CanvasContext value={shared}>
      <div
        ref={root}
        className="cv"
        style={{ '--cv-zoom': zoomStep } as CSSProperties}
        data-mode={props.mode}
        data-live={live === null ? undefined : true}
        data-region
        role="region"
        aria-label={props.label ?? 'Drawing'}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onDragOver={drag.onDragOver}
        onDragLeave={drag.onDragLeave}
        onDrop={drag.onDrop}
        onPointerMove={(event) => {
          pointer.current = { x: event.clientX, y: event.clientY };
          farHover.over(event);
        }}
        onPointerLeave={() => {
          pointer.current = null;
          farHover.out();
        }}
        onContextMenu={(event) => {
          if (event.target instanceof Element && ask(event.target, { x: event.clientX, y: event.clientY }))
            event.preventDefault();
        }}
        {...press}
        {...farHand.on}
        onPointerDownCapture={(event) => {
          touch.by(event);
          farHand.on.onPointerDownCapture(event);
        }}
        onTouchStartCapture={(event) => {
          press.onTouchStartCapture(event);
          farHand.on.onTouchStartCapture(event);
        }}
      >
        <Sprite icons={icons} />
        {start === null ? null : (
          <ReactFlow<CanvasNode, ThreadEdge>
            nodes={far ? noNodes : shown}
            edges={far ? noEdges : threads}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            defaultViewport={start}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onNodeDragStart={drag.onNodeDragStart}
            onNodeDrag={drag.onNodeDrag}
            onNodeDragStop={drag.onNodeDragStop}
            onNodeDoubleClick={(_, node) => {
              if (node.type === 'task') open(node.id);
              // Where it is designed, its head is renamed.
              else if (node.type === 'frame' && !design) onToggleGroup?.(node.id.slice('frame:'.length));
            }}
            onEdgeMouseEnter={(_, { id }) => edge.enter(id)}
            onEdgeMouseLeave={edge.leave}
            onMoveStart={edge.forget}
            onPaneClick={onPaneClick}
            onConnectStart={wires.onConnectStart}
            onConnectEnd={wires.onConnectEnd}
            connectionLineComponent={WireLine}
            connectionRadius={24}
            connectOnClick={false}
            nodesDraggable={design && !touch.is}
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
            {far ? <FarCanvas scene={picture} hand={hand} /> : null}
            {far ? null : <BoxCard root={root} scene={scene} catalog={props.catalog} />}
            {far ? <FarTip scene={picture} hand={hand} /> : null}
            {design ? <WireTip drawing={drawing} /> : null}
            {design ? <GhostBox store={ghost} asked={props.asked ?? null} drawing={drawing} /> : null}
            {tooled === null || gestures === undefined ? null : (
              <ThreadTools edge={tooled} drawing={drawing} laid={laid} gestures={gestures} onHold={edge.hold} />
            )}
            {far || alone === undefined || onToggleGroup === undefined || held !== null ? null : (
              <GroupTools scene={scene} chosen={alone} onToggle={onToggleGroup} />
            )}
            {renaming === null || gestures === undefined ? null : (
              <RenameField
                key={renaming}
                id={renaming}
                scene={scene}
                onDone={(name) => {
                  setRenaming(null);
                  if (name !== null) gestures.rename(renaming, name);
                  // The box may have another id by it: the selection knows.
                  requestAnimationFrame(() => requestAnimationFrame(() => handle.focus()));
                }}
              />
            )}
            {props.controls === false ? null : <CanvasControls handle={handle} />}
            {props.minimap === false ? null : <MiniMap scene={picture} />}
          </ReactFlow>
        )}
        {props.children}
      </div>
    </CanvasContext>
  );
}

function toggled(selected: ReadonlySet<string>, id: string): string[] {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return [...next];
}
