/** How a value breaks a JSON Schema. */
export interface SchemaFault {
  kind: 'missing' | 'type' | 'value' | 'bounds' | 'unknown-field';
  path: (string | number)[];
  /** One sentence: what is wrong, and what to do. */
  message: string;
}
