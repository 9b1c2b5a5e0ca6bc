import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useEffect, useMemo, useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { matchTasks } from './match-tasks.ts';

/** Search over every property of the tasks: what matches stays, the rest grows faint; Enter goes from one to the next. */
export const CanvasSearch = memo(function CanvasSearch(props: {
  changed: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  onMatched: (ids: ReadonlySet<string> | null) => void;
  onGo: (id: string) => void;
}) {
  const { onMatched, changed, pinned } = props;
  const workflow = useDesigner((s) => s.workflow);
  const problems = useDesigner((s) => s.problems);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(
    () => matchTasks(workflow, problems, search, { changed, pinned }),
    [workflow, problems, search, changed, pinned],
  );
  useEffect(() => onMatched(found), [found, onMatched]);
  const list = found === null ? [] : [...found];
  const go = (step: 1 | -1): void => {
    if (list.length === 0) return;
    const next = (at + step + list.length) % list.length;
    setAt(next);
    props.onGo(list[next] ?? '');
  };
  return (
    <div
      className="cv-bar top-3 left-3 max-sm:hidden!"
      role="search"
      aria-label="Search on the drawing"
      data-canvas-search
      title="is:invalid, is:changed, is:pinned, is:disabled, is:mapped, operator:, group:, role:, pool:, rule:"
    >
      <SearchField
        label="Search tasks"
        placeholder="is:invalid  operator:http"
        value={search}
        onChange={(text) => {
          setSearch(text);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search === '') event.currentTarget.blur();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
        className="w-52 border-transparent max-sm:w-36"
      />
      {found === null ? null : (
        <>
          <span role="status" className="num px-1 text-12 whitespace-nowrap text-ink-3">
            {list.length === 0 ? 'none' : at < 0 ? `${list.length} found` : `${at + 1} of ${list.length}`}
          </span>
          <IconButton size="sm" label="Previous" icon={<ChevronUp strokeWidth={1.75} />} onClick={() => go(-1)} />
          <IconButton size="sm" label="Next" icon={<ChevronDown strokeWidth={1.75} />} onClick={() => go(1)} />
        </>
      )}
    </div>
  );
});
