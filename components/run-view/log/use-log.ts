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
  useLogFeed(
    attemptId,
    0,
    (chunks) => {
      queue.current.push(...chunks);
      if (frame.current) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        const batch = queue.current;
        queue.current = [];
        setLog((before) => {
          before.buffer.append(batch);
          return { ...before, version: before.version + 1 };
        });
      });
    },
    () => setLog((before) => ({ ...before, complete: true })),
  );
  return log;
}
