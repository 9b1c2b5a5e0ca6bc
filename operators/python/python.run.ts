import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ProcessRunner } from '#operators/runner.ts';
import { CodedFailure } from '#operators/runner.ts';
import { processFailure } from '#operators/process-failure.ts';
import { drawloomPy } from './drawloom-py.ts';
import { findPython } from './find-python.ts';
import { readyEnvironment } from './ready-environment.ts';
import { venvPy } from './venv-py.ts';

export const runner: ProcessRunner = {
  kind: 'process',
  prepare(config, context) {
    const python = findPython(process.env, context.directory);
    if (!python)
      throw new CodedFailure(
        'python.missing',
        process.env.DRAWLOOM_PYTHON
          ? `DRAWLOOM_PYTHON names ${process.env.DRAWLOOM_PYTHON}, which cannot be run. Correct it and start again.`
          : 'There is no python3 on this machine. Install it, or name one in DRAWLOOM_PYTHON.',
        'never',
      );
    const inDirectory = (name: string) => path.join(context.directory, name);
    const files: Record<string, string> = { 'task.py': String(config.code), 'drawloom.py': drawloomPy };
    const env = { PYTHONPATH: context.directory, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' };
    const program = inDirectory('drawloom.py');
    const wanted = String(config.requirements ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    if (wanted.length === 0) return { argv: [python, '-u', '-B', program], env, files, warm: 'python' };
    // One environment for each list, whatever its order; it lies outside the attempt and is found again by its hash.
    const hash = createHash('sha256')
      .update([...wanted].sort().join('\n'))
      .digest('hex')
      .slice(0, 24);
    const home = path.join(context.cacheDirectory, 'python', hash);
    const ready = readyEnvironment(home, python);
    if (ready) return { argv: [ready, '-u', '-B', program], env, files, warm: 'python' };
    return {
      argv: [python, '-u', '-B', inDirectory('drawloom_venv.py'), home, inDirectory('requirements.txt'), program],
      env,
      files: { ...files, 'drawloom_venv.py': venvPy, 'requirements.txt': `${wanted.join('\n')}\n` },
    };
  },
  finish(_config, end) {
    return processFailure(end) ?? { type: 'done', ...(end.output !== undefined ? { output: end.output } : {}) };
  },
};
