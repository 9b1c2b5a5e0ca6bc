import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '#components/data/trpc.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';

/** One's own operators that cannot be used now: grey, with the reason, leading to the page that says more. */
export function BrokenOperators({ search }: { search: string }) {
  const trpc = useTRPC();
  const own = useQuery(trpc.operators.own.queryOptions(undefined, { staleTime: 60_000 })).data ?? [];
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const broken = own.filter(
    ({ problems, title, name, folder }) =>
      problems.length > 0 && words.every((word) => `${title} ${name} ${folder}`.toLowerCase().includes(word)),
  );
  if (broken.length === 0) return null;
  return (
    <section aria-label="Broken operators" className="mt-2">
      <h2 className="flex justify-between px-1.5 pt-1.5 pb-1 text-11 font-text text-ink-3">
        Broken
        <span className="num">{broken.length}</span>
      </h2>
      {broken.map(({ folder, title, name, problems }) => (
        <Link
          key={folder}
          href={`/operators?operator=${encodeURIComponent(folder)}`}
          title={problems[0]?.message}
          className="flex h-7 items-center gap-2 rounded-chip px-1.5 text-ink-3 hover:bg-hover"
        >
          <ProblemGlyph level="error" />
          <span className="truncate">{title ?? name ?? folder}</span>
          <span className="sr-only">broken: {problems[0]?.message}</span>
        </Link>
      ))}
    </section>
  );
}
