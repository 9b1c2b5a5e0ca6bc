'use client';
import { useSyncExternalStore } from 'react';
import { isMac } from './is-mac.ts';

const never = () => () => undefined;

/** The same for drawing: the server cannot know, so the first picture has the names of other boards. */
export const useIsMac = (): boolean => useSyncExternalStore(never, isMac, () => false);
