import type { KmeansState } from './kmeans-steps.js';

// A move must help more than rounding could: each makes the objective larger, so that they end.
const LEAST_GAIN = 1e-6;
const MOST_PASSES = 100;

/**
 * Moves rows [n, dims] one by one to the cluster where they add most to the objective (the sum of the lengths of the clusters' sums), until no
 * move helps; returns how many there were. Lloyd's algorithm cannot make these moves: in a small cluster a row pulls the centroid to itself
 * and so never leaves ("first variation": Dhillon, Guan & Kogan, ICDM 2002; Hartigan & Wong, 1979). Where none is left to make, every row is
 * also nearest to its own centroid. The sums must be right to double precision.
 */
export function moveSingly(rows: Float32Array, state: KmeansState, dims: number): number {
  const moving = new SingleMoves(state, dims);
  let moves = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const moved = state.assignments.reduce((sum, _, row) => sum + moving.move(row, rows.subarray(row * dims, (row + 1) * dims)), 0);
    if (moved === 0) break;
    moves += moved;
  }
  return moves;
}

class SingleMoves {
  private readonly sums: readonly Float64Array[];
  /** The square of each sum's length. */
  private readonly squares: number[];

  constructor(
    private readonly state: KmeansState,
    dims: number,
  ) {
    this.sums = Array.from({ length: state.sums.length / dims }, (_, at) => state.sums.subarray(at * dims, (at + 1) * dims));
    this.squares = this.sums.map((sum) => dot(sum, sum));
  }

  /** Moves the row where that helps; returns how many moves that is. */
  move(row: number, vector: Float32Array): 0 | 1 {
    const from = this.state.assignments[row] ?? 0;
    const to = this.bestFor(vector, from);
    if (to === from) return 0;
    this.add(from, vector, -1);
    this.add(to, vector, 1);
    this.state.assignments[row] = to;
    return 1;
  }

  private bestFor(vector: Float32Array, own: number): number {
    const square = dot(vector, vector);
    let best = own;
    let most = LEAST_GAIN - this.growth(own, -2 * dot(this.sums[own] ?? vector, vector) + square);
    this.sums.forEach((sum, cluster) => {
      const gain = cluster === own ? 0 : this.growth(cluster, 2 * dot(sum, vector) + square);
      if (gain <= most) return;
      best = cluster;
      most = gain;
    });
    return best;
  }

  /** How much longer the sum of a cluster becomes when the square of its length grows so much. */
  private growth(cluster: number, squareGrowth: number): number {
    const square = this.squares[cluster] ?? 0;
    return Math.sqrt(Math.max(0, square + squareGrowth)) - Math.sqrt(square);
  }

  private add(cluster: number, vector: Float32Array, sign: number): void {
    const sum = this.sums[cluster];
    if (!sum) return;
    for (let at = 0; at < vector.length; at += 1) sum[at] = (sum[at] ?? 0) + sign * (vector[at] ?? 0);
    this.squares[cluster] = dot(sum, sum);
  }
}

function dot(a: Float64Array | Float32Array, b: Float64Array | Float32Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at += 1) total += (a[at] ?? 0) * (b[at] ?? 0);
  return total;
}
