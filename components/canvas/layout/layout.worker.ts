import type { LayoutGraph } from './graph.ts';
import { groupedLayout } from './grouped-layout.ts';

// One question at a time, answered with the number it came with.
self.addEventListener('message', (event: MessageEvent<{ id: number; graph: LayoutGraph }>) => {
  self.postMessage({ id: event.data.id, positions: groupedLayout(event.data.graph) });
});
