import { clsx, type ClassValue } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Our sizes are numbers (`text-12`); without this list the merge takes them for colours and drops one of the two.
const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['11', '12', '13', '14', '16', '20', '28'] }],
      'font-weight': [{ font: ['text', 'strong'] }],
      rounded: [{ rounded: ['mark', 'chip', 'control', 'panel', 'full'] }],
      shadow: [{ shadow: ['pop', 'drag'] }],
    },
  },
});

/** Joins class names; of two that set the same thing the later one wins. */
export const cx = (...classes: ClassValue[]): string => merge(clsx(classes));
