import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { schemaAt } from '#domain/definition/json-schema/schema-at.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import { pointer } from '#domain/definition/pointer.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { isConditionField } from './is-condition-field.ts';
import { isTemplate } from './is-template.ts';
import { renderTemplate } from './render-template.ts';
import { TemplateFault } from './template-fault.ts';

/** Why a config could not be made ready: `template` (a template failed) or `config` (what came out is not what the operator takes). */
export interface ConfigFault {
  code: 'template' | 'config';
  /** JSON pointer inside the config. */
  pointer: string;
  /** The field, dotted: `environment.DAY`, `cases.0.when`. */
  field: string;
  /** A sentence that names the field. */
  message: string;
}
export type RenderedConfig = { ok: true; config: JsonObject } | { ok: false; fault: ConfigFault };

type Path = (string | number)[];
const wantsText = (schema: JsonObject | null): boolean => {
  const type = schema?.['type'];
  return (
    type === 'string' || (Array.isArray(type) && type.includes('string') && !type.includes('number') && !type.includes('boolean'))
  );
};

/**
 * Renders every text of a config once, over a scope of plain JSON, fills in the defaults of the operator's schema and checks the outcome.
 * A number or boolean from a whole-field template becomes text where the schema wants text. With the operator's `hints`, fields that hold
 * conditions pass as they are. Never throws for a bad template: the first fault comes back.
 */
export function renderConfig(
  config: JsonObject,
  scope: JsonObject,
  configSchema: JsonObject,
  hints: Manifest['hints'] = {},
): RenderedConfig {
  let at: Path = [];
  const render = (value: Json, path: Path): Json => {
    if (typeof value === 'string') {
      if (!isTemplate(value) || isConditionField(hints, path)) return value;
      at = path;
      const rendered = renderTemplate(value, scope);
      const scalar = typeof rendered === 'number' || typeof rendered === 'boolean';
      return scalar && wantsText(schemaAt(configSchema, path)) ? String(rendered) : rendered;
    }
    if (Array.isArray(value)) return value.map((entry, i) => render(entry, [...path, i]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, render(entry, [...path, key])]));
  };
  try {
    const rendered = withDefaults(render(config, []) as JsonObject, configSchema);
    const [fault] = checkValue(rendered, configSchema, 'The config');
    if (fault === undefined) return { ok: true, config: rendered };
    return {
      ok: false,
      fault: { code: 'config', pointer: pointer(fault.path), field: fault.path.join('.'), message: fault.message },
    };
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    const field = at.join('.');
    return { ok: false, fault: { code: 'template', pointer: pointer(at), field, message: `${field}: ${error.message}` } };
  }
}
