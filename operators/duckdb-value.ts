import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Json } from '#domain/definition/schema/json.ts';
import { sqlValue } from './sql-value.ts';

/**
 * A value of DuckDB as JSON. Decimals become numbers; dates and times are ISO, an instant with its zone in UTC; maps with
 * text keys become objects; what has no counterpart (intervals, UUIDs, bits) is written as DuckDB writes it.
 */
export function duckdbValue(value: DuckDBValue): Json {
  if (value === null || typeof value !== 'object') return sqlValue(value);
  if (value instanceof DuckDBDecimalValue) return sqlValue(value.toDouble());
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n)).toISOString();
  if (
    value instanceof DuckDBTimestampValue ||
    value instanceof DuckDBTimestampMillisecondsValue ||
    value instanceof DuckDBTimestampSecondsValue ||
    value instanceof DuckDBTimestampNanosecondsValue
  )
    return value.toString().replace(' ', 'T');
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(duckdbValue);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([key, one]) => [key, duckdbValue(one)]));
  if (value instanceof DuckDBMapValue)
    return Object.fromEntries(value.entries.map(({ key, value: one }) => [String(duckdbValue(key)), duckdbValue(one)]));
  if (value instanceof DuckDBUnionValue) return duckdbValue(value.value);
  if (value instanceof DuckDBBlobValue) return Buffer.from(value.bytes).toString('base64');
  return String(value);
}
