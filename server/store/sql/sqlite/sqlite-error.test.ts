import { expect, test } from 'vitest';
import { sqliteError } from './sqlite-error.ts';

const raw = (code: string) => Object.assign(new Error(`${code} happened`), { code });

test.each([
  ['SQLITE_BUSY', 'store.locked'],
  ['SQLITE_BUSY_SNAPSHOT', 'store.locked'],
  ['SQLITE_LOCKED', 'store.locked'],
  ['SQLITE_FULL', 'store.disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'store.disk-full'],
  ['SQLITE_IOERR_FSYNC', 'store.fsync-failed'],
  ['SQLITE_IOERR_DIR_FSYNC', 'store.fsync-failed'],
  ['SQLITE_IOERR_WRITE', 'store.gone'],
  ['SQLITE_CANTOPEN', 'store.gone'],
  ['SQLITE_READONLY_DBMOVED', 'store.gone'],
  ['SQLITE_CORRUPT_INDEX', 'store.corrupt'],
  ['SQLITE_NOTADB', 'store.corrupt'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'store.duplicate'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'store.duplicate'],
])('%s is %s, bare or as Prisma wraps it', (code, meant) => {
  expect(sqliteError(raw(code))).toMatchObject({ code: meant });
  const adapter = Object.assign(new Error('adapter'), { cause: { kind: 'sqlite', originalCode: code } });
  const prisma = Object.assign(new Error('prisma'), { code: 'P2002', meta: { driverAdapterError: adapter } });
  expect(sqliteError(prisma)).toMatchObject({ code: meant, cause: prisma });
});

test('what is no error of SQLite comes back as it is', () => {
  const error = new Error('other');
  expect(sqliteError(error)).toBe(error);
  expect(sqliteError(raw('SQLITE_MISUSE'))).toMatchObject({ code: 'SQLITE_MISUSE' });
  expect(sqliteError(null)).toBeNull();
});
