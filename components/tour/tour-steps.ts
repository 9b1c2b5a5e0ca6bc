/** One step of the tour: where it is, what it points at, what it says. */
export interface TourStep {
  title: string;
  text: string;
  /** Pages it belongs to; on another it says how to get there. */
  page: RegExp;
  /** How to get to its page. */
  way: string;
  /** What it points at, as a selector. */
  at: string;
  /** Being on this page means that the step is done. */
  until?: RegExp;
}

const list = /^\/workflows$/;
const designer = /^\/workflows\/[^/]+$/;

/** The tour, from the list to a schedule. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'Workflows',
    text: 'Each line is one workflow: its switch, its schedule, its last runs. Open one, or make a new one.',
    page: list,
    way: 'Go to Workflows.',
    at: '[aria-label="Workflows"][role=table], [data-welcome]',
    until: designer,
  },
  {
    title: 'Add tasks',
    text: 'Drag an operator to the drawing, or click one: it follows the task that is selected. By key it is A.',
    page: designer,
    way: 'Open a workflow, at Design.',
    at: '[aria-label="Palette"]',
  },
  {
    title: 'Connect them',
    text: 'Drag from the right end of a box to another one. What cannot be connected goes faint and says why. By key it is C.',
    page: designer,
    way: 'Open a workflow, at Design.',
    at: '[aria-label^="Drawing of"]',
  },
  {
    title: 'Say what a task does',
    text: 'Select a box and fill in its form. Type {{ in a field to take what a task before it has answered.',
    page: designer,
    way: 'Open a workflow, at Design.',
    at: '[aria-label^="Inspector"]',
  },
  {
    title: 'Run it',
    text: 'Run draft starts it as it stands and shows it live, on the same drawing. A click on a box shows its log.',
    page: /^\/(workflows\/[^/]+|runs\/.+)$/,
    way: 'Open a workflow, at Design.',
    at: '[data-tour=run]',
  },
  {
    title: 'Let it run by itself',
    text: 'Add a schedule under Triggers, publish a version, switch it on. ? shows the keys, Ctrl K finds everything else.',
    page: /^\/workflows\/[^/]+/,
    way: 'Open a workflow, at Design.',
    at: 'nav[aria-label="Workflow"]',
  },
];
