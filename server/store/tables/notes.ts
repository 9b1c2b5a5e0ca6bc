import type { Database } from '../database.ts';
import type { RunNote } from '../generated/sqlite/client.ts';
import type { NoteRow, NoteTable } from '../note-row.ts';
import { foldText } from '../fold-text.ts';
import { plainText } from '../plain-text.ts';
import { findNotes } from './find-notes.ts';

const noteRow = ({ runCreatedAt: _, folded: __, ...row }: RunNote): NoteRow => ({
  ...row,
  createdAt: Number(row.createdAt),
  updatedAt: Number(row.updatedAt),
});

/** Notes on runs. */
export const notesOf = (database: Database): NoteTable => {
  const { client } = database;
  return {
    findRuns: (filter) => findNotes(database, filter),
    async list(runId) {
      return (await client.runNote.findMany({ where: { runId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(noteRow);
    },
    async get(id) {
      const row = await client.runNote.findUnique({ where: { id } });
      return row && noteRow(row);
    },
    async create({ text, ...row }) {
      const plain = plainText(text);
      const run = await client.run.findUnique({ where: { id: row.runId }, select: { createdAt: true } });
      await client.runNote.create({
        data: {
          ...row,
          text: plain,
          folded: foldText(plain),
          runCreatedAt: run?.createdAt ?? 0,
          updatedAt: row.createdAt,
          revision: 1,
        },
      });
    },
    async update(id, revision, text, at) {
      const { count } = await client.runNote.updateMany({
        where: { id, revision },
        data: { text: plainText(text), folded: foldText(plainText(text)), updatedAt: at, revision: revision + 1 },
      });
      return count === 1;
    },
    async remove(id) {
      return (await client.runNote.deleteMany({ where: { id } })).count === 1;
    },
  };
};
