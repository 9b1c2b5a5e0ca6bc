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

/** A code field. Its editor is loaded when the first one is shown. */
export const CodeEditor = dynamic(() => import('./code-view.tsx').then((module) => module.CodeView), {
  ssr: false,
  loading: () => <div className="h-[86px] rounded-control border border-control bg-code-bg" />,
});
