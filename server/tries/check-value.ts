import { checkJson } from '#domain/definition/json/check-json.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { outputCapBytes } from '#server/engine/perform/read-output.ts';
import { Refusal } from '#server/refusal.ts';

/** A value that a person gives in place of an output: JSON (422 `try.value`), no larger than an output may be (413 `try.value-size`). */
export function checkValue(task: string, value: unknown): Json {
  const fault = checkJson(value, 64);
  if (fault) throw new Refusal('try.value', `The value for ${task} cannot be used. ${fault.message}`, 422);
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > outputCapBytes)
    throw new Refusal(
      'try.value-size',
      `The value for ${task} has ${Math.ceil(bytes / 1024)} KiB, ${outputCapBytes / 1024} KiB is the most. Keep a part of it.`,
      413,
    );
  return value as Json;
}
