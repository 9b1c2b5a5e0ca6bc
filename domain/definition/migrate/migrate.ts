import type { Problem } from '../problem.ts';
import type { JsonObject } from '../schema/json.ts';
import { currentFormat } from './current-format.ts';
import type { Step } from './step.ts';
import { steps as allSteps } from './steps.ts';

type Answer = { ok: true; document: JsonObject } | { ok: false; problem: Problem };
const prefix = 'drawloom/workflow@';
const current = Number(currentFormat.slice(prefix.length));

/** Brings a document of any known format to the current one. A newer or foreign format is refused with `definition.format`. */
export function migrate(document: JsonObject, steps: readonly Step[] = allSteps, target: number = current): Answer {
  const refuse = (message: string): Answer => ({
    ok: false,
    problem: { code: 'definition.format', level: 'error', pointer: '/format', message },
  });
  const format = document['format'];
  if (format === undefined) return refuse(`Format is missing. A workflow begins with "format": "${currentFormat}".`);
  const digits = typeof format === 'string' && format.startsWith(prefix) ? format.slice(prefix.length) : '';
  if (!/^[1-9][0-9]{0,5}$/.test(digits))
    return refuse(
      `Format ${JSON.stringify(format).slice(0, 60)} is not known. A workflow begins with "format": "${currentFormat}".`,
    );
  let version = Number(digits);
  if (version > target)
    return refuse(
      `Format ${prefix}${version} is newer than this Drawloom, which reads up to ${prefix}${target}. Upgrade Drawloom.`,
    );
  let result = document;
  while (version < target) {
    const step = steps.find((s) => s.from === version);
    if (step === undefined)
      return refuse(`Format ${prefix}${version} cannot be read any more. Open it with an older Drawloom and export it.`);
    version += 1;
    result = { ...step.up(result), format: `${prefix}${version}` };
  }
  return { ok: true, document: result };
}
