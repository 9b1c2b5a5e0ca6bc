import type { LogPart } from './log-line.ts';

export interface MarkedPart extends LogPart {
  /** Start in the whole line. */
  start: number;
  marked: boolean;
}

/** Cuts coloured parts where the marks of a search begin and end. `marks` are starts in the line's text, each `length` long. */
export function cutParts(parts: LogPart[], marks: number[], length: number): MarkedPart[] {
  const cut: MarkedPart[] = [];
  let at = 0;
  for (const part of parts) {
    let from = 0;
    for (const mark of marks) {
      const start = Math.max(0, mark - at);
      const end = Math.min(part.text.length, mark + length - at);
      if (end <= from || start >= part.text.length) continue;
      if (start > from) cut.push({ ...part, text: part.text.slice(from, start), start: at + from, marked: false });
      cut.push({ ...part, text: part.text.slice(start, end), start: mark, marked: true });
      from = end;
    }
    if (from < part.text.length) cut.push({ ...part, text: part.text.slice(from), start: at + from, marked: false });
    at += part.text.length;
  }
  return cut;
}
