import type { Json, JsonObject } from './schema/json.ts';
import type { Manifest } from './schema/manifest.ts';

const own = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** Output ports of a task, in the order they are drawn: the manifest's fixed list, or the ones its config names (a branch). Each name once. */
export function portsOf(manifest: Manifest, config: JsonObject): string[] {
  const { ports } = manifest;
  if (Array.isArray(ports)) return ports;
  const names = new Set<string>();
  const list = own(config, ports.fromConfig);
  if (Array.isArray(list))
    for (const entry of list) {
      const name = typeof entry === 'string' ? entry : own(entry, ports.each);
      if (typeof name === 'string' && name !== '') names.add(name);
    }
  const fixed = ports.optional === undefined ? undefined : own(config, ports.optional);
  if (typeof fixed === 'string' && fixed !== '') names.add(fixed);
  return [...names];
}
