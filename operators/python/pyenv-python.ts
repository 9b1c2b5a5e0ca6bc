import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The interpreter that a shim of pyenv would start: the shim is a script that looks for it at every start, which takes three
 * times as long as Python itself. As pyenv finds it for a program that gets none of its variables: by the `version` of its
 * folder. Null when `file` is no such shim, or when the shim has to decide: a `.python-version` in a folder above `from`, a
 * version that is a prefix or the system's.
 */
export function pyenvPython(file: string, from: string): string | null {
  const root = path.dirname(path.dirname(file));
  if (path.basename(path.dirname(file)) !== 'shims' || !existsSync(path.join(root, 'libexec/pyenv'))) return null;
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.python-version'))) return null;
    if (folder === path.dirname(folder)) break;
  }
  try {
    const [version] = readFileSync(path.join(root, 'version'), 'utf8').trim().split(/\s+/);
    if (!version || version === 'system' || version !== path.basename(version) || version.startsWith('.')) return null;
    const python = path.join(root, 'versions', version, 'bin', path.basename(file));
    accessSync(python, constants.X_OK);
    return python;
  } catch {
    return null;
  }
}
