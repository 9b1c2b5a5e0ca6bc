import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

const brace = Decoration.mark({ class: 'cm-tpl-brace' });
const chip = Decoration.mark({ class: 'cm-tpl' });

/** `{{ ds }}` as a chip of accent tint: the name in the chip, its braces faint. It stays text that can be edited. */
const matcher = new MatchDecorator({
  regexp: /(\{\{-?\s*)([^{}]*?)(\s*-?\}\})/g,
  decorate(add, from, _to, match) {
    const open = match[1]?.length ?? 0;
    const inner = match[2]?.length ?? 0;
    const close = match[3]?.length ?? 0;
    add(from, from + open, brace);
    if (inner > 0) add(from + open, from + open + inner, chip);
    add(from + open + inner, from + open + inner + close, brace);
  },
});

export const templateChips = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
