import { fiboPython } from './harness/fibo.ts';
import { longChain } from './harness/long-chain.ts';

/** 10 × fibo(33) in Python. */
export const longPython = longChain('long-python', 'python@1', fiboPython(33), 2, false);
