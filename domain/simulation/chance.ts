import { hashText } from '#domain/run/hash-text.ts';

/** A number from 0 up to 1 that a text decides: chance that comes out the same every time. */
export const chance = (text: string): number => hashText(text) / 2 ** 32;
