/** One step of the tour: where it is, what it points at, what it says. */
export interface TourStep {
  title: string;
  text: string;
  /** Pages it belongs to; on another it waits unseen. */
  page: RegExp;
  /** What it points at, as a selector. */
  at: string;
  /** What it says instead where something of `when` (a selector) is on the page: a drawing that has tasks wants none added. */
  instead?: { when: string; title: string; text: string };
  /** Being on this page means that the step is done. */
  until?: RegExp;
}

const list = /^\/workflows$/;
const designer = /^\/workflows\/[^/]+$/;
const drawn = '[data-tour-tasks]';

/** The tour, from the list to a schedule. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'Workflows',
    text: 'Each line is one workflow: its switch, its schedule, its last runs. Open one, or make a new one.',
    page: list,
    at: '[aria-label="Workflows"][role=table], [data-welcome]',
    until: designer,
  },
  {
    title: 'Add tasks',
    text: 'Drag an operator to the drawing, or click one: it follows the task that is selected. By key it is A.',
    page: designer,
    at: '[aria-label="Palette"]',
    instead: {
      when: drawn,
      title: 'Tasks',
      text: 'Each box is a task. Here are the operators that more of them are made of: drag one to the drawing, or click it. By key it is A.',
    },
  },
  {
    title: 'Connect them',
    text: 'Drag from the right end of a box to another one. What cannot be connected goes faint and says why. By key it is C.',
    page: designer,
    at: '[aria-label^="Drawing of"]',
    instead: {
      when: drawn,
      title: 'Edges',
      text: 'An edge says what has to end before what begins. Drag from the right end of a box to draw one; what cannot be connected goes faint and says why. By key it is C.',
    },
  },
  {
    title: 'Say what a task does',
    text: 'Select a box and fill in its form. Type {{ in a field to take what a task before it has answered.',
    page: designer,
    at: '[aria-label^="Inspector"]',
  },
  {
    title: 'Run it',
    text: 'Run draft starts it as it stands and shows it live, on the same drawing. A click on a box shows its log.',
    page: /^\/(workflows\/[^/]+|runs\/.+)$/,
    at: '[data-tour=run]',
  },
  {
    title: 'Let it run by itself',
    text: 'Add a schedule under Triggers, publish a version, switch it on. ? shows the keys, Ctrl K finds everything else.',
    page: /^\/workflows\/[^/]+/,
    at: 'nav[aria-label="Workflow"]',
  },
];

/** The step that a tour begins with on a page; null: the page has none, and the list of workflows is where it begins. */
export function firstStepOn(path: string): number | null {
  const at = tourSteps.findIndex(({ page }) => page.test(path));
  return at < 0 || path.startsWith('/runs') ? null : at;
}
