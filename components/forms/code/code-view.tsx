'use client';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, temporarilySetTabFocusMode } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useNonce } from '#components/data/nonce.tsx';
import type { CodeEditorProps } from './code-editor.tsx';
import { codeTheme } from './code-theme.ts';
import { loadLanguage } from './load-language.ts';
import { scopeCompletion } from './scope-completion.ts';
import { templateChips } from './template-chips.ts';

/** CodeMirror as a controlled field. Escape, then Tab leaves it; a change from outside (undo) replaces its text. */
export function CodeView(props: CodeEditorProps) {
  const { value, language, readOnly = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const nonce = useNonce();
  const condition = language === 'cel';
  const change = useEffectEvent((text: string) => props.onChange(text));
  const scope = useEffectEvent(() => props.scope ?? { tasks: [], params: [] });
  const first = useEffectEvent(() => ({ value, numbers: props.numbers ?? false, placeholder: props.placeholder }));
  const named = useEffectEvent(() => attributes(props));
  const labels = useRef(new Compartment());

  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const start = first();
    const grammar = new Compartment();
    const complete = scopeCompletion(() => scope(), language);
    const extensions: Extension[] = [
      nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
      codeTheme,
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      indentUnit.of(language === 'python' ? '    ' : '  '),
      condition ? autocompletion({ override: [complete] }) : autocompletion(),
      EditorState.languageData.of(() => [{ autocomplete: complete }]),
      templateChips,
      grammar.of([]),
      start.numbers ? lineNumbers() : [],
      // A command or a query is often one long line.
      EditorView.lineWrapping,
      start.placeholder === undefined ? [] : placeholder(start.placeholder),
      EditorState.readOnly.of(readOnly),
      labels.current.of(EditorView.contentAttributes.of(named())),
      keymap.of([
        { key: 'Escape', run: temporarilySetTabFocusMode },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        ...(condition ? [] : [indentWithTab]),
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) change(update.state.doc.toString());
      }),
    ];
    const editor = new EditorView({ parent, state: EditorState.create({ doc: start.value, extensions }) });
    view.current = editor;
    let gone = false;
    void loadLanguage(language).then((loaded) => {
      if (!gone) editor.dispatch({ effects: grammar.reconfigure(loaded) });
    });
    return () => {
      gone = true;
      view.current = null;
      editor.destroy();
    };
  }, [language, condition, nonce, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: labels.current.reconfigure(EditorView.contentAttributes.of(named())) });
  }, [props.label, props.labelledBy, props.describedBy, props.invalid]);

  return (
    <div
      ref={host}
      data-invalid={props.invalid || undefined}
      data-condition={condition || undefined}
      data-plain={props.numbers ? undefined : true}
      style={{ '--lines': props.minLines ?? 1 } as React.CSSProperties}
      className="overflow-hidden rounded-control border border-control bg-code-bg focus-within:border-accent focus-within:outline focus-within:outline-accent data-invalid:border-st-failed [&_.cm-content]:min-h-[calc(var(--lines)*18px+12px)]! data-plain:[&_.cm-line]:pl-2!"
    />
  );
}

function attributes(props: CodeEditorProps): Record<string, string> {
  const result: Record<string, string> = { spellcheck: 'false', autocapitalize: 'off', tabindex: '0' };
  if (props.labelledBy !== undefined) result['aria-labelledby'] = props.labelledBy;
  else if (props.label !== undefined) result['aria-label'] = props.label;
  if (props.describedBy !== undefined) result['aria-describedby'] = props.describedBy;
  if (props.invalid) result['aria-invalid'] = 'true';
  if (props.readOnly) result['aria-readonly'] = 'true';
  return result;
}
