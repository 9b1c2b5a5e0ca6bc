import type { LogChunk } from '#server/store/store.ts';
import type { Mask } from './mask.ts';

/** Where the log of an attempt stands: the number of its last chunk, and the bytes of each stream. */
export interface LogPlace {
  seq: number;
  out: number;
  err: number;
}

/** Place of a log that has nothing yet. */
export const noLog = (): LogPlace => ({ seq: 0, out: 0, err: 0 });

/** The log of in-process work: lines of one turn of the loop become one chunk a stream. Goes on from `place`, and keeps it up to date. */
export class LogWriter {
  private lines: { stream: 'out' | 'err'; text: string }[] = [];
  private scheduled = false;
  private omitted = 0;

  constructor(
    private readonly options: {
      attemptId: string;
      mask: Mask;
      capBytes: number;
      place: LogPlace;
      now(): number;
      report(chunks: LogChunk[]): void;
    },
  ) {}

  write(line: string, level: 'info' | 'warn' | 'error' = 'info'): void {
    this.lines.push({ stream: level === 'info' ? 'out' : 'err', text: `${line}\n` });
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  /** Reports the rest, and how much was left out; to be called before the end of the attempt is reported. */
  end(): void {
    if (this.lines.length > 0) this.flush();
    if (this.omitted === 0) return;
    const { attemptId, now, place, report } = this.options;
    const text = `The log was full; its last ${this.omitted} bytes are left out.\n`;
    report([{ attemptId, stream: 'sys', seq: ++place.seq, offset: 0, at: now(), text, omitted: this.omitted }]);
    this.omitted = 0;
  }

  private flush(): void {
    this.scheduled = false;
    const lines = this.lines;
    this.lines = [];
    const chunks: LogChunk[] = [];
    for (let at = 0; at < lines.length;) {
      const { stream } = lines[at]!;
      let text = '';
      for (; at < lines.length && lines[at]!.stream === stream && text.length < 64 * 1024; at++) text += lines[at]!.text;
      const chunk = this.chunk(stream, text);
      if (chunk) chunks.push(chunk);
    }
    if (chunks.length > 0) this.options.report(chunks);
  }

  private chunk(stream: 'out' | 'err', raw: string): LogChunk | null {
    const { place, capBytes, mask, attemptId, now } = this.options;
    const text = mask.text(raw).replaceAll('\0', '\u2400');
    const bytes = Buffer.byteLength(text);
    const offset = place[stream];
    place[stream] += bytes;
    if (place.out + place.err > capBytes) {
      this.omitted += bytes;
      return null;
    }
    return { attemptId, stream, seq: ++place.seq, offset, at: now(), text, omitted: 0 };
  }
}
