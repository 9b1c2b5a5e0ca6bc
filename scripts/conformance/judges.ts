import type { ActCase, PastCase, RunCase } from './case.ts';
import { judgeAct } from './judge-act.ts';
import type { Mismatch } from './judged.ts';
import { judgePast } from './judge-past.ts';
import { judgeRetry, type RetryCase } from './judge-retry.ts';
import { judgeRule, type RuleCase } from './judge-rule.ts';
import { judgeRun } from './judge-run.ts';
import { judgeTimes } from './judge-times.ts';
import { judgeWeight, type WeightCase } from './judge-weight.ts';

type Judge = (given: unknown) => Mismatch | null;
const wholeRun: Judge = (given) => judgeRun(given as RunCase);
const times: Judge = (given) => judgeTimes(given as Parameters<typeof judgeTimes>[0]);

/** One judge for each kind of table. A kind is told by the file's name. */
export const judges: Readonly<Record<string, Judge>> = {
  'trigger-rules': (given) => judgeRule(given as RuleCase),
  plain: wholeRun,
  branch: wholeRun,
  failfast: wholeRun,
  setup: wholeRun,
  mapped: wholeRun,
  past: (given) => judgePast(given as PastCase),
  acts: (given) => judgeAct(given as ActCase),
  retries: (given) => judgeRetry(given as RetryCase),
  weights: (given) => judgeWeight(given as WeightCase),
  times,
};

/** What only some cases of a kind of table need of us, and which we do not have yet: such a case is counted apart. */
export const builtTimes: readonly string[] = ['cron', 'cronInterval', 'every', 'missedLatest'];
