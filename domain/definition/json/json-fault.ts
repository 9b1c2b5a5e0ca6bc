/** Why a text or a value is not acceptable JSON. */
export interface JsonFault {
  code: 'json.syntax' | 'json.duplicate-key' | 'json.forbidden-key' | 'json.number' | 'json.value' | 'definition.cap';
  path: (string | number)[];
  /** One sentence: what is wrong, and what to do. */
  message: string;
}
