import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Serves a page with nothing but React Flow and one workflow on it; built for production. */
export async function servePlainFlow(): Promise<{
  address: (definition: WorkflowFile, view: 'fit' | 'one') => string;
  stop: () => Promise<void>;
}> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'bench/plain-flow/page.tsx')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = outputFiles[0]?.text ?? '';
  const style = readFileSync(path.join(root, 'node_modules/@xyflow/react/dist/style.css'), 'utf8');
  const graphs = new Map<string, string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/page.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><meta charset="utf-8"><title>Plain</title><style>html,body,#root{height:100%}body{margin:0}${style}</style><div id="root"></div>` +
        `<script type="application/json" id="graph">${graphs.get(url.searchParams.get('graph') ?? '') ?? '{}'}</script><script src="/page.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address(definition, view) {
      const positions = definition.layout?.positions ?? {};
      graphs.set(
        definition.id,
        JSON.stringify({
          nodes: definition.tasks.map((task) => ({
            id: task.id,
            position: { x: positions[task.id]?.[0] ?? 0, y: positions[task.id]?.[1] ?? 0 },
            data: { label: task.name ?? task.id },
            sourcePosition: 'right',
            targetPosition: 'left',
            style: { width: 184 },
          })),
          edges: definition.edges.map((edge) => ({
            id: `${edge.from}-${edge.to}`,
            source: edge.from,
            target: edge.to,
            type: 'smoothstep',
          })),
        }),
      );
      return `http://127.0.0.1:${port}/?graph=${definition.id}${view === 'fit' ? '&fit=1' : ''}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
