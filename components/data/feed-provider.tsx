'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { ApiClient } from './api-client.ts';
import { FeedHub } from './feed-hub.ts';
import { openUpstream } from './feed-upstream.ts';

const Hub = createContext<FeedHub | null>(null);
const name = 'drawloom-feed';

function createHub(api: ApiClient): FeedHub {
  const shared = typeof BroadcastChannel === 'function' && typeof navigator !== 'undefined' && 'locks' in navigator;
  return new FeedHub({
    connect: openUpstream(api),
    channel: shared ? new BroadcastChannel(name) : null,
    elect(lead, signal) {
      if (!shared) return lead();
      // Held until the page goes; the browser then gives it to the next tab in line.
      navigator.locks
        .request(name, { signal }, () => {
          lead();
          return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
        })
        .catch(() => {});
    },
    tab: crypto.randomUUID?.() ?? String(Math.random()),
    now: () => Date.now(),
    soon: (work) => queueMicrotask(work),
  });
}

/** Makes the tab's live hub when something first follows a topic. */
export function FeedProvider({ api, children }: { api: ApiClient; children: ReactNode }) {
  const [hub] = useState(() => (typeof window === 'undefined' ? null : createHub(api)));
  useEffect(() => {
    if (!hub) return;
    const leave = (event: PageTransitionEvent) => {
      // A page kept for "back" would hold the connection without anybody looking.
      if (event.persisted) location.reload();
      else hub.close();
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [hub]);
  return <Hub value={hub}>{children}</Hub>;
}

/** The tab's hub; null while rendering on the server. */
export const useFeedHub = (): FeedHub | null => useContext(Hub);
