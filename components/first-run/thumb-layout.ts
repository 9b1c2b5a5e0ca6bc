export interface ThumbBox {
  id: string;
  x: number;
  y: number;
}
export interface Thumb {
  boxes: ThumbBox[];
  /** SVG paths of the threads; each ends at the middle of a box's left side. */
  threads: string[];
  tips: { x: number; y: number }[];
}

const box = { width: 37, height: 21 };
const rank = 62;
const lane = 32;

/** Places a small workflow in a picture of `width` × `height`: by depth from left to right, lanes from top to bottom, scaled down when it is long. */
export function thumbLayout(
  tasks: { id: string }[],
  edges: { from: string; to: string }[],
  width: number,
  height: number,
): Thumb & { scale: number } {
  const depth = new Map(tasks.map(({ id }) => [id, 0]));
  // As many rounds as tasks settle any acyclic drawing.
  for (let round = 0; round < tasks.length; round++) {
    let moved = false;
    for (const { from, to } of edges) {
      const wanted = (depth.get(from) ?? 0) + 1;
      if (wanted > (depth.get(to) ?? 0) && wanted <= tasks.length) {
        depth.set(to, wanted);
        moved = true;
      }
    }
    if (!moved) break;
  }
  const columns: string[][] = [];
  for (const { id } of tasks) (columns[depth.get(id) ?? 0] ??= []).push(id);
  const tall = Math.max(1, ...columns.map((c) => c.length));
  const scale = Math.min(
    1,
    (width - 24) / ((columns.length - 1) * rank + box.width),
    (height - 16) / ((tall - 1) * lane + box.height),
  );
  const left = (width / scale - ((columns.length - 1) * rank + box.width)) / 2;
  const place = new Map<string, { x: number; y: number }>();
  columns.forEach((column, c) =>
    column.forEach((id, r) =>
      place.set(id, { x: left + c * rank, y: height / scale / 2 + (r - (column.length - 1) / 2) * lane - box.height / 2 }),
    ),
  );
  const threads: string[] = [];
  const tips: Thumb['tips'] = [];
  for (const { from, to } of edges) {
    const a = place.get(from);
    const b = place.get(to);
    if (!a || !b) continue;
    const [x1, y1, x2, y2] = [a.x + box.width, a.y + box.height / 2, b.x - 4, b.y + box.height / 2];
    const turn = x2 - 9;
    const way = y2 > y1 ? 5 : -5;
    threads.push(
      Math.abs(y2 - y1) < 1
        ? `M${x1} ${y1}H${x2}`
        : `M${x1} ${y1}H${turn - 5}Q${turn} ${y1} ${turn} ${y1 + way}V${y2 - way}Q${turn} ${y2} ${turn + 5} ${y2}H${x2}`,
    );
    tips.push({ x: x2, y: y2 });
  }
  return { boxes: [...place].map(([id, { x, y }]) => ({ id, x, y })), threads, tips, scale };
}
