import type { Database } from '../database.ts';
import { foldText } from '../fold-text.ts';
import type { NotedPage, NoteFilter } from '../note-row.ts';
import { runColumnsSql, runRow, type RunColumns } from '../rows/run-row.ts';
import { statementValues } from './statement-values.ts';

/** Notes that one page looks at: at some hundred letters a note 1.5 ms on SQLite, 5 ms where each is also asked for its run's workflow. */
const notesSeen = 2_000;
const escaped = (word: string): string => `%${foldText(word).replace(/[\\%_]/g, '\\$&')}%`;

/**
 * Goes through notes in the order of their runs, newest first, from an index, and no further than `notesSeen` of them (to the end of the run
 * where that falls): so a page costs the same however many runs and notes there are, and a word that nobody wrote costs no more than one
 * that stands everywhere. Three statements: where this page ends, its runs, their notes.
 */
export async function findNotes({ client, provider }: Database, filter: NoteFilter): Promise<NotedPage> {
  const { words, before, limit } = filter;
  if (words.length === 0 || limit <= 0 || filter.status?.length === 0 || filter.runType?.length === 0)
    return { runs: [], notes: [], end: null };
  const seen = filter.notesSeen ?? notesSeen;
  const statement = () => statementValues({ provider });
  const older = (
    hole: (value: string | number) => string,
    sign: '<' | '>=',
    at: { createdAt: number; id: string } | null | undefined,
  ) => (at ? ` AND (n."runCreatedAt", n."runId") ${sign} (${hole(at.createdAt)}, ${hole(at.id)})` : '');
  // The walk itself begins and ends where the dates do.
  const made = (hole: (value: string | number) => string) =>
    (filter.from === undefined ? '' : ` AND n."runCreatedAt" >= ${hole(filter.from)}`) +
    (filter.to === undefined ? '' : ` AND n."runCreatedAt" < ${hole(filter.to)}`);
  const matches = (hole: (value: string | number) => string) =>
    words.map((word) => ` AND n."folded" LIKE ${hole(escaped(word))} ESCAPE '\\'`).join('');

  const first = statement();
  const [last] = await client.$queryRawUnsafe<{ at: bigint | number; runId: string }[]>(
    `SELECT n."runCreatedAt" AS "at", n."runId" AS "runId" FROM "run_note" n WHERE 1 = 1${older(first.hole, '<', before)}${made(first.hole)}
      ORDER BY n."runCreatedAt" DESC, n."runId" DESC LIMIT 1 OFFSET ${seen}`,
    ...first.values,
  );
  const end = last === undefined ? null : { createdAt: Number(last.at), id: last.runId };

  const second = statement();
  // In the order of the index, so that the first runs that fit end the walk; without the limit SQLite joins all and sorts then.
  const noted = `SELECT n."runCreatedAt" AS "at", n."runId" AS "runId" FROM "run_note" n
    WHERE 1 = 1${older(second.hole, '<', before)}${older(second.hole, '>=', end)}${made(second.hole)}${matches(second.hole)}
    GROUP BY n."runCreatedAt", n."runId" ORDER BY n."runCreatedAt" DESC, n."runId" DESC LIMIT ${seen + 1}`;
  const where = [`r."runType" <> 'try'`];
  if (filter.workflowId !== undefined) where.push(`r."workflowId" = ${second.hole(filter.workflowId)}`);
  if (filter.status) where.push(`r."status" IN (${filter.status.map((status) => second.hole(status)).join(', ')})`);
  if (filter.runType) where.push(`r."runType" IN (${filter.runType.map((kind) => second.hole(kind)).join(', ')})`);
  if (filter.triggerId !== undefined) where.push(`r."triggerId" = ${second.hole(filter.triggerId)}`);
  const rows = await client.$queryRawUnsafe<RunColumns[]>(
    `SELECT ${runColumnsSql('r')} FROM (${noted}) f JOIN "run" r ON r."id" = f."runId" WHERE ${where.join(' AND ')}
      ORDER BY f."at" DESC, f."runId" DESC LIMIT ${second.hole(limit)}`,
    ...second.values,
  );
  if (rows.length === 0) return { runs: [], notes: [], end };

  const third = statement();
  const notes = await client.$queryRawUnsafe<
    { runId: string; task: string | null; mapIndex: number | bigint | null; text: string }[]
  >(
    `SELECT n."runId", n."task", n."mapIndex", n."text" FROM "run_note" n
      WHERE n."runId" IN (${rows.map(({ id }) => third.hole(id)).join(', ')})${matches(third.hole)}
      ORDER BY n."runId", n."createdAt", n."id" LIMIT ${third.hole(limit * 5)}`,
    ...third.values,
  );
  return {
    runs: rows.map(runRow),
    notes: notes.map((note) => ({ ...note, mapIndex: note.mapIndex === null ? null : Number(note.mapIndex) })),
    end,
  };
}
