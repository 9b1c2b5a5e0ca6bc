'use client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { createContext, use, type ReactNode } from 'react';

const Nonce = createContext<string | undefined>(undefined);

/** Hands the page's nonce to everything that writes a style element (Base UI, CodeMirror's `EditorView.cspNonce`). */
export function NonceProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <Nonce value={nonce}>
      <CSPProvider nonce={nonce}>{children}</CSPProvider>
    </Nonce>
  );
}

/** The page's nonce, on the server and in the browser. */
export const useNonce = (): string | undefined => use(Nonce);
