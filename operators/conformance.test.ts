import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { renderConfig } from '#domain/expression/render-config.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';
import { catalog } from './catalog.ts';
import { runners } from './runners.ts';

/* Walks every room: what an operator is, and that all of it is there. */
const rooms = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const inRoom = (type: string, file: string) => path.join(import.meta.dirname, type, file);
const propertiesOf = (schema: JsonObject) => Object.keys((schema.properties ?? {}) as JsonObject);

it('every room is in both lists, and every entry of the lists has its room', () => {
  expect(catalog.map((manifest) => manifest.type).sort()).toEqual(rooms);
  expect(Object.keys(runners).sort()).toEqual(catalog.map(({ type, version }) => `${type}@${version}`).sort());
});

describe.each(catalog.map((manifest) => [manifest.type, manifest] as const))('%s', (type, manifest) => {
  it('has a manifest that is plain data', () => {
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    expect(`${type}@${manifest.version}`).toMatch(/^[a-z][a-z0-9-]*@[1-9][0-9]*$/);
    expect(manifest.icon).toMatch(/^[a-z0-9-]+$/);
    expect(manifest.description).toMatch(/\.$/);
  });

  it('has ports that can be told from its config', () => {
    if (Array.isArray(manifest.ports)) expect(manifest.ports.length).toBeGreaterThan(0);
    else expect(propertiesOf(manifest.configSchema)).toContain(manifest.ports.fromConfig);
  });

  it('has a strict object as its config, and a label and a place for every field of it', () => {
    expect(manifest.configSchema).toMatchObject({ type: 'object', additionalProperties: false });
    const fields = propertiesOf(manifest.configSchema);
    for (const field of fields)
      expect(manifest.hints[field], field).toMatchObject({ label: expect.any(String), order: expect.any(Number) });
    for (const hinted of Object.keys(manifest.hints)) expect(fields).toContain(hinted.split('.')[0]);
    for (const { showIf } of Object.values(manifest.hints)) if (showIf) expect(fields).toContain(showIf.path);
  });

  it('has defaults that fit, but for what only a person can fill in', () => {
    const empty = Object.entries(manifest.defaults).filter(([, value]) => value === '');
    const filled = { ...manifest.defaults, ...Object.fromEntries(empty.map(([field]) => [field, 'x'])) };
    expect(renderConfig(filled, {}, manifest.configSchema, manifest.hints)).toMatchObject({ ok: true });
  });

  it('has a summary that renders over its defaults', () => {
    expect(typeof renderTemplate(manifest.summary, { config: manifest.defaults })).toBe('string');
  });

  it('has a runner of its kind', async () => {
    const own = await runners[`${type}@${manifest.version}`]!();
    const runner = own.kind === 'choosing' ? own.choose(manifest.defaults) : own;
    if (runner.kind === 'process') expect([typeof runner.prepare, typeof runner.finish]).toEqual(['function', 'function']);
    else expect(typeof runner.run).toBe('function');
  });

  it('has a page that explains it, and tests', () => {
    const page = readFileSync(inRoom(type, 'README.md'), 'utf8');
    expect(page.startsWith(`# ${manifest.title}\n`)).toBe(true);
    expect(page.length).toBeGreaterThan(150);
    expect(existsSync(inRoom(type, `${type}.run.test.ts`))).toBe(true);
  });
});
