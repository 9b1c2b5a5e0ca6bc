import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const cell = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
const mostRows = 50;

/** A JSON value: a list of objects as a table, anything else as indented text. */
export function ValueView({ value, label }: { value: Json; label: string }) {
  if (Array.isArray(value) && value.length > 0 && value.every(isObject)) {
    const columns = [...new Set(value.slice(0, mostRows).flatMap((row) => Object.keys(row)))].slice(0, 30);
    return (
      <div className="scroll rounded-control border border-line" tabIndex={0} role="region" aria-label={label}>
        <table className="tbl [--row:28px]">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.slice(0, mostRows).map((row, i) => (
              <tr key={i}>
                {columns.map((column) => (
                  <td key={column} className={typeof row[column] === 'number' ? 'r' : 'max-w-60 truncate'}>
                    {cell(row[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {value.length > mostRows ? (
          <p className="px-2 py-1.5 text-12 text-ink-3">and {value.length - mostRows} more rows</p>
        ) : null}
      </div>
    );
  }
  const text = JSON.stringify(value, null, 2);
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className="scroll max-h-96 rounded-control border border-line bg-code-bg p-2 font-mono text-11 leading-[18px]"
    >
      {text.length > 20_000 ? `${text.slice(0, 20_000)}\n… ${text.length - 20_000} more characters` : text}
    </pre>
  );
}
