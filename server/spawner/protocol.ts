/*
 * What engine and spawner say to each other: one JSON object a line. The engine's first line is a greeting with the token
 * of `spawner.json`; whoever greets last is the engine, and earlier connections are closed with all they had not said yet.
 */

/** A process as the system knows it: a pid alone is given out again, the three together never are. */
export interface ProcessRef {
  pid: number;
  /** Start time, as the system says it. */
  pidStart: string;
  bootId: string;
}

/** One attempt to start under the shim. */
export interface StartOrder {
  id: string;
  /** Value of `DRAWLOOM_COOKIE`: `<home>.<token>`. */
  cookie: string;
  /** The attempt's directory (absolute); made by the spawner, mode 0700, with an empty `artifacts` inside. */
  directory: string;
  argv: [string, ...string[]];
  /** The whole environment of the program, apart from the cookie. */
  env: Record<string, string>;
  /** Written into the directory first: name → text. */
  files: Record<string, string>;
  /** Of each process of the program: address space in MiB, processor time in seconds. */
  limits?: { memoryMb?: number; cpuSec?: number };
  /** The interpreter may be one that was started beforehand; what it runs is the last of `argv`. */
  warm?: WarmKind;
}

/** Interpreters that are kept ready. */
export type WarmKind = 'python' | 'javascript';

/** Goes on looking after an attempt that an earlier engine or spawner started. */
export interface WatchOrder {
  id: string;
  cookie: string;
  directory: string;
  /** As recorded; null when the engine died before it could, then the directory's `pid` file and the cookie decide. */
  process: ProcessRef | null;
}

export type EngineMessage =
  | { type: 'hello'; token: string }
  | { type: 'start'; orders: StartOrder[] }
  | { type: 'watch'; order: WatchOrder }
  /** TERM to the group; what is left after the grace gets KILL, with all that descended from it or carries its cookie. */
  | { type: 'stop'; id: string; graceMs: number }
  /** Ends every process whose cookie begins with `home` and is not among `current`. */
  | { type: 'strays'; ask: number; home: string; current: string[] }
  | { type: 'remove'; directories: string[] };

/** How the shim ended; how the program ended stands in the directory's `exit`. */
export interface ShimEnd {
  /** ms since the epoch. */
  at: number;
  /** Of the shim itself; null when a signal ended it or when it was no child of this spawner. */
  exitCode: number | null;
  /** Somebody asked for the end. */
  stopped: boolean;
}

export type SpawnerMessage =
  | { type: 'welcome'; pid: number; bootId: string }
  | { type: 'started'; id: string; at: number; process: ProcessRef }
  /** Nothing was started, and nothing is left. */
  | { type: 'refused'; id: string; code: string; message: string }
  | { type: 'watching'; id: string; process: ProcessRef | null }
  | { type: 'ended'; id: string; end: ShimEnd }
  | { type: 'strays'; ask: number; ended: number };
