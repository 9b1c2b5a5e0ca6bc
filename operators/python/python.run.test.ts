import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedFailure, type RunContext } from '#operators/runner.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';
import { runner } from './python.run.ts';
import { readyEnvironment } from './ready-environment.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
});
afterAll(async () => {
  await bench.close();
});
const run = (code: string, outputs = {}, more = {}) => bench.run('python@1', { code, ...more }, { outputs });

describe('Python', () => {
  it('calls main with inputs and run', async () => {
    const told = await run('def main(inputs, run):\n    print("hello")\n    return {"n": len(inputs["a"]), "ds": run["ds"]}\n', {
      a: [1, 2],
    });
    expect(told.end).toMatchObject({ outcome: { type: 'success' }, output: { n: 2, ds: '2026-03-26' } });
    expect(told.logs.map(({ text }) => text).join('')).toBe('hello\n');
  });

  it.each([
    ['only inputs', 'def main(inputs):\n    return inputs["a"]', 7],
    ['nothing', 'def main():\n    return 1', 1],
    ['anything', 'def main(*args, **more):\n    return len(args)', 2],
    ['asynchronously', 'async def main(inputs, run):\n    return 3', 3],
    ['a date', 'import datetime\ndef main():\n    return datetime.date(2026, 3, 26)', '2026-03-26'],
    ['a set', 'def main():\n    return {3, 1}', [1, 3]],
    ['None', 'def main():\n    pass', null],
  ])('main may take or give %s', async (_what, code, output) => {
    expect((await run(code, { a: 7 })).end).toMatchObject({ outcome: { type: 'success' }, output });
  });

  it('works without main, by importing drawloom', async () => {
    const told = await run(
      'from drawloom import inputs, output, run, files, artifacts\n(artifacts / "report.md").write_text("# Grüße\\n", encoding="utf-8")\noutput({"sum": sum(inputs["a"]), "city": run["params"]["city"], "files": files.name})\n',
      { a: [1, 2] },
    );
    expect(told.end).toMatchObject({ output: { sum: 3, city: 'Seattle', files: 'files' } });
    expect(told.end.artifacts).toMatchObject([{ name: 'report.md', type: 'text/markdown' }]);
  });

  it('fails with the exception as its reason, and a traceback without our own frames', async () => {
    const job = bench.begin('python@1', { code: 'def main():\n    return {}["rows"]\n' });
    const told = await bench.ended(job.attemptId);
    expect(told.end.outcome).toMatchObject({
      type: 'failed',
      retry: 'policy',
      error: { code: 'exit', message: expect.stringContaining("KeyError: 'rows'") as string },
    });
    expect(bench.text(job.attemptId, 'err')).toMatch(/task\.py", line 2, in main/);
    expect(bench.text(job.attemptId, 'err')).not.toContain('drawloom.py');
  });

  it('tells fail, skip, sys.exit, a syntax error and an output that is no JSON apart', async () => {
    expect((await run('import drawloom\ndef main():\n    drawloom.fail("no rows")')).end.outcome).toMatchObject({
      type: 'failed',
      retry: 'never',
    });
    expect((await run('import drawloom\ndef main():\n    drawloom.skip("nothing new")')).end.outcome).toEqual({
      type: 'skipped',
      reason: 'nothing new',
    });
    expect((await run('import sys\nsys.exit(4)')).end).toMatchObject({ exitCode: 4, outcome: { error: { code: 'exit' } } });
    expect((await run('def main(')).end.outcome).toMatchObject({
      error: { message: expect.stringContaining('SyntaxError') as string },
    });
    expect((await run('def main():\n    return float("nan")')).end.outcome).toMatchObject({
      error: { message: expect.stringContaining('not JSON') as string },
    });
    expect((await run('def main():\n    return object()')).end.outcome).toMatchObject({
      error: { message: expect.stringContaining('not JSON') as string },
    });
  });

  it('installs requirements once, for each list of them', async () => {
    // A package of our own: the test needs no registry.
    const folder = path.join(bench.dataDir, 'files/pkg');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'pyproject.toml'), '[project]\nname = "weft"\nversion = "1.2"\n');
    writeFileSync(path.join(folder, 'weft.py'), 'threads = 12\n');
    const wheel = await run(wheelCode);
    expect(wheel.end.outcome).toEqual({ type: 'success' });
    const requirements = `# ours\n${path.join(bench.dataDir, 'files/weft-1.2-py3-none-any.whl')}`;
    const first = await run('import weft\ndef main():\n    return weft.threads', {}, { requirements });
    expect(first.end).toMatchObject({ outcome: { type: 'success' }, output: 12 });
    expect(first.logs.some(({ text }) => text.includes('Installs the requirements'))).toBe(true);
    const second = await run('import weft\ndef main():\n    return weft.threads + 1', {}, { requirements });
    expect(second.end.output).toBe(13);
    expect(second.logs).toEqual([]);
    expect(readdirSync(path.join(bench.dataDir, 'cache/python'))).toHaveLength(1);
    const [hash] = readdirSync(path.join(bench.dataDir, 'cache/python'));
    const base = path.join(bench.dataDir, 'cache/python', hash!);
    // As long as the Python it was made with is the one that tasks run with, the environment is used without a look.
    const python = readdirSync(base).find((name) => /^python[\d.]+$/.test(name))!;
    const [, made] = /^\d+ (.+)$/.exec(readFileSync(path.join(base, python, '.ready'), 'utf8'))!;
    expect(readyEnvironment(base, made!)).toBe(path.join(base, python, 'bin/python'));
    expect(readyEnvironment(base, '/bin/sh')).toBeNull();
    expect(readyEnvironment(path.join(base, 'nowhere'), made!)).toBeNull();
    const before = process.env.DRAWLOOM_PYTHON;
    process.env.DRAWLOOM_PYTHON = made!;
    try {
      const forked = await run('import sys, weft\ndef main():\n    return [weft.threads, sys.prefix]', {}, { requirements });
      expect(forked.end.output).toEqual([12, path.join(base, python)]);
    } finally {
      if (before === undefined) delete process.env.DRAWLOOM_PYTHON;
      else process.env.DRAWLOOM_PYTHON = before;
    }
  });

  it('says when pip cannot install them', async () => {
    const told = await run('def main():\n    return 1', {}, { requirements: '/no/such/wheel-1.0-py3-none-any.whl' });
    expect(told.end.outcome).toMatchObject({ type: 'failed', error: { code: 'python.requirements' } });
  });

  it('says when there is no Python', () => {
    const before = process.env.DRAWLOOM_PYTHON;
    process.env.DRAWLOOM_PYTHON = '/no/such/python';
    try {
      expect(() => runner.prepare({ code: '' }, {} as RunContext)).toThrow(
        expect.objectContaining({ code: 'python.missing', retry: 'never' }) as CodedFailure,
      );
    } finally {
      if (before === undefined) delete process.env.DRAWLOOM_PYTHON;
      else process.env.DRAWLOOM_PYTHON = before;
    }
  });
});

/** A wheel is a zip with three files of metadata; made by hand, since building one would need packages from a registry. */
const wheelCode = `
import zipfile
from drawloom import files
meta = "Metadata-Version: 2.1\\nName: weft\\nVersion: 1.2\\n"
tags = "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
with zipfile.ZipFile(files / "weft-1.2-py3-none-any.whl", "w") as wheel:
    wheel.write(files / "pkg/weft.py", "weft.py")
    wheel.writestr("weft-1.2.dist-info/METADATA", meta)
    wheel.writestr("weft-1.2.dist-info/WHEEL", tags)
    wheel.writestr("weft-1.2.dist-info/RECORD", "weft.py,,\\nweft-1.2.dist-info/METADATA,,\\nweft-1.2.dist-info/WHEEL,,\\nweft-1.2.dist-info/RECORD,,\\n")
`;
