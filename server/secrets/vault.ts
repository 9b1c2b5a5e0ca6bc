import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Refusal } from '#server/refusal.ts';
import { readOrMakeMasterKey } from './master-key.ts';
import { seal, unseal } from './sealed.ts';

/** What a secret belongs to; it cannot be opened for anything else (trust.md R9). */
export interface SecretPlace {
  id: string;
  type: string;
  host: string | null;
}
/** Secret fields by name. */
export type SecretFields = Record<string, string>;

const bindingOf = ({ id, type, host }: SecretPlace): string[] => [id, type, host ?? ''];

/** Seals and opens secrets. Holds the master key; nobody else does. */
export class Vault {
  private constructor(private readonly key: Buffer) {}

  /** `sealed` is any text that was sealed before, or null when there is none. Throws SecretKeyError. */
  static open(dataDir: string, sealed: string | null): Vault {
    return new Vault(readOrMakeMasterKey(dataDir, sealed));
  }

  seal(place: SecretPlace, fields: SecretFields): string {
    return seal(this.key, JSON.stringify(fields), bindingOf(place));
  }

  /** The fields again. Refuses with `secret.sealed` when they were sealed for another place, or the text was changed. */
  open(place: SecretPlace, sealed: string): SecretFields {
    try {
      return JSON.parse(unseal(this.key, sealed, bindingOf(place))) as JsonObject as SecretFields;
    } catch {
      throw new Refusal(
        'secret.sealed',
        'The secret of this connection cannot be opened: it belongs to another host or was changed. Type it again.',
        409,
      );
    }
  }
}
