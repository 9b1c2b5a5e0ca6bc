import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

const typeWords = (schema: JsonObject): string =>
  Array.isArray(schema.enum)
    ? schema.enum.map(String).join(' · ')
    : Array.isArray(schema.type)
      ? schema.type.join(' or ')
      : String(schema.type ?? 'any');

/** What an operator takes and gives: fields of its config, ports, connections, whether it may be repeated. */
export function OperatorFields({ manifest }: { manifest: Manifest }) {
  const { configSchema, hints, ports, credentials, sideEffects } = manifest;
  const properties = isJsonObject(configSchema.properties) ? configSchema.properties : {};
  const required = Array.isArray(configSchema.required) ? configSchema.required : [];
  const names = Object.keys(properties).sort((a, b) => (hints[a]?.order ?? 0) - (hints[b]?.order ?? 0));
  return (
    <div className="grid gap-3 text-12">
      {names.length === 0 ? (
        <p className="text-ink-3">It has nothing to configure.</p>
      ) : (
        <dl className="grid grid-cols-[minmax(120px,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-sm:grid-cols-1">
          {names.map((name) => {
            const schema = properties[name];
            return (
              <div key={name} className="contents">
                <dt className="font-mono">
                  {name}
                  {required.includes(name) ? <span className="text-ink-3"> · needed</span> : null}
                </dt>
                <dd className="min-w-0 text-ink-2">
                  {hints[name]?.label ?? name}
                  <span className="text-ink-3"> ({isJsonObject(schema) ? typeWords(schema) : 'any'})</span>
                  {hints[name]?.help ? <span className="block text-ink-3">{hints[name]?.help}</span> : null}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <p className="text-ink-2">
        Ports: {Array.isArray(ports) ? ports.join(', ') : `one for each of ${ports.fromConfig}`}.{' '}
        {credentials?.length ? `Connections: ${credentials.join(', ')}. ` : ''}
        {sideEffects === 'none'
          ? 'It changes nothing outside, so it may be repeated.'
          : 'It may change something outside: repeating it asks for consent.'}
      </p>
    </div>
  );
}
