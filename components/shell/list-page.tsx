'use client';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { PageHead } from './page-head.tsx';

/** What a list page has to know of its query. */
interface Listed {
  isPending: boolean;
  /** Missing until it was read once. */
  data: unknown;
  error: { message: string } | null;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

/**
 * The page of a list: title with the count (when all are read), filters, then the lines with a way to older ones; or that it is being
 * read, could not be read, or `empty`.
 */
export function ListPage(props: {
  title: string;
  /** What stands in it, in small letters: `alerts`. */
  things: string;
  query: Listed;
  count: number;
  filters: ReactNode;
  /** In place of the lines when there is none to show. */
  empty: ReactNode;
  children: ReactNode;
}) {
  const { query, things } = props;
  const read = query.data !== undefined;
  return (
    <>
      <PageHead title={props.title} {...(read && query.hasNextPage !== true ? { count: props.count } : {})} />
      <div className="flex shrink-0 items-center gap-x-4 gap-y-2 border-b border-line px-6 py-2.5 max-xl:px-4 max-sm:flex-wrap">
        {props.filters}
      </div>
      {query.isPending ? (
        <Skeleton rows={6} className="flex-1" />
      ) : !read ? (
        <EmptyState
          title={`The ${things} cannot be read.`}
          action={<Button onClick={() => void query.refetch()}>Try again</Button>}
        >
          {query.error?.message}
        </EmptyState>
      ) : props.empty ? (
        props.empty
      ) : (
        <div className="scroll min-h-0 flex-1">
          {props.children}
          {query.hasNextPage === true ? (
            <div className="px-6 py-3 max-xl:px-4">
              <Button busy={query.isFetchingNextPage === true} onClick={() => void query.fetchNextPage?.()}>
                Show older ones
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </>
  );
}
