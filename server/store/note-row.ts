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

/** Notes on runs. A lost race is an answer. */
export interface NoteTable {
  /** Of a run and its task runs, oldest first. */
  list(runId: string): Promise<NoteRow[]>;
  get(id: string): Promise<NoteRow | null>;
  create(row: Omit<NoteRow, 'updatedAt' | 'revision'>): Promise<void>;
  /** False when somebody else changed or removed it after `revision`. */
  update(id: string, revision: number, text: string, at: number): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}
