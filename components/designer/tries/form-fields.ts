import type { TaskTab } from '../store/inspector-tab.ts';

/** A field of the inspector that can take a template. */
export interface FormField {
  /** What a person calls it. */
  label: string;
  element: Element;
  /** The tab it is on, where another one is in front; else null. */
  tab: TaskTab | null;
}

/** Fields of the form in the inspector that can take a template: of the tab that is in front, or of the config behind it. */
export function formFields(): FormField[] {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-inspector] [role=tabpanel]')];
  const withFields = panels.filter((panel) => panel.querySelector('[data-field]') !== null);
  const panel = withFields.find(({ hidden }) => !hidden) ?? withFields.find((each) => each.dataset['tab'] === 'config');
  const tab = panel?.hidden === true ? 'config' : null;
  return [...(panel?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].flatMap((element) => {
    const label = element.querySelector('label')?.textContent ?? element.dataset['field'] ?? '';
    const takes = element.querySelector(
      '.cm-editor, input[type=text]:not([readonly]), input:not([type]):not([readonly]), textarea:not([readonly]), button[aria-pressed=false][aria-label^="Template for"]',
    );
    // What holds other fields is filled through them.
    return takes === null || element.querySelector('[data-field]') !== null ? [] : [{ label, element, tab }];
  });
}
