import { appendFileSync, closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogChunk } from '#server/store/store.ts';
import { wholeCharacters } from './whole-characters.ts';
import type { Mask } from './mask.ts';

/** Largest chunk, in bytes of its source. */
const chunkBytes = 64 * 1024;
/** Of the cap, how much is kept for the end of a log that is too long: what went wrong stands there. */
const tailShare = 1 / 8;

interface Stream {
  name: 'out' | 'err';
  file: string;
  /** Bytes of the source that are reported. */
  offset: number;
}

export interface LogTailOptions {
  attemptId: string;
  directory: string;
  mask: Mask;
  now(): number;
  /** Most that is reported of both streams together; of a longer log its beginning and its end. */
  capBytes: number;
  report(chunks: LogChunk[]): void;
  /** Newest chunk the host has stored, when an earlier engine began this log. */
  lastLog?: LogChunk | null;
}

/**
 * Follows stdout and stderr of one attempt from where it stands, in chunks that end at a character and never inside a
 * secret. Reads files only: it does not matter who started the program, or when. `logs` in the attempt's directory
 * remembers after each chunk how far both streams were, so that the next engine goes on where the stored log ends.
 */
export class LogTail {
  private readonly streams: [Stream, Stream];
  private seq = 0;
  private reported = 0;
  private noteOffset = 0;

  constructor(private readonly options: LogTailOptions) {
    const stream = (name: 'out' | 'err', file: string): Stream => ({ name, file: path.join(options.directory, file), offset: 0 });
    this.streams = [stream('out', 'stdout'), stream('err', 'stderr')];
    if (options.lastLog) this.goOnAfter(options.lastLog);
  }

  /** Bytes both files have now. */
  size(): number {
    return this.streams.reduce((sum, stream) => sum + sizeOf(stream), 0);
  }

  /** Reports what is new, at most some chunks; gives whether more is there. */
  step(): boolean {
    const headCap = Math.floor(this.options.capBytes * (1 - tailShare));
    const chunks: LogChunk[] = [];
    let more = false;
    for (const stream of this.streams) {
      for (let round = 0; round < 4; round++) {
        const room = Math.min(chunkBytes, headCap - this.reported);
        if (room <= 0) break;
        const chunk = this.read(stream, room, false);
        if (!chunk) break;
        chunks.push(chunk);
        more ||= round === 3;
      }
    }
    this.say(chunks);
    return more;
  }

  /** The program has ended and nothing is written any more: reports all the rest, of a log over the cap its end. */
  finish(): void {
    const [out, err] = this.streams;
    const left = (stream: Stream) => Math.max(0, sizeOf(stream) - stream.offset);
    const room = Math.max(0, this.options.capBytes - this.reported);
    const errShare = Math.min(left(err), Math.max(room / 2, room - left(out)));
    const chunks: LogChunk[] = [];
    for (const [stream, share] of [
      [out, room - errShare],
      [err, errShare],
    ] as const) {
      const omitted = this.skip(stream, left(stream) - Math.floor(share));
      let first = true;
      for (let chunk = this.read(stream, chunkBytes, true); chunk; chunk = this.read(stream, chunkBytes, true)) {
        chunks.push(first && omitted > 0 ? { ...chunk, omitted } : chunk);
        first = false;
      }
    }
    this.say(chunks);
  }

  /** A line of ours, between those of the program. */
  note(line: string): void {
    const { attemptId, now, mask } = this.options;
    const text = mask.text(`${line}\n`);
    this.say([{ attemptId, stream: 'sys', seq: ++this.seq, offset: this.noteOffset, at: now(), text, omitted: 0 }]);
    this.noteOffset += Buffer.byteLength(text);
  }

  /** Leaves out `bytes`, and then what remains of the line that was cut. */
  private skip(stream: Stream, bytes: number): number {
    if (bytes <= 0) return 0;
    const from = stream.offset + bytes;
    const beginning = readAt(stream.file, from, chunkBytes);
    const newline = beginning.indexOf(10);
    const start = newline === -1 ? from + wholeCharacters.start(beginning) : from + newline + 1;
    const omitted = start - stream.offset;
    stream.offset = start;
    return omitted;
  }

  private read(stream: Stream, most: number, last: boolean): LogChunk | null {
    if (sizeOf(stream) <= stream.offset) return null;
    let bytes = readAt(stream.file, stream.offset, most);
    const atEnd = last && stream.offset + bytes.length >= sizeOf(stream);
    if (!atEnd) bytes = bytes.subarray(0, wholeCharacters.end(bytes));
    if (bytes.length === 0) return null;
    const text = bytes.toString('utf8');
    const held = atEnd ? 0 : this.options.mask.pending(text);
    // A text that is held as a whole would never move on when it fills the chunk.
    const keep = held < text.length ? held : bytes.length >= most - 4 ? 0 : held;
    const shown = text.slice(0, text.length - keep);
    if (shown === '') return null;
    const offset = stream.offset;
    const taken = bytes.length - Buffer.byteLength(text.slice(text.length - keep));
    stream.offset += taken;
    this.reported += taken;
    return {
      attemptId: this.options.attemptId,
      stream: stream.name,
      seq: ++this.seq,
      offset,
      at: this.options.now(),
      // PostgreSQL takes no NUL in a text.
      text: this.options.mask.text(shown).replaceAll('\0', '\u2400'),
      omitted: 0,
    };
  }

  private say(chunks: LogChunk[]): void {
    if (chunks.length === 0) return;
    const [out, err] = this.streams;
    const [first] = chunks;
    // Of one line of text nothing has to be remembered: where it ends is where the log goes on (`goOnAfter`).
    const isPlain = chunks.length === 1 && first!.seq === 1 && Buffer.byteLength(first!.text) === out.offset + err.offset;
    if (isPlain && first!.stream !== 'sys') return this.options.report(chunks);
    // Offsets are those after the last chunk; an earlier one of the same report is stored with it or not at all.
    const line = `${chunks.map((chunk) => chunk.seq).join(',')} ${out.offset} ${err.offset} ${this.noteOffset} ${this.reported}\n`;
    try {
      appendFileSync(path.join(this.options.directory, 'logs'), line, { mode: 0o600 });
    } catch {
      // A full disk must not end a log that can still be read; after a crash some lines may then stand twice.
    }
    this.options.report(chunks);
  }

  private goOnAfter(lastLog: LogChunk): void {
    const [out, err] = this.streams;
    this.seq = lastLog.seq;
    const place = this.placeAfter(lastLog.seq);
    if (place) [out.offset, err.offset, this.noteOffset, this.reported] = place;
    else if (lastLog.stream !== 'sys') {
      const stream = lastLog.stream === 'out' ? out : err;
      stream.offset = lastLog.offset + Buffer.byteLength(lastLog.text);
      this.reported = stream.offset;
    }
  }

  private placeAfter(seq: number): [number, number, number, number] | null {
    let lines: string[];
    try {
      lines = readFileSync(path.join(this.options.directory, 'logs'), 'latin1').split('\n');
    } catch {
      return null;
    }
    for (const line of lines.reverse()) {
      const [seqs, ...place] = line.split(' ');
      if (place.length === 4 && seqs!.split(',').includes(String(seq)))
        return place.map(Number) as [number, number, number, number];
    }
    return null;
  }
}

const sizeOf = (stream: Stream): number => statSync(stream.file, { throwIfNoEntry: false })?.size ?? 0;

/** Bytes of a file; none when it cannot be read now, which must not end the engine that reads it. */
function readAt(file: string, offset: number, most: number): Buffer {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    // Most logs are a line or two: a whole chunk of fresh memory would be dearer than the question for the size.
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(most, fstatSync(handle).size - offset)));
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, offset));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
