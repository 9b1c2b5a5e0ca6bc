'use client';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { OperatorFields } from './operator-fields.tsx';
import { OperatorRow } from './operator-row.tsx';
import type { OwnOperatorItem } from './own-operator-item.ts';

/** One's own operators: ready ones with what they take, broken ones with every problem and where it stands. */
export function OwnOperators(props: {
  own: readonly OwnOperatorItem[];
  catalog: readonly Manifest[];
  open: string;
  onOpen: (folder: string) => void;
}) {
  return props.own.map((item) => {
    const manifest = props.catalog.find((m) => `${m.type}@${m.version}` === item.name);
    const broken = item.problems.length > 0;
    return (
      <OperatorRow
        key={item.folder}
        title={item.title ?? item.folder}
        name={item.name ?? '—'}
        icon={broken ? 'wrench' : (manifest?.icon ?? 'box')}
        about={
          broken ? (
            <span className="flex items-center gap-1.5 text-st-failed-text">
              <ProblemGlyph level="error" size={14} hidden />
              <span className="truncate">{item.problems[0]?.message}</span>
            </span>
          ) : (
            manifest?.description
          )
        }
        state={item.changedAt === null ? '' : <Time at={item.changedAt} relative="only" />}
        open={props.open === item.folder}
        onOpen={(open) => props.onOpen(open ? item.folder : '')}
      >
        <p className="mb-3 text-12 text-ink-2">
          Folder <code className="font-mono">operators/{item.folder}</code>
          {item.run === null ? null : (
            <>
              , runs <code className="font-mono">{item.run}</code>
            </>
          )}
        </p>
        {broken ? (
          <ul className="grid gap-2 text-12" aria-label={`Problems of ${item.folder}`}>
            {item.problems.map(({ code, pointer, message }) => (
              <li key={`${code} ${pointer} ${message}`} className="flex gap-2">
                <ProblemGlyph level="error" size={14} className="mt-0.5" />
                <span className="min-w-0">
                  {message}
                  <span className="block font-mono text-11 text-ink-3">
                    {code} {pointer}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        ) : manifest ? (
          <OperatorFields manifest={manifest} />
        ) : null}
      </OperatorRow>
    );
  });
}
