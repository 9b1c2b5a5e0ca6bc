'use client';
import { createContext, use, type ReactNode } from 'react';

const RenderedAtContext = createContext<number | null>(null);

/** Says at which moment (ms since the epoch) the server wrote the page, so that the browser's first render says the same words as the page that came. */
export function RenderedAtProvider({ at, children }: { at: number; children: ReactNode }) {
  return <RenderedAtContext value={at}>{children}</RenderedAtContext>;
}

/** When the server wrote the page, in ms since the epoch; null where nobody said it. */
export const useRenderedAt = (): number | null => use(RenderedAtContext);
