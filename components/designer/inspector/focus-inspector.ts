/** What is typed into goes before the buttons of the same field. */
const typed = 'input, textarea, [contenteditable=true]';
/** A field may have to fetch its editor first: about a second. */
const framesToWait = 60;

/** Puts the keyboard into the first field of the inspector of a task, as soon as it is there; where there is none, on the first tab. */
export function focusInspector(task: string): void {
  const from = document.activeElement;
  const look = (frames: number): void => {
    // The person has gone elsewhere meanwhile.
    if (document.activeElement !== from && document.activeElement !== document.body) return;
    const panel = document.querySelector<HTMLElement>(`[data-inspector="${CSS.escape(task)}"]`);
    // A tab that is not in front keeps its form.
    const field = panel?.querySelector('[data-field]:not([hidden] *)');
    const control = field?.querySelector<HTMLElement>(typed) ?? field?.querySelector<HTMLElement>('button');
    const awaited = field?.querySelector('[data-awaited]') != null;
    if (control != null && !awaited) control.focus();
    else if (frames > 0) requestAnimationFrame(() => look(frames - 1));
    else panel?.querySelector<HTMLElement>('[role=tab]')?.focus();
  };
  requestAnimationFrame(() => look(framesToWait));
}
