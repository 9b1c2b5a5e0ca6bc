import { ReactFlow, type Edge, type Node } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

/* The peer of the canvas workload: React Flow as its documentation shows it, with the same boxes and edges. Of the bench only. */
const ask = new URLSearchParams(location.search);
const { nodes, edges } = JSON.parse(document.getElementById('graph')?.textContent ?? '{}') as { nodes: Node[]; edges: Edge[] };

function Page() {
  return (
    <ReactFlow
      defaultNodes={nodes}
      defaultEdges={edges}
      fitView={ask.has('fit')}
      minZoom={0.02}
      panOnScroll
      style={{ width: '100vw', height: '100vh' }}
    />
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
