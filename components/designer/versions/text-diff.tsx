'use client';
import { useEffect, useRef } from 'react';
import { useNonce } from '#components/data/nonce.tsx';
import { codeTheme } from '#components/forms/code/code-theme.ts';

/** Two texts as one, what was taken away above what came; lines that are alike are folded. */
export function TextDiff({ before, after, label }: { before: string; after: string; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  const nonce = useNonce();
  useEffect(() => {
    let end: (() => void) | null = null;
    let gone = false;
    void Promise.all([
      import('@codemirror/merge'),
      import('@codemirror/view'),
      import('@codemirror/state'),
      import('@codemirror/lang-json'),
    ]).then(([{ unifiedMergeView }, { EditorView, lineNumbers }, { EditorState }, { json }]) => {
      if (gone || host.current === null) return;
      const view = new EditorView({
        parent: host.current,
        state: EditorState.create({
          doc: after,
          extensions: [
            nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
            codeTheme,
            json(),
            lineNumbers(),
            EditorView.lineWrapping,
            EditorState.readOnly.of(true),
            EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
            unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } }),
          ],
        }),
      });
      end = () => view.destroy();
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [before, after, label, nonce]);
  return <div ref={host} className="overflow-hidden rounded-control border border-line bg-code-bg" />;
}
