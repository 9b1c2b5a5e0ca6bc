import type { Database } from '../database.ts';
import type { RunNote } from '../generated/sqlite/client.ts';
import type { NoteRow, NoteTable } from '../note-row.ts';
import { plainText } from '../plain-text.ts';

const noteRow = (row: RunNote): NoteRow => ({ ...row, createdAt: Number(row.createdAt), updatedAt: Number(row.updatedAt) });

/** Notes on runs. */
export const notesOf = ({ client }: Database): NoteTable => ({
  async list(runId) {
    return (await client.runNote.findMany({ where: { runId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(noteRow);
  },
  async get(id) {
    const row = await client.runNote.findUnique({ where: { id } });
    return row && noteRow(row);
  },
  async create({ text, ...row }) {
    await client.runNote.create({ data: { ...row, text: plainText(text), updatedAt: row.createdAt, revision: 1 } });
  },
  async update(id, revision, text, at) {
    const { count } = await client.runNote.updateMany({
      where: { id, revision },
      data: { text: plainText(text), updatedAt: at, revision: revision + 1 },
    });
    return count === 1;
  },
  async remove(id) {
    return (await client.runNote.deleteMany({ where: { id } })).count === 1;
  },
});
