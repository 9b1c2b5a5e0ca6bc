'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { useTRPC } from '#components/data/trpc.ts';
import type { Example } from './example.ts';
import { thumbLayout } from './thumb-layout.ts';

const width = 336;
const height = 120;

/** An example's drawing, small, on the canvas ground. */
export function ExampleThumb({ example }: { example: Example }) {
  const catalog = useQuery(useTRPC().operators.catalog.queryOptions(undefined, { staleTime: Infinity })).data ?? [];
  const { boxes, threads, tips, scale } = useMemo(() => thumbLayout(example.tasks, example.edges, width, height), [example]);
  const iconOf = (id: string) => {
    const operator = example.tasks.find((task) => task.id === id)?.operator;
    return catalog.find((m) => `${m.type}@${m.version}` === operator)?.icon ?? 'box';
  };
  return (
    <span className="warp-ground block h-[120px] w-full border-b border-line" aria-hidden>
      <svg viewBox={`0 0 ${width} ${height}`} className="mx-auto block h-full max-w-full" fill="none">
        <g transform={`scale(${scale})`}>
          {threads.map((d) => (
            <path key={d} d={d} stroke="var(--edge)" strokeWidth="1.25" />
          ))}
          {tips.map(({ x, y }, i) => (
            <path key={i} d={`M${x - 1} ${y - 3}l5 3l-5 3z`} fill="var(--edge)" />
          ))}
          {boxes.map(({ id, x, y }) => (
            <g key={id} transform={`translate(${x} ${y})`}>
              <rect x=".5" y=".5" width="36" height="20" rx="3" fill="var(--surface)" stroke="var(--control)" />
              <g transform="translate(12.5 4.5)" color="var(--text-2)">
                <OperatorIcon name={iconOf(id)} size={12} />
              </g>
            </g>
          ))}
        </g>
      </svg>
    </span>
  );
}
