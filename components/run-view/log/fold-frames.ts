import type { LogLine } from './log-line.ts';

/** Frames of libraries and of the language itself, put away: `frames` of them in `lines`. `id` is that of the first line. */
export interface LogFold {
  id: number;
  frames: number;
  lines: LogLine[];
  open: boolean;
}
export type LogEntry = LogLine | LogFold;

// Python: `  File "…", line 3, in f`, its source below it, deeper. Node: `    at f (…:1:2)`.
const pythonFrame = /^ {2}File "([^"]+)", line \d+/;
const pythonLibrary = /[\\/](?:site|dist)-packages[\\/]|[\\/][Ll]ib[\\/]python\d|^<frozen /;
const belowFrame = /^ {4}|^ {2}\[Previous line repeated /;
const nodeLibrary = /^ +at .*(?:\bnode:|[\\/]node_modules[\\/])/;

const python = (text: string): boolean => {
  const file = pythonFrame.exec(text)?.[1];
  return file !== undefined && pythonLibrary.test(file);
};

/**
 * Puts runs of library frames of a traceback (Python) or a stack (Node) into one entry each, so that one's own frames and the
 * error are read first. A run of one line stays as it is. `opened` names folds by their first line; their lines follow them.
 */
export function foldFrames(lines: readonly LogLine[], opened: ReadonlySet<number>): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let at = 0, line = lines[at]; line; line = lines[at]) {
    const run: LogLine[] = [];
    let frames = 0;
    for (let next: LogLine | undefined = line; next?.text.startsWith(' '); next = lines[at + run.length]) {
      if (run[0] && next.stream !== run[0].stream) break;
      if (python(next.text) || nodeLibrary.test(next.text)) frames++;
      else if (!(run[0] && python(run[0].text) && belowFrame.test(next.text))) break;
      run.push(next);
    }
    if (run.length < 2) {
      entries.push(line);
      at++;
      continue;
    }
    const open = opened.has(line.id);
    entries.push({ id: line.id, frames, lines: run, open });
    if (open) for (const one of run) entries.push(one);
    at += run.length;
  }
  return entries;
}
