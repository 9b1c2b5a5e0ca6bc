import type { LogChunk } from '#components/data/use-log-feed.ts';
import { formatBytes } from '#components/ui/format-bytes.ts';
import { AnsiReader } from './ansi-parts.ts';
import type { LogLine } from './log-line.ts';
import { logLevel } from './log-level.ts';

/** More lines are not kept in the page; the whole log can be downloaded. */
const keptLines = 100_000;
/** A line longer than this is broken, so that one without an end cannot hold everything up. */
const longest = 20_000;

type Stream = LogChunk['stream'];

/** Chunks in, lines out. Each stream has its own unfinished line and its own colours. */
export class LogBuffer {
  lines: LogLine[] = [];
  /** Lines that were dropped from the beginning. */
  dropped = 0;
  /** Seq of the newest chunk. */
  seq = 0;
  private next = 0;
  private readonly open = new Map<Stream, { text: string; at: number; line: LogLine | null }>();
  private readonly readers = new Map<Stream, AnsiReader>();

  /** Takes chunks in order; those that were seen are left out. */
  append(chunks: LogChunk[]): void {
    for (const chunk of chunks) {
      if (chunk.seq <= this.seq) continue;
      this.seq = chunk.seq;
      if (chunk.omitted > 0) this.say(`${formatBytes(chunk.omitted)} left out here: more than is kept of one attempt`, chunk.at);
      this.take(chunk);
    }
    if (this.lines.length > keptLines * 1.1) {
      const cut = this.lines.length - keptLines;
      this.lines = this.lines.slice(cut);
      this.dropped += cut;
    } else if (chunks.length > 0) this.lines = [...this.lines];
  }

  private take(chunk: LogChunk): void {
    const open = this.open.get(chunk.stream) ?? { text: '', at: chunk.at, line: null };
    const pieces = (open.text + chunk.text).split('\n');
    const rest = pieces.pop() ?? '';
    let at = open.text === '' ? chunk.at : open.at;
    let line = open.line;
    for (const piece of pieces) {
      this.put(chunk.stream, piece, at, line);
      line = null;
      at = chunk.at;
    }
    if (rest.length > longest) {
      this.put(chunk.stream, rest, at, line);
      this.open.set(chunk.stream, { text: '', at: chunk.at, line: null });
      return;
    }
    // The unfinished line is shown too: a program that asks or counts on one line is seen at once.
    this.open.set(chunk.stream, { text: rest, at, line: rest === '' ? null : this.preview(chunk.stream, rest, at, line) });
  }

  private preview(stream: Stream, raw: string, at: number, line: LogLine | null): LogLine {
    const { text, parts } = new AnsiReader().read(overwritten(raw));
    return this.write({ at, stream, level: logLevel(text), text, parts }, line);
  }

  private put(stream: Stream, raw: string, at: number, line: LogLine | null): void {
    let reader = this.readers.get(stream);
    if (!reader) this.readers.set(stream, (reader = new AnsiReader()));
    const { text, parts } = reader.read(overwritten(raw));
    this.write({ at, stream, level: logLevel(text), text, parts }, line);
  }

  private say(text: string, at: number): void {
    this.write({ at, stream: 'sys', level: 'warning', text, parts: [{ text, className: 'log-dim log-italic' }] }, null);
  }

  private write(content: Omit<LogLine, 'id'>, over: LogLine | null): LogLine {
    const line: LogLine = { ...content, id: over?.id ?? this.next++ };
    const at = over ? this.lines.lastIndexOf(over) : -1;
    if (at >= 0) this.lines[at] = line;
    else this.lines.push(line);
    return line;
  }
}

/** What stays of a line that was written over by carriage returns, as on a terminal. */
function overwritten(raw: string): string {
  const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const from = text.lastIndexOf('\r');
  return from < 0 ? text : text.slice(from + 1);
}
