/** Names an edge: `from:port:to`. An id has no colon, so the name is unique whatever the port is called. */
export const edgeKey = (edge: { from: string; port?: string | undefined; to: string }): string =>
  `${edge.from}:${edge.port ?? 'out'}:${edge.to}`;
