import type { SecretFields, Vault } from '#server/secrets/vault.ts';
import type { ConnectionRow } from '#server/store/connection-row.ts';
import type { ConnectionKind } from './connection-type.ts';
import { boundHost, type SplitSettings } from './split-secrets.ts';

/** A form together with what is kept of the connection it changes. */
export interface MergedConnection extends SplitSettings {
  host: string | null;
  /** A secret was there, and it is not for this host: it is gone. */
  voided: boolean;
}

/**
 * Adds the secrets that the form does not say anew. They are kept only for the host they were sealed for (trust.md R9):
 * for another one they are void. Opens nothing when nothing is kept.
 */
export function mergeSecrets(kind: ConnectionKind, form: SplitSettings, row: ConnectionRow, vault: Vault): MergedConnection {
  // A webhook's host stands in its secret: as long as no other is typed, it is the same.
  const host = boundHost(kind, form) ?? (Object.keys(form.secrets).length === 0 ? row.host : null);
  const wanted = kind
    .wants(form.settings)
    .filter((field) => row.secretFields.includes(field) && form.secrets[field] === undefined);
  if (wanted.length === 0 || row.secret === null) return { ...form, host, voided: false };
  if (host !== row.host) return { ...form, host, voided: true };
  const kept = vault.open(row, row.secret);
  const secrets: SecretFields = { ...form.secrets };
  for (const field of wanted) if (kept[field] !== undefined) secrets[field] = kept[field];
  return { ...form, secrets, host, voided: false };
}
