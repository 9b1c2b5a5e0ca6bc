import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseJson } from '#domain/definition/json/parse-json.ts';
import type { Json } from '#domain/definition/schema/json.ts';

/** Most that an output may take as JSON; more belongs into an artifact. */
export const outputCapBytes = 256 * 1024;

/** Sentence for an output over the cap. */
export const tooLarge = (bytes: number): string =>
  `The output has ${Math.ceil(bytes / 1024)} KiB; at most ${outputCapBytes / 1024} KiB are kept. Leave it as a file among the artifacts.`;

/** Reads `output.json` of an attempt: its value, nothing when there is none, or a sentence that says what is wrong with it. */
export function readOutput(directory: string): { output?: Json; outputProblem?: string } {
  const file = path.join(directory, 'output.json');
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return {};
  if (!found.isFile()) return { outputProblem: 'output.json is not a file.' };
  if (found.size > outputCapBytes) return { outputProblem: tooLarge(found.size) };
  const text = readFileSync(file, 'utf8');
  const read = parseJson(text, 64);
  return read.ok ? { output: read.value } : { outputProblem: `output.json is not JSON: ${read.fault.message}` };
}
