'use client';
import { useEffect, useRef, useState } from 'react';
import { useLogFeed, type LogChunk } from '#components/data/use-log-feed.ts';
import { LogBuffer } from './log-buffer.ts';

export interface Log {
  buffer: LogBuffer;
  /** The attempt has ended and everything is here. */
  complete: boolean;
  /** Rises with what comes, at most once a frame. */
  version: number;
}

/** The log of an attempt from its beginning, growing while the attempt works. */
export function useLog(attemptId: string): Log {
  const [log, setLog] = useState<Log>(() => ({ buffer: new LogBuffer(), complete: false, version: 0 }));
  const queue = useRef<LogChunk[]>([]);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const take = (complete: boolean): void => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    const batch = queue.current;
    queue.current = [];
    setLog((before) => {
      before.buffer.append(batch);
      return { buffer: before.buffer, complete: before.complete || complete, version: before.version + 1 };
    });
  };
  useLogFeed(
    attemptId,
    0,
    (chunks) => {
      queue.current.push(...chunks);
      if (!frame.current) frame.current = requestAnimationFrame(() => take(false));
    },
    // At once, with what waits for its frame: a complete log without its last lines would be a wrong one.
    () => take(true),
  );
  return log;
}
