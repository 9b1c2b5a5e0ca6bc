import { router } from '../trpc.ts';
import { runActs } from './acts.ts';
import { runReads } from './reads.ts';

export const runsRouter = router({ ...runReads, ...runActs });
