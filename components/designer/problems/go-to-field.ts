import type { Problem } from '#domain/definition/problem.ts';

/** Puts the keyboard into the field a problem is about, once the inspector shows it. */
export function goToField(problem: Problem): void {
  const match = /^\/(?:tasks\/\d+\/(?:config\/)?|settings\/|taskDefaults\/|(?=params|name|description|tags|owner))(.+)$/.exec(
    problem.pointer,
  );
  if (match === null) return;
  const path = (match[1] ?? '').split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  requestAnimationFrame(() => look(path, framesToWait));
}

/** The inspector shows the field a frame or two later; where a page has to open first, it takes more. */
const framesToWait = 120;

function look(path: readonly string[], frames: number): void {
  requestAnimationFrame(() => {
    for (let length = path.length; length > 0; length--) {
      // A tab that is not in front keeps its form.
      const field = document.querySelector<HTMLElement>(
        `[data-field="${CSS.escape(path.slice(0, length).join('.'))}"]:not([hidden] *)`,
      );
      if (field === null) continue;
      // It may lie in a part that is folded away.
      for (let at: Element | null = field; at !== null; at = at.parentElement?.closest('details') ?? null)
        if (at instanceof HTMLDetailsElement) at.open = true;
      field.scrollIntoView({ block: 'nearest' });
      // Its editor may still be on its way.
      if (field.querySelector('[data-awaited]') !== null && frames > 0) look(path, frames - 1);
      else
        (
          field.querySelector<HTMLElement>('input, textarea, [contenteditable=true]') ??
          field.querySelector<HTMLElement>('button')
        )?.focus();
      return;
    }
    if (frames > 0) look(path, frames - 1);
  });
}
