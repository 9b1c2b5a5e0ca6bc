'use client';
import { SearchField } from '#components/ui/search-field.tsx';

/** Up to so many lines are seen at a glance. */
const atAGlance = 8;

/** Search over a short list (connections, pools): there when the list is longer than 8, or something is searched. `shown`: how many match. */
export function ListSearch(props: {
  label: string;
  count: number;
  shown: number;
  value: string;
  onChange: (value: string) => void;
}) {
  if (props.count <= atAGlance && props.value === '') return null;
  return (
    <div className="flex shrink-0 items-center gap-3 border-b border-line px-6 py-2.5 max-xl:px-4">
      <SearchField
        className="w-[264px] max-sm:w-full"
        label={props.label}
        value={props.value}
        onChange={props.onChange}
        after={
          <span role="status" className="num text-12 whitespace-nowrap text-ink-3">
            {props.value.trim() === '' ? null : props.shown === 0 ? 'not found' : `${props.shown} of ${props.count}`}
          </span>
        }
      />
    </div>
  );
}
