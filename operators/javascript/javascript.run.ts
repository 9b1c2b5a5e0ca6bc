import path from 'node:path';
import type { ProcessRunner } from '#operators/runner.ts';
import { processFailure } from '#operators/process-failure.ts';
import { drawloomMjs } from './drawloom-mjs.ts';

export const runner: ProcessRunner = {
  kind: 'process',
  prepare(config, context) {
    const { memoryMb } = context.limits ?? {};
    // Node reserves far more addresses than it uses, so its own bound on the heap is the one that means something.
    const heap = memoryMb === undefined ? [] : [`--max-old-space-size=${memoryMb}`];
    return {
      memoryBy: 'interpreter',
      argv: [process.execPath, '--no-warnings', ...heap, path.join(context.directory, 'drawloom.mjs')],
      warm: 'javascript',
      files: { 'task.mjs': String(config.code), 'drawloom.mjs': drawloomMjs },
    };
  },
  finish(_config, end) {
    return processFailure(end) ?? { type: 'done', ...(end.output !== undefined ? { output: end.output } : {}) };
  },
};
