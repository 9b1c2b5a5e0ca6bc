import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPython } from './find-python.ts';
import { pyenvPython } from './pyenv-python.ts';

let home: string;
let shim: string;
const put = (name: string, text = '') => {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o700 });
  return file;
};
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'drawloom-pyenv-'));
  put('pyenv/libexec/pyenv');
  shim = put('pyenv/shims/python3');
  put('pyenv/version', '3.11.7\n3.8.18\n');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('is the interpreter that the shim would start', () => {
  const python = put('pyenv/versions/3.11.7/bin/python3');
  expect(pyenvPython(shim, home)).toBe(python);
  expect(findPython({ NODE_ENV: 'test', PATH: path.dirname(shim) }, home)).toBe(python);
  expect(pyenvPython(python, home)).toBeNull();
});

it('leaves to the shim what only it can decide', () => {
  expect(pyenvPython(shim, home)).toBeNull();
  expect(findPython({ NODE_ENV: 'test', PATH: path.dirname(shim) }, home)).toBe(shim);
  put('pyenv/versions/3.11.7/bin/python3');
  put('data/.python-version', '3.8.18\n');
  expect(pyenvPython(shim, path.join(home, 'data/attempts'))).toBeNull();
  for (const version of ['system', '3.11', '../3.11.7', '']) {
    put('pyenv/version', version);
    expect(pyenvPython(shim, home)).toBeNull();
  }
  rmSync(path.join(home, 'pyenv/version'));
  expect(pyenvPython(shim, home)).toBeNull();
});
