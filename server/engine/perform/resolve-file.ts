import { realpathSync } from 'node:fs';
import path from 'node:path';
import { CodedFailure } from '#operators/runner.ts';

/** Real path of the part of `file` that exists, with the rest behind it: a link on the way cannot lead elsewhere. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realPath(parent), path.basename(file));
  }
}

/**
 * A path of a config: relative to `files/`, or the absolute path of something inside one of `roots` (`files/`, the
 * artifacts, the attempt's directory). Gives the absolute path; refuses to leave (CodedFailure `file.outside`).
 */
export function resolveFile(file: string, filesDirectory: string, roots: readonly string[]): string {
  const wanted = path.resolve(filesDirectory, file);
  const real = realPath(wanted);
  const inside = [filesDirectory, ...roots].some((root) => {
    const way = path.relative(realPath(root), real);
    return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
  });
  if (file.includes('\0') || !inside)
    throw new CodedFailure(
      'file.outside',
      `${file} leads out of the folder files. Name a file inside it, such as reports/day.csv.`,
      'never',
    );
  return wanted;
}
