/** How live the pages are: `polling` when event streams do not get through, `lost` when nobody answers, `signed-out` when the session has ended. */
export type FeedState = 'idle' | 'connecting' | 'live' | 'polling' | 'lost' | 'signed-out';
