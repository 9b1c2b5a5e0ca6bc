/** Neighbours of every node in one array: those of `n` are `targets[offsets[n]] … targets[offsets[n + 1] - 1]`, ascending, each once. */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** A directed graph over integers; `ids[n]` is the name of node `n`. */
export interface Graph {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly up: Adjacency;
  readonly down: Adjacency;
}
