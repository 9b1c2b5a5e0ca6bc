import { describe, expect, it } from 'vitest';
import { failedLine } from './failed-line.ts';
import { foldFrames } from './fold-frames.ts';
import { logLevel } from './log-level.ts';
import type { LogLine } from './log-line.ts';

const log = (text: string, stream: LogLine['stream'] = 'err', from = 0): LogLine[] =>
  text
    .split('\n')
    .map((t, i) => ({ id: from + i, at: 0, stream, level: logLevel(t), text: t, parts: [{ text: t, className: '' }] }));
const read = (lines: LogLine[], ...opened: number[]) =>
  foldFrames(lines, new Set(opened)).map((e) => ('frames' in e ? `[${e.frames} in ${e.lines.length}]` : e.text));

describe('a failed log is read from', () => {
  it('its first error', () => expect(failedLine(log('start\nERROR no\nERROR again'))).toBe(1));
  it('else the last words on stderr', () =>
    expect(failedLine([...log('a\nno such file\n '), ...log('bye', 'out', 3), ...log('sys', 'sys', 4)])).toBe(1));
  it('nowhere without either', () => expect(failedLine(log('a', 'out'))).toBeNull());
});

const traceback = `Traceback (most recent call last):
  File "task.py", line 4, in main
    load()
  File "/venv/lib/python3.11/site-packages/requests/api.py", line 73, in get
    return request("get", url)
           ^^^^^^^^^^^^^^^^^^^
  File "<frozen importlib._bootstrap>", line 1, in _find
  File "task.py", line 9, in hook
    raise ValueError("bad")
ValueError: bad`;

describe('frames', () => {
  it('of Python libraries are folded with their source, one’s own stay', () =>
    expect(read(log(traceback))).toEqual([
      'Traceback (most recent call last):',
      '  File "task.py", line 4, in main',
      '    load()',
      '[2 in 4]',
      '  File "task.py", line 9, in hook',
      '    raise ValueError("bad")',
      'ValueError: bad',
    ]));
  it('follow their fold when it is open', () => {
    const open = read(log(traceback), 3);
    expect(open).toHaveLength(11);
    expect(open.slice(3, 5)).toEqual([
      '[2 in 4]',
      '  File "/venv/lib/python3.11/site-packages/requests/api.py", line 73, in get',
    ]);
  });
  it('of Node and its packages are folded', () =>
    expect(
      read(
        log(`Error: bad
    at mine (/srv/task.js:3:9)
    at hook (/srv/node_modules/got/index.js:1:2)
    at async node:internal/modules/run_main:107:5
    at Module._compile (node:internal/modules/cjs/loader:1554:14)`),
      ),
    ).toEqual(['Error: bad', '    at mine (/srv/task.js:3:9)', '[3 in 3]']));
  it('of one line are left, and so is what only looks deep', () => {
    const lines = '    four spaces\n    at x (node:fs:1:2)\n    at own (/a.js:1:2)';
    expect(read(log(lines))).toEqual(lines.split('\n'));
  });
  it('end where another stream speaks', () => {
    const [a, b] = ['    at x (node:fs:1:2)', '    at y (node:fs:1:2)'];
    expect(read([...log(a), ...log(b, 'out', 1)])).toEqual([a, b]);
  });
});
