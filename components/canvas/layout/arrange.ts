import type { LayoutGraph } from './graph.ts';
import { groupedLayout } from './grouped-layout.ts';

type Positions = Record<string, [number, number]>;

/** Below this many boxes a worker's start costs more than the layout. */
const inline = 300;
let worker: Worker | null = null;
let asked = 0;

/** Lays the graph out, in a web worker when it is large. Falls back to the page's own thread where workers are refused. */
export function arrange(graph: LayoutGraph): Promise<Positions> {
  if (graph.nodes.length < inline || typeof Worker === 'undefined') return Promise.resolve(groupedLayout(graph));
  try {
    worker ??= new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return Promise.resolve(groupedLayout(graph));
  }
  const id = ++asked;
  const busy = worker;
  return new Promise((resolve) => {
    const done = (positions: Positions): void => {
      busy.removeEventListener('message', answered);
      busy.removeEventListener('error', failed);
      resolve(positions);
    };
    const answered = (event: MessageEvent<{ id: number; positions: Positions }>): void => {
      if (event.data.id === id) done(event.data.positions);
    };
    const failed = (): void => {
      worker = null;
      done(groupedLayout(graph));
    };
    busy.addEventListener('message', answered);
    busy.addEventListener('error', failed);
    busy.postMessage({ id, graph });
  });
}
