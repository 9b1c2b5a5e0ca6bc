/** What each durability class keeps and what it risks, as a person reads it. */
export const durabilityWords: Record<'D1' | 'D2', { title: string; risk: string }> = {
  D2: {
    title: 'D2, full',
    risk: 'What was acknowledged survives a power cut. Log lines of the last moments may be lost in one.',
  },
  D1: {
    title: 'D1, fast',
    risk: 'What was acknowledged survives a killed process, but a power cut may lose the last moments: runs that were started, outcomes that were stored. DRAWLOOM_DURABILITY=full changes that.',
  },
};
