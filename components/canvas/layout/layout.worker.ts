import type { LayoutGraph } from './graph.ts';
import { layeredLayout } from './layered-layout.ts';

// One question at a time, answered with the number it came with.
self.addEventListener('message', (event: MessageEvent<{ id: number; graph: LayoutGraph }>) => {
  self.postMessage({ id: event.data.id, positions: layeredLayout(event.data.graph) });
});
