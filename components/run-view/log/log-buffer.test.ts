import { describe, expect, it } from 'vitest';
import type { LogChunk } from '#components/data/use-log-feed.ts';
import { LogBuffer } from './log-buffer.ts';
import { logLevel } from './log-level.ts';

const esc = String.fromCharCode(27);
let seq = 0;
const chunk = (text: string, more: Partial<LogChunk> = {}): LogChunk => ({
  attemptId: 'a',
  stream: 'out',
  seq: ++seq,
  offset: 0,
  at: seq,
  text,
  omitted: 0,
  ...more,
});
const buffer = (...chunks: LogChunk[]) => {
  const made = new LogBuffer();
  for (const c of chunks) made.append([c]);
  return made;
};
const texts = (b: LogBuffer) => b.lines.map((l) => l.text);

describe('lines', () => {
  it('join what came in two chunks and keep the first instant', () => {
    const b = buffer(chunk('one\ntw', { at: 5 }), chunk('o\nthree\n', { at: 9 }));
    expect(texts(b)).toEqual(['one', 'two', 'three']);
    expect(b.lines.map((l) => l.at)).toEqual([5, 5, 9]);
  });
  it('keep two streams apart', () =>
    expect(texts(buffer(chunk('a'), chunk('b\n', { stream: 'err' }), chunk('c\n')))).toEqual(['ac', 'b']));
  it('are written over by carriage returns', () => expect(texts(buffer(chunk('10 %\r50 %\r100 %\r\n')))).toEqual(['100 %']));
  it('leave out a chunk that came twice', () => {
    const c = chunk('x\n');
    expect(texts(buffer(c, c))).toEqual(['x']);
  });
  it('say what was left out', () => expect(texts(buffer(chunk('x\n', { omitted: 2_000_000 })))[0]).toContain('2 MB left out'));
  it('keep the id of an unfinished line when it grows', () => {
    const b = buffer(chunk('wait'));
    const id = b.lines[0]?.id;
    b.append([chunk('ing\nnext\n')]);
    expect(b.lines.map((l) => [l.id === id, l.text])).toEqual([
      [true, 'waiting'],
      [false, 'next'],
    ]);
  });
});

describe('colours', () => {
  it('go on over lines and chunks until taken back', () => {
    const b = buffer(chunk(`${esc}[31mred\nstill`), chunk(` red${esc}[0m plain\nplain\n`));
    expect(b.lines.map((l) => l.parts.map((p) => [p.text, p.className]))).toEqual([
      [['red', 'log-red']],
      [
        ['still red', 'log-red'],
        [' plain', ''],
      ],
      [['plain', '']],
    ]);
  });
  it('of streams do not mix', () => {
    const b = buffer(chunk(`${esc}[32mgreen\n`), chunk('plain\n', { stream: 'err' }));
    expect(b.lines[1]?.parts[0]?.className).toBe('');
  });
  it('bold and bright ones have their class', () => {
    expect(buffer(chunk(`${esc}[1;93mWARN${esc}[0m x\n`)).lines[0]?.parts[0]).toEqual({
      text: 'WARN',
      className: 'log-yellow log-bold',
    });
  });
  it('other control sequences are gone', () => {
    expect(texts(buffer(chunk(`${esc}]0;title\u0007a${esc}[2Kb${esc}[1;1Hc${esc}(Bd\u0000\n`)))).toEqual(['abcd']);
  });
});

it.each([
  ['2026-11-24 ERROR no', 'error'],
  ['ValueError: bad', 'error'],
  ['WARNING: slow', 'warning'],
  ['INFO ok', 'info'],
  ['no errors here', 'none'],
])('%s is %s', (text, level) => expect(logLevel(text)).toBe(level));
