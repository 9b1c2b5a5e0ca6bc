/* Loaded into an engine before it starts: memory that is really held, in blocks of 16 MB, each page written to. */
const blocks = Number(process.env.BENCH_BALLAST_MB) / 16;
globalThis.benchBallast = Array.from({ length: blocks }, () => Buffer.alloc(16 * 1024 * 1024, 1));
