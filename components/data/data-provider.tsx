'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createApiClient } from './api-client.ts';
import { FeedProvider } from './feed-provider.tsx';
import { createQueryClient } from './query-client.ts';
import { TRPCProvider } from './trpc.ts';

/** Around every page: the API's client, its cache, and the browser's one live connection. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [api] = useState(createApiClient);
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={api} queryClient={queries}>
        <FeedProvider api={api}>{children}</FeedProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
