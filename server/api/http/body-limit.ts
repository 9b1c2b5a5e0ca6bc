import { caps } from '#domain/definition/schema/workflow.ts';

/** Bytes of a body that no procedure here needs more than (trust.md, R13). */
const ordinary = 1024 * 1024;
const large = new Set(['drafts.save', 'workflows.import']);

/** Largest body of a call in bytes; a batch has the largest of its procedures. */
export function bodyLimit(path: string): number {
  return path.split(',').some((procedure) => large.has(procedure)) ? caps.importBytes : ordinary;
}
