import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import type { SchemaFault } from '#domain/definition/json-schema/schema-fault.ts';
import { pointer } from '#domain/definition/pointer.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { isWholeTemplate } from '#domain/expression/is-whole-template.ts';
import type { Rule } from '../context.ts';

/** A text before rendering: one whole `{{ … }}` may become anything, any other template text. */
const template = (text: string): 'any' | 'text' | null => (!isTemplate(text) ? null : isWholeTemplate(text) ? 'any' : 'text');

const kept = new WeakMap<JsonObject, { schema: JsonObject; faults: SchemaFault[] }>();

/** Faults of a config, kept with the object: an edit elsewhere leaves it as it is, so a draft of 10,000 tasks is checked anew in no time. */
function faultsOf(config: JsonObject, schema: JsonObject): SchemaFault[] {
  const known = kept.get(config);
  if (known?.schema === schema) return known.faults;
  const faults = checkValue(config, schema, 'The config', { template });
  kept.set(config, { schema, faults });
  return faults;
}

/** Config against the operator's schema: `config.missing`, `config.type`, `config.value`, `config.bounds`, `config.unknown-field`. */
export const configs: Rule = function* ({ workflow, manifests }) {
  for (const [index, { id, operator, config, map }] of workflow.tasks.entries()) {
    const manifest = manifests.get(operator);
    if (manifest === undefined) continue;
    // A mapped field gets its value from the list, so its own may be missing.
    const mapped = new Set((map?.over ?? []).map(({ into }) => into));
    for (const { kind, path, message } of faultsOf(config, manifest.configSchema)) {
      if (kind === 'missing' && mapped.has(path.join('.'))) continue;
      yield { code: `config.${kind}`, level: 'error', pointer: pointer(['tasks', index, 'config', ...path]), task: id, message };
    }
  }
};
