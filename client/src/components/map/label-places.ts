import type { Place } from './map-view.js';

/** A name with the middle of where it should stand and its size, in CSS pixels. */
export interface Label extends Place {
  readonly width: number;
  readonly height: number;
}

/** Names that fit on a stage without overlapping each other or what stands there already: first come, first served. */
export function placeLabels<T extends Label>(
  labels: readonly T[],
  stage: { width: number; height: number },
  taken: readonly Label[] = [],
): T[] {
  const placed: T[] = [];
  for (const label of labels) {
    const [halfWidth, halfHeight] = [label.width / 2, label.height / 2];
    const isOnStage =
      label.x >= halfWidth && label.x <= stage.width - halfWidth && label.y >= halfHeight && label.y <= stage.height - halfHeight;
    if (isOnStage && ![...taken, ...placed].some((other) => overlaps(label, other))) placed.push(label);
  }
  return placed;
}

function overlaps(one: Label, other: Label): boolean {
  return Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2;
}
