import type { OperatorProblem } from '#domain/definition/operator/read-operator-file.ts';
import type { OperatorCatalog } from './operator-catalog.ts';

/** A person's own operator as a list shows it. */
export interface OwnOperatorView {
  /** Name of its folder in `operators/` of the data directory. */
  folder: string;
  /** `type@version`, as far as its file could be read. */
  name: string | null;
  title: string | null;
  /** Program and arguments with which it runs, for people; null when it is broken. */
  run: string | null;
  problems: OperatorProblem[];
  /** ms since the epoch; null without a file. */
  changedAt: number | null;
}

/** People's own operators, ready and broken, by folder. Paths of this machine do not leave it, apart from the interpreter's name. */
export function listOwnOperators(catalog: Pick<OperatorCatalog, 'own'>): OwnOperatorView[] {
  return catalog.own.map(({ folder, name, title, ready, problems, changedAt }) => ({
    folder,
    name,
    title,
    run: ready?.program.map((part) => ('file' in part ? part.file : (part.word.split('/').at(-1) ?? ''))).join(' ') ?? null,
    problems,
    changedAt,
  }));
}
