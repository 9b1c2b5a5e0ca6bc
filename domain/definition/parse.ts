import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { checkJson } from './json/check-json.ts';
import type { JsonFault } from './json/json-fault.ts';
import { parseJson } from './json/parse-json.ts';
import { utf8 } from './json/utf8.ts';
import { migrate } from './migrate/migrate.ts';
import { pointer } from './pointer.ts';
import type { Problem } from './problem.ts';
import { schemaProblems } from './schema-problem.ts';
import type { Json, JsonObject } from './schema/json.ts';
import { caps, workflowSchema, type Workflow } from './schema/workflow.ts';
import { scriptField } from './script-field.ts';

export type Parsed = { ok: true; workflow: Workflow } | { ok: false; problems: Problem[] };

const refused = (fault: JsonFault): Parsed => ({
  ok: false,
  problems: [{ code: fault.code, level: 'error', pointer: pointer(fault.path), message: fault.message }],
});
const isLines = (value: unknown): value is string[] => Array.isArray(value) && value.every((line) => typeof line === 'string');

/** Scripts may stand as lines in a file; inside they are text. */
function joinScripts(document: JsonObject): JsonObject {
  const tasks = document['tasks'];
  if (!Array.isArray(tasks)) return document;
  return {
    ...document,
    tasks: tasks.map((task): Json => {
      if (!isJsonObject(task) || typeof task['operator'] !== 'string' || !isJsonObject(task['config'])) return task;
      const script = scriptField(task['operator']);
      const lines = script === null ? undefined : task['config'][script.field];
      if (script === null || !isLines(lines)) return task;
      return { ...task, config: { ...task['config'], [script.field]: lines.join('\n') } };
    }),
  };
}

function parseChecked(input: Json): Parsed {
  if (!isJsonObject(input))
    return {
      ok: false,
      problems: [
        { code: 'definition.type', level: 'error', pointer: '', message: 'A workflow is an object. This is something else.' },
      ],
    };
  const migrated = migrate(input);
  if (!migrated.ok) return { ok: false, problems: [migrated.problem] };
  const result = workflowSchema.safeParse(joinScripts(migrated.document));
  if (result.success) return { ok: true, workflow: result.data };
  return { ok: false, problems: schemaProblems(result.error.issues, migrated.document) };
}

/**
 * Reads a definition of any known format from a value: every default filled in, or what is wrong with its shape (codes `json.*`,
 * `definition.*`). Whether the workflow makes sense is asked of `validate`.
 */
export function parseWorkflow(input: unknown): Parsed {
  const fault = checkJson(input, caps.depth);
  return fault === null ? parseChecked(input as Json) : refused(fault);
}

/** The same from JSON text. Says line and column of what is malformed; refuses text over 10 MiB (`definition.cap`). */
export function parseWorkflowText(text: string): Parsed {
  // Three bytes a UTF-16 unit is the most, so most texts need no counting.
  if (text.length * 3 > caps.importBytes && (text.length > caps.importBytes || utf8(text).length > caps.importBytes))
    return refused({
      code: 'definition.cap',
      path: [],
      message: 'The text is larger than 10 MiB. Move large scripts and data into files.',
    });
  const json = parseJson(text, caps.depth);
  return json.ok ? parseChecked(json.value) : refused(json.fault);
}
