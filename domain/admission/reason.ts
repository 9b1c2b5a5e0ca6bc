/** One condition that is not met, in words, with names. Codes: `pool.full`, `pool.unknown`, `pool.too-small`, `pool.reserved`, `limit.run`, `limit.workflow`, `limit.task`, `limit.copies`, `run.paused`, `run.queued`, `past.waiting`. */
export interface Reason {
  code: string;
  message: string;
}
