import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Vault } from './vault.ts';

let dataDir: string;
const place = { id: 'c1', type: 'postgres', host: 'postgresql://db.example:5432' };
const keyFile = () => path.join(dataDir, 'secret.key');
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing was thrown';
};

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-vault-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the key', () => {
  it('is made once, for its owner alone, and stays', () => {
    const sealed = Vault.open(dataDir, null).seal(place, { password: 'x' });
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    const before = readFileSync(keyFile(), 'utf8');
    expect(Vault.open(dataDir, sealed).open(place, sealed)).toEqual({ password: 'x' });
    Vault.open(dataDir, null);
    expect(readFileSync(keyFile(), 'utf8')).toBe(before);
  });

  it('is never made anew over secrets', () => {
    const sealed = Vault.open(dataDir, null).seal(place, { password: 'x' });
    rmSync(keyFile());
    expect(codeOf(() => Vault.open(dataDir, sealed))).toBe('secret.key-missing');
    expect(existsSync(keyFile())).toBe(false);
  });

  it('that is another, damaged or open to all is refused, and left as it is', () => {
    const sealed = Vault.open(dataDir, null).seal(place, { password: 'x' });
    rmSync(keyFile());
    Vault.open(dataDir, null);
    expect(codeOf(() => Vault.open(dataDir, sealed))).toBe('secret.key-wrong');
    expect(codeOf(() => Vault.open(dataDir, 'not sealed by us'))).toBe('secret.key-wrong');
    writeFileSync(keyFile(), 'half');
    expect(codeOf(() => Vault.open(dataDir, null))).toBe('secret.key-broken');
    expect(readFileSync(keyFile(), 'utf8')).toBe('half');
    chmodSync(keyFile(), 0o644);
    expect(codeOf(() => Vault.open(dataDir, null))).toBe('secret.key-open');
  });
});

describe('a sealed secret', () => {
  it('comes back whole, shows nothing, and is never sealed alike twice', () => {
    const vault = Vault.open(dataDir, null);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), (fields) => {
        const sealed = vault.seal(place, fields);
        expect(vault.open(place, sealed)).toEqual({ ...fields });
        expect(vault.seal(place, fields)).not.toBe(sealed);
      }),
      { numRuns: 100 },
    );
    const sealed = vault.seal(place, { password: 'correct horse battery' });
    for (const form of ['correct', Buffer.from('correct horse').toString('base64url').slice(2, -2)])
      expect(sealed).not.toContain(form);
  });

  it('opens at its own place alone', () => {
    const vault = Vault.open(dataDir, null);
    const sealed = vault.seal(place, { password: 'x' });
    for (const other of [{ id: 'c2' }, { type: 'http' }, { host: 'postgresql://evil.example:5432' }, { host: null }])
      expect(codeOf(() => vault.open({ ...place, ...other }, sealed))).toBe('secret.sealed');
  });

  it('that was changed anywhere does not open', () => {
    const vault = Vault.open(dataDir, null);
    const sealed = vault.seal(place, { password: 'x' });
    for (let at = 0; at < sealed.length; at++) {
      if (sealed[at] === '.') continue;
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      // The last digit of base64 may hold bits that say nothing.
      if (Buffer.from(changed.split('.').at(-1)!, 'base64url').equals(Buffer.from(sealed.split('.').at(-1)!, 'base64url')))
        if (changed.split('.').slice(0, -1).join() === sealed.split('.').slice(0, -1).join()) continue;
      expect([at, codeOf(() => vault.open(place, changed))]).toEqual([at, 'secret.sealed']);
    }
    expect(codeOf(() => vault.open(place, ''))).toBe('secret.sealed');
  });
});
