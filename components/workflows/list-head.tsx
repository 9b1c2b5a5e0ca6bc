import { cx } from '#components/ui/cx.ts';
import { workflowColumns } from './workflow-columns.ts';

const cell = 'px-2 text-12 text-ink-3 whitespace-nowrap';

/** Heads of the columns; not on a phone. */
export function ListHead() {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-surface max-sm:sr-only">
      <div role="row" className={cx(workflowColumns, 'h-8')}>
        <span role="columnheader" className={cell}>
          <span className="sr-only">On</span>
        </span>
        <span role="columnheader" className={cell}>
          Name
        </span>
        <span role="columnheader" className={cx(cell, 'max-lg:hidden')}>
          Schedule
        </span>
        <span role="columnheader" aria-colspan={2} className={cx(cell, 'col-span-2')}>
          Next run
        </span>
        <span role="columnheader" className={cell}>
          <span className="max-xl:hidden">Last 14 runs</span>
          <span className="hidden max-xl:inline">Last runs</span>
        </span>
        <span role="columnheader" className={cell}>
          Now
        </span>
        <span role="columnheader" className={cell}>
          Problems
        </span>
        <span role="columnheader" className={cx(cell, 'max-xl:hidden')}>
          Owner
        </span>
        <span role="columnheader" className={cell}>
          <span className="sr-only">More</span>
        </span>
      </div>
    </div>
  );
}
