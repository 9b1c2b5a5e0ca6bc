import { TRPCError, type AnyTRPCProcedure } from '@trpc/server';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { may, permissions } from '#server/auth/permission.ts';
import type { Person } from '#server/auth/person.ts';
import { roles, type Role } from '#server/auth/role.ts';
import type { WebProcess } from '#server/boot/web.ts';
import { pages, routes } from './http/route-table.ts';
import { appRouter } from './root.ts';
import { createCallerFactory, type ProcedureMeta } from './trpc.ts';

/** Written down apart from the code: the least role of every procedure. A change of either must be meant. */
const expected: Record<string, Role | 'public'> = {
  'session.me': 'public',
  'session.createOwner': 'public',
  'session.setTimezone': 'viewer',
  'operators.catalog': 'viewer',
  'operators.revision': 'viewer',
  'operators.own': 'viewer',
  'operators.addExample': 'admin',
  'examples.list': 'viewer',
  'workflows.list': 'viewer',
  'workflows.deleted': 'viewer',
  'workflows.get': 'viewer',
  'workflows.export': 'viewer',
  'workflows.create': 'editor',
  'workflows.import': 'editor',
  'workflows.move': 'editor',
  'workflows.remove': 'editor',
  'workflows.restore': 'editor',
  'workflows.setEnabled': 'runner',
  'workflows.setTriggerEnabled': 'runner',
  'drafts.save': 'editor',
  'versions.list': 'viewer',
  'versions.get': 'viewer',
  'versions.params': 'viewer',
  'versions.publish': 'editor',
  'runs.list': 'viewer',
  'runs.get': 'viewer',
  'runs.grid': 'viewer',
  'runs.attempts': 'viewer',
  'runs.outputs': 'viewer',
  'runs.logs': 'viewer',
  'runs.waiting': 'viewer',
  'runs.usual': 'viewer',
  'runs.events': 'viewer',
  'runs.create': 'runner',
  'runs.cancel': 'runner',
  'runs.pause': 'runner',
  'runs.clear': 'runner',
  'runs.previewClear': 'runner',
  'runs.previewCancel': 'runner',
  'runs.previewPause': 'runner',
  'runs.previewForce': 'runner',
  'runs.previewMark': 'runner',
  'runs.force': 'runner',
  'runs.mark': 'runner',
  'alerts.list': 'viewer',
  'alerts.count': 'viewer',
  'alerts.sendAgain': 'runner',
  'breakers.list': 'viewer',
  'breakers.set': 'runner',
  'tries.values': 'viewer',
  'tries.last': 'viewer',
  'tries.start': 'editor',
  'tries.pin': 'editor',
  'tries.unpin': 'editor',
  'runs.relatives': 'viewer',
  'approvals.list': 'viewer',
  'approvals.count': 'viewer',
  'approvals.answer': 'viewer',
  'approvals.preview': 'viewer',
  'notes.list': 'viewer',
  'notes.create': 'runner',
  'notes.update': 'runner',
  'notes.remove': 'runner',
  'pools.list': 'viewer',
  'pools.put': 'admin',
  'pools.remove': 'admin',
  'health.overview': 'admin',
  'health.invariants': 'admin',
  'connections.types': 'viewer',
  'connections.list': 'viewer',
  'connections.get': 'viewer',
  'connections.create': 'editor',
  'connections.update': 'editor',
  'connections.remove': 'editor',
  'connections.test': 'editor',
  'feed.run': 'viewer',
  'feed.runs': 'viewer',
  'feed.logs': 'viewer',
  'feed.many': 'viewer',
};

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
const metaOf = (procedure: AnyTRPCProcedure) => procedure._def.meta as ProcedureMeta | undefined;

/** No procedure gets this far when it should be refused: whoever is let through stumbles over it. */
const web = new Proxy({} as WebProcess, {
  get() {
    throw new Error('let through');
  },
});
const personOf = (role: Role): Person => ({ id: 'p', name: 'P', email: 'p@example.com', role, timezone: null, sessionId: 's' });

/** What happens to somebody who calls it without any input: `refused` before anything is read, or let through. */
async function knock(name: string, person: Person | null): Promise<'refused' | 'let through'> {
  const caller = createCallerFactory(appRouter)({ web, person, at: 0, headers: new Headers() });
  const call = name.split('.').reduce<unknown>((place, part) => (place as Record<string, unknown>)[part], caller);
  try {
    await (call as () => Promise<unknown>)();
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN')) return 'refused';
  }
  return 'let through';
}

describe('procedures', () => {
  it('are the ones that are written down', () => {
    expect(procedures.map(([name]) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(procedures)('%s declares its permission', (_, procedure) => {
    const permission = metaOf(procedure)?.permission;
    expect(permission === 'public' || Object.hasOwn(permissions, permission ?? '')).toBe(true);
  });

  it.each(procedures.filter(([, procedure]) => procedure._def.type !== 'subscription'))(
    '%s says what may leave it',
    (_, procedure) => {
      expect((procedure._def as unknown as { output?: unknown }).output).toBeDefined();
    },
  );

  it.each(Object.entries(expected))('%s answers nobody below %s', async (name, least) => {
    expect(await knock(name, null)).toBe(least === 'public' ? 'let through' : 'refused');
    for (const role of roles) {
      const allowed = least === 'public' || roles.indexOf(role) >= roles.indexOf(least);
      expect([role, await knock(name, personOf(role))]).toEqual([role, allowed ? 'let through' : 'refused']);
    }
  });
});

describe('routes and pages', () => {
  const root = path.resolve(import.meta.dirname, '../../app');
  const filesNamed = (name: string) =>
    readdirSync(root, { recursive: true })
      .map((file) => String(file).split(path.sep).join('/'))
      .filter((file) => path.posix.basename(file) === name);
  const address = (file: string) =>
    `/${path.posix
      .dirname(file)
      .split('/')
      .filter((part) => part !== '.' && !part.startsWith('('))
      .join('/')}`;

  it('stand in the table, every one', () => {
    expect(filesNamed('route.ts').map(address).sort()).toEqual(Object.keys(routes).sort());
    expect(filesNamed('page.tsx').map(address).sort()).toEqual(Object.keys(pages).sort());
  });

  it('declare a permission that exists', () => {
    for (const { permission } of [...Object.values(routes), ...Object.values(pages)])
      expect(permission === 'public' || permission === 'procedures' || Object.hasOwn(permissions, permission)).toBe(true);
  });

  it('export the methods of the table and no others', () => {
    for (const file of filesNamed('route.ts')) {
      const text = readFileSync(path.join(root, file), 'utf8');
      const exported = [...text.matchAll(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(?=\s*[,}(])/g)].map((match) => match[1]);
      expect([file, [...new Set(exported)].sort()]).toEqual([file, [...(routes[address(file)]?.methods ?? [])].sort()]);
    }
  });

  it('guard every page that is not public', () => {
    for (const file of filesNamed('page.tsx')) {
      if (pages[address(file)]?.permission === 'public') continue;
      const chain = [path.join(root, file)];
      for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        chain.push(path.join(root, folder, 'layout.tsx'));
        if (folder === '.') break;
      }
      const guarded = chain.some((place) => {
        try {
          return /\brequirePerson\(/.test(readFileSync(place, 'utf8'));
        } catch {
          return false;
        }
      });
      expect([file, guarded]).toEqual([file, true]);
    }
  });

  it('have no extra extensions that Next would serve', () => {
    const served = readdirSync(root, { recursive: true })
      .map(String)
      .filter((file) => /(^|\/)(route|page)\.[a-z]+$/.test(file));
    expect(served.filter((file) => !/(route\.ts|page\.tsx)$/.test(file))).toEqual([]);
  });
});

describe('roles', () => {
  it('each have everything of the ones before', () => {
    for (const permission of Object.keys(permissions) as (keyof typeof permissions)[]) {
      const having = roles.map((role) => may(role, permission));
      expect(having.lastIndexOf(false) < (having.indexOf(true) === -1 ? roles.length : having.indexOf(true))).toBe(true);
      expect(may('admin', permission)).toBe(true);
    }
  });

  it('never have what nobody declared', () => {
    expect(may('admin', 'nobody.declared' as keyof typeof permissions)).toBe(false);
  });
});
