import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalog as builtIn } from '#operators/catalog.ts';
import { repositoryRoot } from '#server/store/repository-root.ts';
import { listOwnOperators } from './list-own.ts';
import { OperatorCatalog } from './operator-catalog.ts';
import { addOperatorExample, operatorExamples } from './operator-examples.ts';
import { readOperators } from './read-operators.ts';
import { removeOldSnapshots, snapshotOperator } from './snapshot-operator.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-operators-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const hello = { type: 'hello', title: 'Hello', run: ['sh', 'main.sh'] };
function put(folder: string, manifest: object | string, files: Record<string, string> = { 'main.sh': 'echo hello\n' }): string {
  const directory = path.join(dataDir, 'operators', folder);
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  writeFileSync(path.join(directory, 'operator.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  return directory;
}
const codes = () => readOperators(dataDir).map(({ folder, problems }) => [folder, ...problems.map(({ code }) => code)]);

describe('folders of operators', () => {
  it('are read, good and broken ones', () => {
    put('a', hello);
    put('b', '{"type": ');
    mkdirSync(path.join(dataDir, 'operators/c'));
    put('d', { ...hello, type: 'python' });
    put('e', { ...hello, type: 'big', x: 1 });
    put('.hidden', hello);
    expect(codes()).toEqual([
      ['a'],
      ['b', 'operator.syntax'],
      ['c', 'operator.no-file'],
      ['d', 'operator.taken'],
      ['e', 'operator.unknown-field'],
    ]);
  });

  it('are none in a directory that has none', () => {
    expect(readOperators(path.join(dataDir, 'nowhere'))).toEqual([]);
  });

  it('may hold versions side by side, but no name twice', () => {
    put('one', hello);
    put('two', { ...hello, version: 2 });
    expect(codes()).toEqual([['one'], ['two']]);
    put('three', { ...hello, version: 2 });
    expect(codes()).toEqual([['one'], ['three', 'operator.double'], ['two', 'operator.double']]);
  });

  it.each([
    ['a file above', ['../evil.sh'], 'operator.path'],
    ['an absolute program', ['/bin/sh', 'main.sh'], 'operator.path'],
    ['a link that leads out', ['sh', 'link.sh'], 'operator.path'],
    ['a script that is not there', ['sh', 'gone.sh'], 'operator.program'],
    ['a program that is nowhere', ['no-such-program'], 'operator.program'],
    ['its own file that cannot be executed', ['./main.sh'], 'operator.program'],
  ])('do not run %s', (_what, run, code) => {
    const directory = put('a', { ...hello, run });
    writeFileSync(path.join(dataDir, 'evil.sh'), 'echo');
    symlinkSync(path.join(dataDir, 'evil.sh'), path.join(directory, 'link.sh'));
    expect(codes()).toEqual([['a', code]]);
  });

  it('may run a program of their own', () => {
    const directory = put('a', { ...hello, run: ['./main.sh', '--fast', 'word'] });
    chmodSync(path.join(directory, 'main.sh'), 0o755);
    expect(readOperators(dataDir)[0]?.ready?.program).toEqual([{ file: 'main.sh' }, { word: '--fast' }, { word: 'word' }]);
  });

  it('are no links to somewhere else', () => {
    put('a', hello);
    symlinkSync(path.join(dataDir, 'operators/a'), path.join(dataDir, 'operators/b'));
    expect(codes()).toEqual([['a'], ['b', 'operator.path']]);
  });
});

describe('the catalogue', () => {
  it('is exchanged whole when a folder changes, without being asked', async () => {
    const catalog = new OperatorCatalog(dataDir).watch();
    try {
      const changed = async (wanted: () => boolean) => {
        while (!wanted()) await new Promise((resolve) => setImmediate(resolve));
      };
      const before = catalog.manifests;
      expect(before).toEqual(builtIn);
      put('a', hello);
      await changed(() => catalog.find('hello@1')?.ready != null);
      expect(catalog.manifests).not.toBe(before);
      expect(catalog.manifests.at(-1)?.type).toBe('hello');
      writeFileSync(path.join(dataDir, 'operators/a/operator.json'), '{');
      await changed(() => catalog.own[0]?.problems.length === 1);
      expect(catalog.manifests).toEqual(builtIn);
      put('a', { ...hello, version: 3 });
      await changed(() => catalog.find('hello@3')?.ready != null);
      rmSync(path.join(dataDir, 'operators/a'), { recursive: true });
      await changed(() => catalog.own.length === 0);
    } finally {
      catalog.close();
    }
  });

  it('stays the same array while nothing differs', () => {
    put('a', hello);
    const catalog = new OperatorCatalog(dataDir);
    const { manifests } = catalog;
    expect(catalog.refresh()).toBe(false);
    expect(catalog.manifests).toBe(manifests);
  });
});

describe('a snapshot', () => {
  const into = () => path.join(dataDir, 'cache/operators');

  it('is made once for a content, and does not change with the folder', async () => {
    const directory = put('a', hello, { 'main.sh': 'echo one\n' });
    const one = await snapshotOperator(directory, into());
    expect(await snapshotOperator(directory, into())).toBe(one);
    put('a', hello, { 'main.sh': 'echo two\n' });
    const two = await snapshotOperator(directory, into());
    expect([one, two].map((copy) => readFileSync(path.join(copy, 'main.sh'), 'utf8'))).toEqual(['echo one\n', 'echo two\n']);
    put('a', hello, { 'main.sh': 'echo one\n' });
    expect(await snapshotOperator(directory, into())).toBe(one);
  });

  it('refuses links that lead out', async () => {
    const directory = put('a', hello);
    symlinkSync('/etc', path.join(directory, 'etc'));
    await expect(snapshotOperator(directory, into())).rejects.toMatchObject({ code: 'operator.path' });
  });

  it('goes when no attempt names it', async () => {
    const one = await snapshotOperator(put('a', hello), into());
    const attempts = path.join(dataDir, 'attempts');
    mkdirSync(path.join(attempts, 'x'), { recursive: true });
    writeFileSync(path.join(attempts, 'x/operator'), `${path.basename(one)}\n`);
    removeOldSnapshots(into(), attempts);
    expect(existsSync(one)).toBe(true);
    rmSync(attempts, { recursive: true });
    removeOldSnapshots(into(), attempts);
    expect(existsSync(one)).toBe(false);
  });
});

describe('examples', () => {
  it('are good operators when they are copied, and copied over nothing', () => {
    const root = repositoryRoot();
    for (const name of operatorExamples(root)) addOperatorExample(root, dataDir, name);
    const listed = listOwnOperators(new OperatorCatalog(dataDir));
    expect(listed).toMatchObject([{ folder: 'csv-profile', name: 'csv-profile@1', problems: [] }]);
    expect(listed[0]?.run).toMatch(/^python\S* main\.py$/);
    expect(() => addOperatorExample(root, dataDir, 'csv-profile')).toThrow(
      expect.objectContaining({ code: 'operator.exists' }) as Error,
    );
    expect(() => addOperatorExample(root, dataDir, '../..')).toThrow(
      expect.objectContaining({ code: 'operator.example' }) as Error,
    );
  });
});
