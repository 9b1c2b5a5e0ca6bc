import type { Durability } from '../row.ts';

/** What one step of a chain does: compute, ask a server, run `echo ok`, or nothing. */
export type Step = { kind: 'fibo'; n: number } | { kind: 'ask'; url: string } | { kind: 'echo' } | { kind: 'noop' };

/** What can be asked of a product: a chain of steps of one kind, or a fan-out. */
export type Shape = Step['kind'] | 'fan';

/** Another product, running on this machine's loopback. */
export interface RunningPeer {
  /** Runs the steps one after the other, each as a task of its own; gives their outputs in order. Rejects when one fails. */
  chain(steps: Step[]): Promise<unknown[]>;
  /** `width` no-ops at once, each giving 1, and their sum. */
  fan(width: number): Promise<number>;
  /** Ends its processes and removes its files. */
  stop(): Promise<void>;
}

/** Another product that npm has. It is no dependency of ours: its packages are put into a folder of their own when wanted. */
export interface Peer {
  /** Folder, and word in messages. */
  id: string;
  /** Name and version, for people. */
  label: string;
  /** Of a step that has ended. */
  durability: Durability;
  /** Exact packages, as npm names them. */
  packages: string[];
  shapes: readonly Shape[];
  /** `folder` holds the packages. Throws with a sentence when it cannot run here. */
  start(folder: string): Promise<RunningPeer>;
}
