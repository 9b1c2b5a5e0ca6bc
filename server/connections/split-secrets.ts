import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import type { SchemaFault } from '#domain/definition/json-schema/schema-fault.ts';
import { pointer } from '#domain/definition/pointer.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { SecretFields } from '#server/secrets/vault.ts';
import { Refusal } from '#server/refusal.ts';
import type { ConnectionKind } from './connection-type.ts';

/** A form as it came in, taken apart: what may be shown, and what must not. */
export interface SplitSettings {
  settings: JsonObject;
  secrets: SecretFields;
}

/** A sentence about a place of the form. */
export interface SettingsProblem {
  pointer: string;
  message: string;
}

/** Refuses a form: the first sentence is the answer's, all of them stand in its details. */
function refuseSettings(problems: SettingsProblem[]): never {
  throw new Refusal('connection.settings', problems[0]?.message ?? 'The settings are not understood.', 422, { problems });
}

/** The sentence of a fault. One about a secret must not repeat it, and an example says more than a pattern. */
function wordsOf(kind: ConnectionKind, { kind: fault, path, message }: SchemaFault): string {
  const field = String(path[0] ?? '');
  const hint = kind.hints[field];
  const shows = fault === 'value' && hint?.placeholder;
  if (!shows && !kind.secretFields.includes(field)) return message;
  const example = hint?.placeholder ? ` Write one such as ${hint.placeholder}.` : ' Type it again.';
  return `${hint?.label ?? field} is not understood.${example}`;
}

/**
 * Checks a filled-in form and takes its secrets out; an empty secret says nothing. Refuses with 422
 * `connection.settings` and `details.problems`, places by JSON pointer.
 */
export function splitSecrets(kind: ConnectionKind, form: JsonObject): SplitSettings {
  const filled = Object.fromEntries(
    Object.entries(form).filter(([field, value]) => value !== '' || !kind.secretFields.includes(field)),
  );
  const faults = checkValue(filled, kind.schema, 'The connection');
  if (faults.length > 0) refuseSettings(faults.map((fault) => ({ pointer: pointer(fault.path), message: wordsOf(kind, fault) })));
  const wanted = kind.wants(form);
  const secrets: SecretFields = {};
  const settings: JsonObject = {};
  for (const [field, value] of Object.entries(filled)) {
    if (!kind.secretFields.includes(field)) settings[field] = value;
    else if (wanted.includes(field)) secrets[field] = String(value);
  }
  return { settings, secrets };
}

/** What the secret of these settings is bound to. Refuses as `splitSecrets` does when the settings name no host. */
export function boundHost(kind: ConnectionKind, { settings, secrets }: SplitSettings): string | null {
  try {
    return kind.host(settings, secrets);
  } catch {
    return refuseSettings([
      { pointer: '/url', message: 'The address is not understood. Write one such as https://api.example.com/.' },
    ]);
  }
}
