import type { Row } from './row.ts';

const begin = '<!-- figures -->';
const end = '<!-- /figures -->';
const head = ['row', 'p50', 'p99', 'unit', 'class', 'floor ×', 'target', 'beside: p50, its class, × ours'];

/** 1,118 · 71 · 4.4 · 0.31 */
function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(2)));
}

function line(rows: readonly Row[]): string[] {
  const [row] = rows as [Row];
  const beside = rows.flatMap(({ peer, peerP50, peerDurability, peerRatio }) =>
    peer && peerP50 !== undefined ? [`${peer} ${figure(peerP50)}, ${peerDurability}, ${peerRatio}`] : [],
  );
  const { name, p50, p99, unit, durability, floorRatio, target } = row;
  return [name, figure(p50), figure(p99), unit, durability, figure(floorRatio), figure(target), beside.join('; ')];
}

const key = (cells: readonly string[]) => `${cells[0]} ${cells[4]}`;

/**
 * A page with the figures of `rows` in its table between `<!-- figures -->` and `<!-- /figures -->`: a line with the name and
 * class of one of them is replaced, other lines stay, new ones come last. The canvas has tables of its own. Throws when the
 * page has no such place.
 */
export function fillTable(page: string, rows: readonly Row[]): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`bench.table: The page has no ${begin} … ${end}.`);
  const old = page
    .slice(from, to)
    .split('\n')
    .filter((text) => text.startsWith('|'))
    .slice(2)
    .map((text) =>
      text
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.name.startsWith('canvas')) continue;
    const id = `${row.name} ${row.durability}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  const lines = new Map(old.map((cells) => [key(cells), cells]));
  for (const [id, group] of groups) lines.set(id, line(group));
  const table = [head, head.map(() => '---'), ...lines.values()].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`;
}
