import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { fontSize: '11px', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '18px', maxHeight: 'min(60vh, 640px)' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 8px 0 2px' },
  // Not transparent: lines scroll under them.
  '.cm-gutters': { backgroundColor: 'var(--code-bg)', border: 'none', color: 'var(--text-3)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0 8px 0 4px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'var(--accent-line) !important',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--active)', outline: 'none' },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.cm-tpl': {
    padding: '0 2px',
    borderRadius: '3px',
    backgroundColor: 'var(--accent-soft)',
    boxShadow: '0 0 0 1px var(--accent-line)',
    color: 'var(--accent-text)',
  },
  '.cm-tpl *': { color: 'var(--accent-text) !important' },
  '.cm-tpl-brace, .cm-tpl-brace *': { color: 'var(--text-3) !important', fontSize: '9px' },
  '.cm-tooltip': {
    border: 'none',
    borderRadius: '6px',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow-pop-value)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: '11px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '18px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--accent-text)' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--font-sans)', color: 'var(--text-3)' },
  // The mono font has no glyph for its arrows.
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"…"' },
  '.cm-collapsedLines': { backgroundImage: 'none', backgroundColor: 'var(--sunken)', color: 'var(--text-3)' },
  '.cm-completionIcon': { display: 'none' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--ansi-blue)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--ansi-green)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--ansi-magenta)' },
  { tag: [tags.comment, tags.meta], color: 'var(--text-3)' },
  { tag: [tags.function(tags.variableName), tags.definition(tags.variableName), tags.typeName], color: 'var(--ansi-cyan)' },
  { tag: tags.propertyName, color: 'var(--text)' },
  { tag: tags.invalid, color: 'var(--st-failed-text)' },
]);

/** Tokens for the editor: 11/18 mono, keywords blue, strings green, numbers magenta. */
export const codeTheme: Extension = [look, syntaxHighlighting(colours)];
