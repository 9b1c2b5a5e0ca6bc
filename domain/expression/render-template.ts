import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { isTemplate } from './is-template.ts';
import { parseTemplate } from './parse-template.ts';

/**
 * Renders one text, once: what comes out is data and never a template again. A text that is exactly one `{{ … }}` yields the value itself,
 * any other template yields text. `scope` is plain JSON with the names of `templateScopeNames`. Throws `TemplateFault`.
 */
export function renderTemplate(text: string, scope: JsonObject): Json {
  return isTemplate(text) ? evaluateTemplate(parseTemplate(text), scope) : text;
}
