'use client';
import dynamic from 'next/dynamic';
import type { CompletionScope } from '../form-context.ts';

export type CodeLanguage = 'sql' | 'python' | 'javascript' | 'shell' | 'json' | 'cel' | 'text';

export interface CodeEditorProps {
  value: string;
  onChange: (value: string) => void;
  language: CodeLanguage;
  label?: string;
  labelledBy?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  readOnly?: boolean;
  /** Line numbers. */
  numbers?: boolean;
  minLines?: number;
  placeholder?: string | undefined;
  scope?: CompletionScope;
}

const load = () => import('./code-view.tsx').then((module) => module.CodeView);
// Fetched once the page has come to rest, so that the first field does not wait for it; nothing that is shown at once needs it.
if (typeof window !== 'undefined' && 'requestIdleCallback' in window)
  requestIdleCallback(() => void load().catch(() => undefined), { timeout: 5000 });

/** A code field. */
export const CodeEditor = dynamic(load, {
  ssr: false,
  loading: () => <div data-awaited className="h-[86px] rounded-control border border-control bg-code-bg" />,
});
