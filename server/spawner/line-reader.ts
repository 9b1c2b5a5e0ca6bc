/** Cuts a byte stream into lines. Feed it chunks; it gives back the complete lines, and keeps the rest for the next chunk. */
export class LineReader {
  private parts: Buffer[] = [];
  private size = 0;

  /** `maxBytes`: a longer line is refused with an exception, so that a stranger cannot fill the memory. */
  constructor(private readonly maxBytes = 256 * 1024 * 1024) {}

  push(chunk: Buffer): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      this.parts.push(chunk.subarray(from, at));
      lines.push(this.parts.length === 1 ? this.parts[0]!.toString('utf8') : Buffer.concat(this.parts).toString('utf8'));
      this.parts = [];
      this.size = 0;
      from = at + 1;
    }
    if (from < chunk.length) {
      this.parts.push(chunk.subarray(from));
      this.size += chunk.length - from;
      if (this.size > this.maxBytes) throw new Error(`A line has more than ${this.maxBytes} bytes.`);
    }
    return lines;
  }
}
