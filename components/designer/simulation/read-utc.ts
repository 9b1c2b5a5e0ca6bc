/** ms since the epoch of `2027-03-25 02:30` in UTC, also with seconds or a `T`; null when it is no such instant (also 30 February). */
export function readUtc(text: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?Z?$/.exec(text.trim());
  if (found === null) return null;
  const iso = `${found[1]}T${found[2]}${found[3] ?? ':00'}`;
  const at = Date.parse(`${iso}Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== iso ? null : at;
}
