import { portsOf } from '#domain/definition/ports.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Edge, Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { edgeKey } from '../geometry/edge-key.ts';
import { boxSize } from '../geometry/box-size.ts';
import type { Direction } from '../geometry/direction.ts';
import type { Rect } from '../geometry/rect.ts';
import { boundsOf } from '../geometry/rect.ts';
import { layeredLayout } from '../layout/layered-layout.ts';
import { layoutNode } from '../layout/layout-node.ts';
import { shownAs } from './shown-as.ts';

/** A thing on the drawing that threads run between. */
export interface Box {
  id: string;
  /** Its name, else its id. */
  title: string;
  rect: Rect;
  ports: readonly string[];
  task: Task | null;
  /** Tasks of the collapsed group it stands for. */
  members: readonly string[];
}
/** A workflow as boxes and the edges between what is shown; the document itself is never changed by it. */
export interface Drawing {
  direction: Direction;
  boxes: Map<string, Box>;
  edges: Edge[];
  /** Edges of the document that one drawn edge at a collapsed group stands for, by its `edgeKey`. */
  merged: ReadonlyMap<string, readonly Edge[]>;
}

/** Manifest of a task's operator (`sql@1`) in a catalogue. */
export function manifestOf(catalog: readonly Manifest[], operator: string): Manifest | undefined {
  return catalog.find((m) => `${m.type}@${m.version}` === operator);
}

/** Ports of a task; an operator nobody knows has the ports its edges use, so that nothing is lost from the drawing. */
function ports(task: Task, manifest: Manifest | undefined, used: readonly string[] | undefined): readonly string[] {
  const own = manifest === undefined ? ['out'] : portsOf(manifest, task.config);
  const extra = (used ?? []).filter((port) => !own.includes(port));
  return extra.length === 0 ? own : [...own, ...new Set(extra)];
}

/** Boxes with their places. What has no place yet gets one: everything by the layered layout, a few newcomers below the rest. */
export function drawingOf(workflow: Workflow, catalog: readonly Manifest[]): Drawing {
  const direction = workflow.layout?.direction ?? 'LR';
  const shown = shownAs(workflow);
  const manifests = new Map(catalog.map((m) => [`${m.type}@${m.version}`, m]));
  const used = new Map<string, string[]>();
  for (const edge of workflow.edges) {
    const list = used.get(edge.from);
    if (list === undefined) used.set(edge.from, [edge.port]);
    else if (!list.includes(edge.port)) list.push(edge.port);
  }
  const members = new Map<string, string[]>();
  for (const [task, box] of shown) {
    if (task === box) continue;
    const list = members.get(box);
    if (list === undefined) members.set(box, [task]);
    else list.push(task);
  }
  const known = workflow.layout?.positions ?? {};
  const boxes = new Map<string, Box>();
  const homeless: string[] = [];
  const put = (box: Box, place: readonly [number, number] | undefined): void => {
    if (place === undefined) homeless.push(box.id);
    else Object.assign(box.rect, { x: place[0], y: place[1] });
    boxes.set(box.id, box);
  };
  for (const task of workflow.tasks) {
    if (shown.get(task.id) !== task.id) continue;
    const out = ports(task, manifests.get(task.operator), used.get(task.id));
    put(
      {
        id: task.id,
        title: task.name ?? task.id,
        rect: { x: 0, y: 0, ...boxSize(out.length, direction) },
        ports: out,
        task,
        members: [],
      },
      Object.hasOwn(known, task.id) ? known[task.id] : undefined,
    );
  }
  const names = new Map((workflow.groups ?? []).map((group) => [group.id, group.name]));
  for (const [id, inside] of members) {
    const places = inside.map((task) => known[task]).filter((p): p is [number, number] => p !== undefined);
    const mean =
      places.length === 0
        ? undefined
        : ([0, 1].map((k) => Math.round(places.reduce((sum, p) => sum + (p[k] ?? 0), 0) / places.length / 4) * 4) as [
            number,
            number,
          ]);
    const rect = { x: 0, y: 0, ...boxSize(1, direction) };
    put({ id, title: names.get(id) ?? id, rect, ports: ['out'], task: null, members: inside }, known[id] ?? mean);
  }
  const seen = new Set<string>();
  const merged = new Map<string, Edge[]>();
  const edges: Edge[] = [];
  for (const edge of workflow.edges) {
    const from = shown.get(edge.from);
    const to = shown.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const port = from === edge.from ? edge.port : 'out';
    const own = from === edge.from && to === edge.to;
    const key = edgeKey({ from, port, to });
    if (!own) {
      const list = merged.get(key);
      if (list === undefined) merged.set(key, [edge]);
      else list.push(edge);
    }
    if (seen.has(key)) continue;
    seen.add(key);
    edges.push(own ? edge : { from, to, port });
  }
  if (homeless.length > 0) house(homeless, boxes, edges, direction);
  return { direction, boxes, edges, merged };
}

function house(homeless: string[], boxes: Map<string, Box>, edges: Edge[], direction: Direction): void {
  const all = homeless.length === boxes.size;
  const wanted = new Set(homeless);
  const places = layeredLayout({
    nodes: homeless.map((id) => layoutNode(boxes.get(id) as Box)),
    edges: edges.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to)),
    direction,
  });
  const rest = all ? null : boundsOf([...boxes.values()].filter((box) => !wanted.has(box.id)).map((box) => box.rect));
  for (const id of homeless) {
    const [x, y] = places[id] ?? [0, 0];
    const rect = (boxes.get(id) as Box).rect;
    rect.x = x + (rest?.x ?? 0);
    rect.y = y + (rest === null ? 0 : rest.y + rest.height + 64);
  }
}
