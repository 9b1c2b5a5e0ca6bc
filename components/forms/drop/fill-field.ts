import { insertOption } from '../template/insert-option.ts';
import { dropPlace } from './drop-place.ts';

type Text = HTMLInputElement | HTMLTextAreaElement;

/** The place in a text field under a point; its end where the browser does not say. */
function offsetAt(field: Text, point: { x: number; y: number }): number {
  const found = document.caretPositionFromPoint?.(point.x, point.y);
  const inside = found !== undefined && found !== null && (found.offsetNode === field || field.contains(found.offsetNode));
  return inside ? Math.min(found.offset, field.value.length) : field.value.length;
}

/** As if the person had typed it: the field is controlled, and hears of it. */
function type(field: Text, text: string, caret: number): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  field.setSelectionRange(caret, caret);
}

const option = (path: string, from: number) => ({ label: path, insert: path, detail: '', kind: 'value' as const, from });

/**
 * Writes a path into a field of a form (`[data-field]` or the text field itself) as a template; inside braces, and in a
 * condition, the path alone. At `point` (of the screen), else at the caret. A widget that knows no text becomes a template first.
 */
export async function fillField(target: Element, path: string, point?: { x: number; y: number }): Promise<boolean> {
  const code = target.closest('.cm-editor') ?? target.querySelector('.cm-editor');
  if (code instanceof HTMLElement) {
    const { EditorView } = await import('@codemirror/view');
    const view = EditorView.findFromDOM(code);
    if (view === null || view.state.readOnly) return false;
    const text = view.state.doc.toString();
    const bare = code.closest('[data-condition]') !== null;
    const meant = (point && view.posAtCoords(point)) ?? view.state.selection.main.head;
    const at = bare ? meant : dropPlace(text, meant);
    const done = bare
      ? { text: text.slice(0, at) + path + text.slice(at), caret: at + path.length }
      : insertOption(text, at, option(path, at));
    const added = done.text.length - text.length;
    view.dispatch({ changes: { from: at, insert: done.text.slice(at, at + added) }, selection: { anchor: done.caret } });
    view.focus();
    return true;
  }
  const isText = (each: Element | null): each is Text =>
    (each instanceof HTMLTextAreaElement || (each instanceof HTMLInputElement && each.type === 'text')) && !each.readOnly;
  const field = isText(target)
    ? target
    : target.closest('[data-field]')?.querySelector('input[type=text], input:not([type]), textarea');
  if (field && isText(field)) {
    const at = dropPlace(field.value, point ? offsetAt(field, point) : (field.selectionStart ?? field.value.length));
    const done = insertOption(field.value, at, option(path, at));
    type(field, done.text, done.caret);
    return true;
  }
  return turnIntoTemplate(target, path);
}

/** A switch or a choice: its template button, then the field that has taken its place. */
async function turnIntoTemplate(target: Element, path: string): Promise<boolean> {
  const frame = target.closest<HTMLElement>('[data-field]');
  const toggle = frame?.querySelector<HTMLButtonElement>('button[aria-pressed=false][aria-label^="Template for"]');
  if (!frame || !toggle) return false;
  const { parentElement } = frame;
  const name = frame.dataset['field'] ?? '';
  toggle.click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const field = parentElement?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(name)}"] input`);
  if (!field) return false;
  const text = `{{ ${path} }}`;
  type(field, text, text.length - 3);
  return true;
}
