/** Fields of the form in the inspector that can take a template, by what a person calls them. */
export function formFields(): { label: string; element: Element }[] {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-inspector] [role=tabpanel]:not([hidden]) [data-field]')];
  return fields.flatMap((element) => {
    const label = element.querySelector('label')?.textContent ?? element.dataset['field'] ?? '';
    const takes = element.querySelector(
      '.cm-editor, input[type=text]:not([readonly]), input:not([type]):not([readonly]), textarea:not([readonly]), button[aria-pressed=false][aria-label^="Template for"]',
    );
    // What holds other fields is filled through them.
    return takes === null || element.querySelector('[data-field]') !== null ? [] : [{ label, element }];
  });
}
