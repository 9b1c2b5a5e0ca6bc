import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

/* How an operator runs: the other half of the contract, for Node only. What it is, is its manifest (manifest.ts). */

/** A file left by an attempt, as it stands in an output. */
export interface ArtifactRef {
  $artifact: string;
  name: string;
  bytes: number;
  sha256: string;
  type: string;
}

/** What an operator answers. A closed union; only the machine changes a status. */
export type Outcome =
  | { type: 'done'; output?: Json; ports?: string[]; shortCircuit?: 'descendants' | 'children' }
  | { type: 'failed'; error: FailureReason; retry: 'policy' | 'never' }
  | { type: 'skipped'; reason?: string }
  /** A sensor that has not seen what it waits for: the same attempt looks again, and holds no slot meanwhile. */
  | { type: 'again'; afterMs: number }
  | { type: 'sleep'; untilMs: number }
  /** A person, or a signal, is waited for; until an instant, when it goes on without an answer. */
  | { type: 'await'; key: string; ask?: Question; untilMs?: number }
  /** Another workflow is run: its newest version, once for this attempt. With `wait` the attempt goes on when it has ended. */
  | { type: 'child'; workflow: string; params: JsonObject; wait: boolean };

/** What a person is asked. */
export interface Question {
  /** Markdown. */
  message: string;
  /** JSON Schema of an object: what is to be filled in. */
  form: JsonObject | null;
  /** Who may answer: everybody of a role or more, and these people by e-mail; neither: everybody who may run. */
  role: string | null;
  people: string[];
}

/** Who failed an attempt, in words a person searches for: `exit 3`, `signal 9`, `timeout`, `lost`, `poison`, `cancelled`, `sql`. */
export interface FailureReason {
  /** `exit`, `signal`, `timeout`, `oom`, `http`, `lost`, `poison`, `cancelled`, `config`, `template`, `sql`, `output`. */
  code: string;
  /** One sentence, shown on the box: `exit 3 after 2.9 s`. */
  message: string;
}

/** Thrown by a run function, or by what it calls, when it knows why it cannot go on: becomes the outcome `failed` with this code. */
export class CodedFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retry: 'policy' | 'never' = 'policy',
  ) {
    super(message);
    this.name = 'CodedFailure';
  }
}

/** A process that an operator wants run: the host starts it under the shim, in the attempt's directory. */
export interface ProcessRequest {
  /** Program and arguments; never a shell string made from values. */
  argv: [string, ...string[]];
  /** Added to the allow-listed environment. */
  env?: Record<string, string>;
  /** Files written into the attempt's directory first: name → text. */
  files?: Record<string, string>;
  /** How its memory is bounded where that is not by its address space: nothing else of it is limited then. */
  memoryBy?: 'interpreter';
  /** An interpreter that was started beforehand may run the last of `argv`; nothing of what it does may depend on that. */
  warm?: 'python' | 'javascript';
}

/** How a process ended. */
export interface ProcessEnd {
  exitCode: number | null;
  signal: number | null;
  durationMs: number;
  /** Parsed `output.json`, when the program wrote one. */
  output?: Json;
  /** `output.json` was there but not JSON, or too large. */
  outputProblem?: string;
  /** Last line of stdout without its newline (at most 64 KiB); `undefined` when it printed nothing. */
  lastLine?: string;
}

/** What requests to other machines are measured by (trust.md R15). */
export interface NetworkRules {
  /** Addresses, networks and names an administrator allows: `127.0.0.1:8080`, `10.0.0.0/8`, `intranet`. */
  allow: readonly string[];
  /** Ports that we listen on ourselves. */
  ownPorts: readonly number[];
}

/** Everything a run function gets; it imports nothing from the server. */
export interface RunContext {
  runId: string;
  taskId: string;
  mapIndex: number;
  attempt: number;
  /** Same for every attempt of this task run: for de-duplication at the other side. */
  idempotencyKey: string;
  /** Outputs of the direct upstream tasks. */
  inputs: Record<string, Json>;
  run: JsonObject;
  /** Names a condition (CEL) may use: the scope of definition.md. */
  scope: JsonObject;
  signal: AbortSignal;
  /** ms since the epoch. */
  now(): number;
  /** A line into the attempt's log (stderr lane when `warn` or `error`). */
  log(line: string, level?: 'info' | 'warn' | 'error'): void;
  /** The attempt's own directory (absolute). For in-process work it is made when it is first asked for; files left in its `artifacts` are kept. */
  directory: string;
  /** The data directory's `files/` (absolute): where relative paths of a config live. */
  filesDirectory: string;
  /** Resolves a path of a config inside `files/`, or an artifact path; refuses to leave it. */
  resolveFile(path: string): string;
  /** Where an operator may keep what it can make again (absolute), such as installed Python packages. */
  cacheDirectory: string;
  /** A connection by its name, secrets filled in; null when there is none of this name. Missing where connections are not kept. */
  connection?(name: string): Promise<JsonObject | null>;
  /** What each process of this task may use; missing: no limit. */
  limits?: { memoryMb?: number; cpuSec?: number };
  /** Where our own bundled programs lie (absolute), such as `sql-worker.js`. */
  programDirectory: string;
  /** Which machines may be reached. */
  network: NetworkRules;
  /** Set when this attempt has slept or waited and is asked again: it should now answer for good. */
  woken?: { answer?: Json };
  /** Outputs of the last tasks of a run that this attempt started, by task; missing where no runs are kept. */
  outputsOfRun?(runId: string): Promise<JsonObject>;
  /** Whether this is the newest run of its schedule, now; missing where nobody can say. */
  isLatest?(): boolean;
  /** Evaluates a CEL condition over `scope`: at once when that costs next to nothing. Throws, or rejects with, an Error with a sentence. */
  evaluate(condition: string): Json | Promise<Json>;
}

/** An operator that works inside a host's worker (no process of its own). */
export interface InProcessRunner {
  kind: 'in-process';
  /** Looks at nothing of its context but `now`, `log`, `woken`, `isLatest` and `signal`: outputs of other tasks are not fetched for it. */
  bare?: true;
  /** All that it may evaluate, as the config has it: apart from `evaluate` it is bare, and answers at once when `evaluate` does. */
  conditions?(config: JsonObject): readonly string[];
  /** Does nothing to the outside but by its answer, so an attempt that a crash interrupted is simply asked again. */
  resumes?: true;
  run(config: JsonObject, context: RunContext): Promise<Outcome> | Outcome;
}
/** An operator that is a process: adoptable after a crash, because its end can be judged from files alone. */
export interface ProcessRunner {
  kind: 'process';
  /** Pure apart from what it reads of `context` and of the disk; must not start anything. Throws `CodedFailure` to refuse. */
  prepare(config: JsonObject, context: RunContext): ProcessRequest | Promise<ProcessRequest>;
  /** Judges the end of the process. Called by the engine that started it or by one that adopted it. */
  finish(config: JsonObject, end: ProcessEnd): Outcome;
}
/** An operator of which the config, as it is written, says whether it is a process: heavy native work is one, the rest is not. */
export interface ChoosingRunner {
  kind: 'choosing';
  /** Must answer the same for the same config: an attempt is adopted by what it was begun with. Templates are not filled in. */
  choose(config: JsonObject): InProcessRunner | ProcessRunner;
}
export type Runner = InProcessRunner | ProcessRunner | ChoosingRunner;
