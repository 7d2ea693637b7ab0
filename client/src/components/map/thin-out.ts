/** A point on the stage, in CSS pixels. */
export interface Candidate {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Points so far apart that squares of a size around them do not overlap: first come, first served. What comes first should be what was shown
 * before, so that little changes while the map moves.
 */
export function thinOut<T extends Candidate>(candidates: Iterable<T>, { size, most }: { size: number; most: number }): T[] {
  const taken = new Map<string, T>();
  const chosen: T[] = [];
  const isFree = ({ x, y }: Candidate, column: number, row: number): boolean => {
    for (const [across, down] of AROUND) {
      const other = taken.get(`${column + across} ${row + down}`);
      if (other && Math.abs(other.x - x) < size && Math.abs(other.y - y) < size) return false;
    }
    return true;
  };
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    // Of squares that do not overlap at most one begins in a cell as large as they are.
    const [column, row] = [Math.floor(candidate.x / size), Math.floor(candidate.y / size)];
    if (!isFree(candidate, column, row)) continue;
    taken.set(`${column} ${row}`, candidate);
    chosen.push(candidate);
  }
  return chosen;
}

/** Candidates that share their cell, a square of a size, with at most so many others. */
export function whereSparse<T extends Candidate>(candidates: readonly T[], size: number, most: number): T[] {
  const counts = new Map<string, number>();
  const cellOf = ({ x, y }: Candidate): string => `${Math.floor(x / size)} ${Math.floor(y / size)}`;
  for (const candidate of candidates) counts.set(cellOf(candidate), (counts.get(cellOf(candidate)) ?? 0) + 1);
  return candidates.filter((candidate) => (counts.get(cellOf(candidate)) ?? 0) <= most);
}

/** How many other candidates lie in the square of a size around one. */
export function countBelow(one: Candidate, candidates: readonly Candidate[], size: number): number {
  return candidates.filter(({ x, y }) => Math.abs(x - one.x) < size / 2 && Math.abs(y - one.y) < size / 2).length - 1;
}

const AROUND = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const));
