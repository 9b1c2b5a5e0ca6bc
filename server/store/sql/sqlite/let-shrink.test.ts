import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letShrink } from './let-shrink.ts';

let dir: string;
let db: Database.Database;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'drawloom-shrink-'));
  db = new Database(path.join(dir, 'old.db'), { timeout: 0 });
  db.pragma('journal_mode = WAL');
  db.exec(`CREATE TABLE "t" ("a"); INSERT INTO "t" VALUES (1), (2)`);
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});
const mode = () => db.pragma('auto_vacuum', { simple: true });

test('a file of an earlier version is made anew once, with all that is in it', () => {
  expect(mode()).toBe(0);
  expect([letShrink(db), mode(), letShrink(db)]).toEqual([true, 2, false]);
  expect(db.prepare('SELECT "a" FROM "t"').pluck().all()).toEqual([1, 2]);
});

test('one that somebody writes to stays as it is', () => {
  const other = new Database(path.join(dir, 'old.db'), { timeout: 0 });
  other.exec(`BEGIN IMMEDIATE; INSERT INTO "t" VALUES (3)`);
  expect(letShrink(db)).toBe(false);
  other.exec('COMMIT');
  other.close();
  expect(db.prepare('SELECT COUNT(*) FROM "t"').pluck().get()).toBe(3);
  expect(letShrink(db)).toBe(true);
});
