import type { Rule } from '../context.ts';

/** Operators that the catalogue does not have: `operator.unknown`, or not in this version: `operator.version`. */
export const operators: Rule = function* ({ workflow, manifests }) {
  const versions = new Map<string, number[]>();
  for (const { type, version } of manifests.values()) versions.set(type, [...(versions.get(type) ?? []), version]);
  for (const [index, { id, operator, config }] of workflow.tasks.entries()) {
    if (manifests.has(operator)) continue;
    const type = operator.slice(0, operator.lastIndexOf('@'));
    const known = versions.get(type);
    const place = { level: 'error' as const, pointer: `/tasks/${index}/operator`, task: id };
    if (known === undefined) {
      const message = `The operator "${type}" is not known here. Install it, or choose another for "${id}".`;
      yield { code: 'operator.unknown', ...place, message };
    } else {
      const newest = Math.max(...known);
      yield {
        code: 'operator.version',
        ...place,
        message: `The operator "${type}" has no version ${operator.slice(type.length + 1)} here. Known: ${known.sort((a, b) => a - b).join(', ')}.`,
        fix: {
          label: `Use ${type}@${newest}`,
          edits: [{ type: 'set-operator', task: id, operator: `${type}@${newest}`, config }],
        },
      };
    }
  }
};
