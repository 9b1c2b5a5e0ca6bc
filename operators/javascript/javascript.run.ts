import path from 'node:path';
import type { ProcessRunner } from '#operators/runner.ts';
import { processFailure } from '#operators/process-failure.ts';
import { drawloomMjs } from './drawloom-mjs.ts';

export const runner: ProcessRunner = {
  kind: 'process',
  prepare(config, context) {
    return {
      argv: [process.execPath, '--no-warnings', path.join(context.directory, 'drawloom.mjs')],
      warm: 'javascript',
      files: { 'task.mjs': String(config.code), 'drawloom.mjs': drawloomMjs },
    };
  },
  finish(_config, end) {
    return processFailure(end) ?? { type: 'done', ...(end.output !== undefined ? { output: end.output } : {}) };
  },
};
