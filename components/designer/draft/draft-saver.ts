import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow, WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { canonicalText, stripDefaults, type Stripped } from '#domain/definition/canonical.ts';

/** How the draft stands. Instants are ms since the epoch. */
export type SaveState =
  | { kind: 'saved'; at: number }
  /** Changed, not sent yet, or on its way. */
  | { kind: 'saving' }
  /** Nobody answers since then; what was typed is kept in this browser and sent again. */
  | { kind: 'away'; since: number }
  /** Somebody else saved meanwhile: both are kept until the person chooses. */
  | { kind: 'conflict'; theirs: { revision: number; definition: WorkflowFile; savedAt: number } }
  /** The session has ended: what was typed is kept in this browser until the person has signed in again, in place. */
  | { kind: 'signed-out' }
  /** The server said no, and why. The next change tries again. */
  | { kind: 'refused'; message: string };

/** What a failed save means. */
export type SaveFault =
  | { kind: 'away' }
  | { kind: 'conflict'; theirs: { revision: number; definition: WorkflowFile; savedAt: number } }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string };

export interface DraftSaverWorld {
  save(baseRevision: number, definition: WorkflowFile): Promise<{ revision: number; savedAt: number }>;
  fault(error: unknown): SaveFault;
  /** Keeps what is not saved in the browser; null forgets it. */
  keep(kept: { baseRevision: number; base: Workflow | null; workflow: Workflow; at: number } | null): void;
  /** Runs something later; gives what calls it off. */
  later(run: () => void, ms: number): () => void;
  now(): number;
}
export interface DraftSaver {
  state(): SaveState;
  revision(): number;
  /** The document of that revision, which what is typed began with; null when it is not known. */
  base(): Workflow | null;
  subscribe(tell: () => void): () => void;
  /** The document changed. */
  change(workflow: Workflow): void;
  /** Saves now what is not saved; resolves when the draft stands on the server, rejects with a sentence when it does not. */
  flush(): Promise<number>;
  /** Ends a conflict: mine is saved over theirs, or theirs is taken and its revision is ours. */
  resolve(choice: 'mine' | 'theirs'): void;
  /** Somebody else's draft was taken while nothing of ours waited: later saves are over it. */
  adopt(revision: number, savedAt: number, document: Workflow): void;
  /** The net is back, or might be. */
  retry(): void;
  stop(): void;
}

/** A pause in typing that ends a save's wait, and the longest wait of somebody who never pauses. */
const quietMs = 600;
const longestMs = 3000;
/** Saves without an answer that are remembered. */
const unansweredKept = 20;

/** Which of our own documents a definition is; null: somebody else's. */
function sameAs(definition: WorkflowFile, ours: readonly Workflow[]): Workflow | null {
  const parsed = parseWorkflow(definition);
  if (!parsed.ok) return null;
  const text = canonicalText(parsed.workflow);
  return ours.find((own) => canonicalText(own) === text) ?? null;
}

/** Saves a draft by itself: after a pause, one request at a time, over the revision it knows. Never loses what was typed. */
export function createDraftSaver(
  revision: number,
  savedAt: number,
  document: Workflow | null,
  world: DraftSaverWorld,
): DraftSaver {
  const stripped: Stripped = new WeakMap();
  let base = revision;
  let baseDocument = document;
  let state: SaveState = { kind: 'saved', at: savedAt };
  let dirty: Workflow | null = null;
  let busy = false;
  let firstDirtyAt = 0;
  let failures = 0;
  // Sent, and nobody said what became of it: it may stand on the server all the same.
  let unanswered: Workflow[] = [];
  let callOff: (() => void) | null = null;
  const listeners = new Set<() => void>();
  let waiting: { resolve: (revision: number) => void; reject: (error: Error) => void }[] = [];

  const set = (next: SaveState): void => {
    state = next;
    for (const tell of [...listeners]) tell();
  };
  const settle = (error: Error | null): void => {
    const all = waiting;
    waiting = [];
    for (const one of all)
      if (error === null) one.resolve(base);
      else one.reject(error);
  };
  const plan = (ms: number): void => {
    callOff?.();
    callOff = world.later(() => {
      callOff = null;
      void send();
    }, ms);
  };
  /** `document` stands on the server as of `revision`; what was typed since goes after it. */
  const stands = (document: Workflow, revision: number, at: number): void => {
    base = revision;
    baseDocument = document;
    failures = 0;
    unanswered = [];
    if (dirty === document) {
      dirty = null;
      world.keep(null);
      set({ kind: 'saved', at });
      settle(null);
    } else {
      firstDirtyAt = world.now();
      plan(waiting.length > 0 ? 0 : quietMs);
    }
  };
  const send = async (): Promise<void> => {
    if (busy || dirty === null || state.kind === 'conflict') return;
    callOff?.();
    callOff = null;
    const sent = dirty;
    busy = true;
    if (state.kind !== 'away') set({ kind: 'saving' });
    try {
      const saved = await world.save(base, stripDefaults(sent, stripped));
      busy = false;
      stands(sent, saved.revision, saved.savedAt);
    } catch (error) {
      busy = false;
      const fault = world.fault(error);
      if (fault.kind === 'away') {
        failures++;
        unanswered = [...unanswered.slice(-unansweredKept), sent];
        set(state.kind === 'away' ? state : { kind: 'away', since: world.now() });
        plan(Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)));
        settle(new Error('Not connected. Your draft is kept here and is saved when the server answers.'));
      } else if (fault.kind === 'conflict') {
        const ours = sameAs(fault.theirs.definition, [sent, ...unanswered]);
        if (ours !== null) return stands(ours, fault.theirs.revision, fault.theirs.savedAt);
        set(fault);
        settle(new Error('Somebody else has saved this draft meanwhile. Choose one of the two first.'));
      } else if (fault.kind === 'signed-out') {
        set(fault);
        settle(new Error('Your session has ended. Sign in again; your draft is kept here.'));
      } else {
        set(fault);
        settle(new Error(fault.message));
      }
    }
  };
  return {
    state: () => state,
    revision: () => base,
    base: () => baseDocument,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    change(workflow) {
      if (dirty === null) firstDirtyAt = world.now();
      dirty = workflow;
      world.keep({ baseRevision: base, base: baseDocument, workflow, at: world.now() });
      if (state.kind === 'conflict') return;
      if (state.kind === 'away' || state.kind === 'signed-out') return;
      if (state.kind !== 'saving') set({ kind: 'saving' });
      plan(Math.max(0, Math.min(quietMs, firstDirtyAt + longestMs - world.now())));
    },
    flush() {
      if (dirty === null && !busy) return Promise.resolve(base);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (state.kind === 'conflict')
          settle(new Error('Somebody else has saved this draft meanwhile. Choose one of the two first.'));
        else void send();
      });
    },
    resolve(choice) {
      if (state.kind !== 'conflict') return;
      base = state.theirs.revision;
      const parsed = parseWorkflow(state.theirs.definition);
      baseDocument = parsed.ok ? parsed.workflow : null;
      if (choice === 'theirs') {
        dirty = null;
        world.keep(null);
        set({ kind: 'saved', at: state.theirs.savedAt });
        return;
      }
      set({ kind: 'saving' });
      void send();
    },
    adopt(revision, savedAt, document) {
      // The store told us of its new document as of a change; it is theirs, and stands already.
      callOff?.();
      callOff = null;
      dirty = null;
      base = revision;
      baseDocument = document;
      world.keep(null);
      set({ kind: 'saved', at: savedAt });
    },
    retry() {
      if (state.kind === 'away' || state.kind === 'refused' || state.kind === 'signed-out') void send();
    },
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}
