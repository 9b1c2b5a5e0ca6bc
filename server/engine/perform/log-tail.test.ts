import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogChunk } from '#server/store/store.ts';
import { LogTail } from './log-tail.ts';
import { createMask, noMask, type Mask } from './mask.ts';

function open(options: { directory?: string; mask?: Mask; capBytes?: number; lastLog?: LogChunk } = {}) {
  const directory = options.directory ?? mkdtempSync(path.join(tmpdir(), 'drawloom-log-'));
  const chunks: LogChunk[] = [];
  const tail = new LogTail({
    attemptId: 'a',
    directory,
    mask: options.mask ?? noMask,
    now: () => 7,
    capBytes: options.capBytes ?? 1 << 20,
    report: (more) => chunks.push(...more),
    lastLog: options.lastLog ?? null,
  });
  const write = (file: 'stdout' | 'stderr', bytes: string | Buffer) => appendFileSync(path.join(directory, file), bytes);
  const text = (stream: 'out' | 'err') =>
    chunks
      .filter((chunk) => chunk.stream === stream)
      .map((chunk) => chunk.text)
      .join('');
  return { directory, chunks, tail, write, text };
}

describe('the log of a program', () => {
  it('comes whole, whatever was written when, with offsets that fit', () => {
    const writes = fc.array(
      fc.tuple(fc.constantFrom('stdout' as const, 'stderr' as const), fc.string({ unit: 'grapheme', maxLength: 20 })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(writes, fc.nat(3), (all, cut) => {
        const log = open();
        for (const [file, piece] of all) {
          const bytes = Buffer.from(piece);
          log.write(file, bytes.subarray(0, cut));
          log.tail.step();
          log.write(file, bytes.subarray(cut));
          log.tail.step();
        }
        log.tail.finish();
        for (const [stream, file] of [
          ['out', 'stdout'],
          ['err', 'stderr'],
        ] as const) {
          expect(log.text(stream)).toBe(
            all
              .filter(([to]) => to === file)
              .map(([, piece]) => piece)
              .join('')
              .replaceAll('\0', '␀'),
          );
          const source = Buffer.concat(all.filter(([to]) => to === file).map(([, piece]) => Buffer.from(piece)));
          const own = log.chunks.filter((one) => one.stream === stream);
          for (const [n, chunk] of own.entries()) {
            const bytes = source.subarray(chunk.offset, own[n + 1]?.offset);
            expect(bytes.toString('utf8').replaceAll('\0', '␀')).toBe(chunk.text);
          }
          expect(own[0]?.offset ?? 0).toBe(0);
        }
      }),
      // A program may print the very mark that stands for NUL.
      {
        numRuns: 60,
        examples: [
          [
            [
              ['stdout', '␀'],
              ['stdout', ' '],
            ],
            0,
          ],
        ],
      },
    );
  });

  it('holds back what may become a secret, and shows it when it does not', () => {
    const log = open({ mask: createMask(['hunter22']) });
    log.write('stdout', 'the key is hunt');
    log.tail.step();
    expect(log.text('out')).toBe('the key is ');
    log.write('stdout', 'er22, not hunt');
    log.tail.step();
    expect(log.text('out')).toBe('the key is ***, not ');
    log.tail.finish();
    expect(log.text('out')).toBe('the key is ***, not hunt');
  });

  it('goes on in another engine exactly where the stored log ends, on both lanes', () => {
    const first = open();
    first.write('stdout', 'one ');
    first.write('stderr', 'bad ');
    first.tail.step();
    const stored = first.chunks.at(-1)!;
    // Reported, but the engine died before it was stored.
    first.write('stdout', 'two ');
    first.tail.step();
    first.write('stderr', 'worse');
    const second = open({ directory: first.directory, lastLog: stored });
    second.tail.finish();
    expect(second.chunks.map(({ stream, seq, offset, text }) => [stream, seq, offset, text])).toEqual([
      ['out', 3, 4, 'two '],
      ['err', 4, 4, 'worse'],
    ]);
  });

  it('keeps to its cap with both lanes full, and counts what it leaves out', () => {
    const log = open({ capBytes: 8000 });
    log.write('stdout', 'out line\n'.repeat(2000));
    log.write('stderr', 'err line\n'.repeat(1000));
    while (log.tail.step());
    log.write('stderr', 'Traceback: the reason\n');
    log.tail.finish();
    const kept = log.chunks.reduce((sum, chunk) => sum + chunk.text.length, 0);
    const omitted = log.chunks.reduce((sum, chunk) => sum + chunk.omitted, 0);
    expect(kept).toBeLessThanOrEqual(8000);
    expect(kept + omitted).toBe(27_000 + 22);
    expect(log.text('err').endsWith('Traceback: the reason\n')).toBe(true);
  });

  it('shows broken text and NUL as marks', () => {
    const log = open();
    writeFileSync(path.join(log.directory, 'stdout'), Buffer.from([65, 0xff, 66, 0, 67, 10]));
    log.tail.finish();
    expect(log.text('out')).toBe('A\ufffdB␀C\n');
  });
});
