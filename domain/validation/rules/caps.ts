import { caps as bounds } from '#domain/definition/schema/workflow.ts';
import type { Rule } from '../context.ts';

/** More tasks or edges than a workflow may have: `definition.cap`. A file over the cap is refused when it is read; a draft grows. */
export const caps: Rule = function* ({ workflow }) {
  for (const list of ['tasks', 'edges'] as const) {
    const size = workflow[list].length;
    if (size > bounds[list])
      yield {
        code: 'definition.cap',
        level: 'error',
        pointer: `/${list}`,
        message: `The workflow has ${size} ${list}, it may have ${bounds[list]}. Move a part of it into a workflow of its own.`,
      };
  }
};
