import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import { loadConfig } from './config.ts';
import { settings } from './settings.ts';

describe('settings', () => {
  test('every one has a value with nothing set', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, durability: 'D2', graceSec: 10, drainSec: 5 });
    expect(config.logCapBytes).toBe(10_485_760);
    expect(config.dataDir).toBe(path.resolve('data'));
    expect(config.databaseUrl).toBe(`file:${path.resolve('data/drawloom.db')}`);
    expect(config.origin).toBe('http://127.0.0.1:3000');
    expect(Object.keys(config).sort()).toEqual(Object.keys(settings).sort());
  });

  test('the database follows the data folder, and its path becomes absolute', () => {
    expect(loadConfig({ DRAWLOOM_DATA: '/srv/loom' }).databaseUrl).toBe('file:/srv/loom/drawloom.db');
    expect(loadConfig({ DATABASE_URL: 'file:here.db' }).databaseUrl).toBe(`file:${path.resolve('here.db')}`);
    expect(loadConfig({ DATABASE_URL: 'postgresql://me@db/loom' }).databaseUrl).toBe('postgresql://me@db/loom');
  });

  test('an empty variable counts as missing', () => {
    expect(loadConfig({ DRAWLOOM_PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  test.each([
    ['DRAWLOOM_PORT', '0'],
    ['DRAWLOOM_PORT', '65536'],
    ['DRAWLOOM_PORT', '80 '],
    ['DRAWLOOM_PORT', '1e3'],
    ['DRAWLOOM_HOST', 'a b'],
    ['DRAWLOOM_DURABILITY', 'none'],
    ['DRAWLOOM_GRACE_SEC', '-1'],
    ['DRAWLOOM_GRACE_SEC', '1.5'],
    ['DRAWLOOM_LOG_CAP_BYTES', '10MB'],
    ['DRAWLOOM_ORIGIN', 'drawloom.example.com'],
    ['DRAWLOOM_ORIGIN', 'https://example.com/path'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'file:'],
    ['DRAWLOOM_LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name', (name, text) => {
    let caught: unknown;
    try {
      loadConfig({ [name]: text });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ConfigError);
    expect((caught as ConfigError).code).toBe('config.invalid');
    expect((caught as ConfigError).message).toContain(name);
  });

  test('all wrong ones are named at once', () => {
    expect(() => loadConfig({ DRAWLOOM_PORT: 'x', DRAWLOOM_DURABILITY: 'y' })).toThrow(/DRAWLOOM_PORT.*DRAWLOOM_DURABILITY/);
  });
});
