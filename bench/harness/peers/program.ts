import path from 'node:path';

/** Path of a peer's own program (bench/peers). */
export const program = (name: string): string => path.resolve(import.meta.dirname, '../../peers', name);
