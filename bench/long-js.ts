import { fiboJavascript } from './harness/fibo.ts';
import { longChain } from './harness/long-chain.ts';

/** 10 × fibo(33) in JavaScript. */
export const longJs = longChain('long-js', 'javascript@1', fiboJavascript(33), 1, true);
