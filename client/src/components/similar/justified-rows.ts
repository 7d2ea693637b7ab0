/** A row of pictures of one height whose widths and gaps fill the line. */
export interface Row<T> {
  readonly height: number;
  readonly cells: readonly { readonly item: T; readonly width: number }[];
}

/** How wide pictures are drawn at the most and the least, so that a panorama or a strip leaves room for others. */
const ASPECT_LIMITS = { low: 0.5, high: 3 } as const;

/** Lays pictures out in rows that fill `width` px exactly, aiming at `target` px of height; the last row keeps the target height. */
export function justifyRows<T>(
  items: readonly T[],
  aspectOf: (item: T) => number,
  frame: { width: number; target: number; gap: number },
): Row<T>[] {
  const { width, target, gap } = frame;
  const rows: Row<T>[] = [];
  let row: { item: T; aspect: number }[] = [];
  let sum = 0;
  const heightOf = (): number => (width - gap * (row.length - 1)) / sum;
  for (const item of items) {
    const aspect = Math.min(ASPECT_LIMITS.high, Math.max(ASPECT_LIMITS.low, aspectOf(item)));
    row.push({ item, aspect });
    sum += aspect;
    if (heightOf() > target) continue;
    rows.push(filled(row, Math.max(1, heightOf()), { width, gap }));
    row = [];
    sum = 0;
  }
  if (row.length > 0)
    rows.push({ height: target, cells: row.map(({ item, aspect }) => ({ item, width: Math.min(width, Math.round(aspect * target)) })) });
  return rows;
}

// Whole pixels, with what rounding left over given to the last picture.
function filled<T>(row: readonly { item: T; aspect: number }[], height: number, { width, gap }: { width: number; gap: number }): Row<T> {
  const widths = row.map(({ aspect }) => Math.round(aspect * height));
  const used = widths.slice(0, -1).reduce((sum, one) => sum + one + gap, 0);
  return {
    height: Math.round(height),
    cells: row.map(({ item }, index) => ({ item, width: index === row.length - 1 ? Math.max(1, width - used) : (widths[index] ?? 1) })),
  };
}
