import type { RunFilter, RunRow } from './store.ts';

/** What a person wrote beside a run, or beside one of its task runs. */
export interface NoteRow {
  id: string;
  runId: string;
  /** Null: of the run itself. */
  task: string | null;
  /** Null when the task is not mapped, or the note is of the run. */
  mapIndex: number | null;
  /** Markdown. */
  text: string;
  createdAt: number;
  createdBy: string | null;
  updatedAt: number;
  /** Rises with each change: a change names the one it was made from. */
  revision: number;
}

/** Which runs have a note that holds all of `words` (letters in either case, parts of words too). */
export interface NoteFilter extends RunFilter {
  words: readonly string[];
  /** Notes that one page looks at; a test needs few. */
  notesSeen?: number;
}
/** What one page of a search found. */
export interface NotedPage {
  /** Newest first. */
  runs: RunRow[];
  /** Of these runs, those that matched: at most five a run on average, oldest first. */
  notes: Pick<NoteRow, 'runId' | 'task' | 'mapIndex' | 'text'>[];
  /** Where it stopped looking, however little it found: the next page begins after it. Null: it has seen all. */
  end: { createdAt: number; id: string } | null;
}

/** Notes on runs. A lost race is an answer. */
export interface NoteTable {
  /** Of a run and its task runs, oldest first. */
  list(runId: string): Promise<NoteRow[]>;
  /** Runs by what their notes say, by keyset. */
  findRuns(filter: NoteFilter): Promise<NotedPage>;
  get(id: string): Promise<NoteRow | null>;
  create(row: Omit<NoteRow, 'updatedAt' | 'revision'>): Promise<void>;
  /** False when somebody else changed or removed it after `revision`. */
  update(id: string, revision: number, text: string, at: number): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}
