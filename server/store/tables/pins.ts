import type { Json } from '#domain/definition/schema/json.ts';
import type { Database } from '../database.ts';
import type { PinTable } from '../try-row.ts';

/** Rows of pins, by task. */
export const pinsOf = ({ client }: Database): PinTable => ({
  async list(workflowId) {
    const rows = await client.pin.findMany({ where: { workflowId } });
    return rows
      .map(({ output, pinnedAt, ...row }) => ({ ...row, output: JSON.parse(output) as Json, pinnedAt: Number(pinnedAt) }))
      .sort((a, b) => (a.task < b.task ? -1 : 1));
  },
  async put({ workflowId, task, output, pinnedAt, pinnedBy, taskHash }) {
    const set = { output: JSON.stringify(output), pinnedAt, pinnedBy, taskHash };
    await client.pin.upsert({
      where: { workflowId_task: { workflowId, task } },
      create: { workflowId, task, ...set },
      update: set,
    });
  },
  async remove(workflowId, task) {
    return (await client.pin.deleteMany({ where: { workflowId, task } })).count === 1;
  },
});
